"""The `.8box` file: a VM with its media, settings, present state and snapshots."""
