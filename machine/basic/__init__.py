"""The language MSX BASIC: its words, its tokens, and lines in both."""
