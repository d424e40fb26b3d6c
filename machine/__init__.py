"""A computer: processor, devices, media and the file it lives in. Knows nothing of the room."""
