; Not built yet.
