"""The seams: what a device, a processor and the board that joins them agree on."""
