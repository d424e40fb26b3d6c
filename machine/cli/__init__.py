"""The command line, as far as it needs no window: `eightbox run | conformance | bench`."""
