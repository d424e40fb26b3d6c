"""The room: the application in whose windows the machines stand."""
