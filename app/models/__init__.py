"""Item models: what lists show."""
