"""How this project is built: `hooks` for pip, `core` for everybody."""
