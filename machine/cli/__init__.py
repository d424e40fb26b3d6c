"""The command line, as far as it needs no window: `eightbox run | disk | conformance | bench`."""
