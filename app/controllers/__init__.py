"""One concern, one QObject; no widget in here."""
