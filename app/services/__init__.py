"""What has to do with the host: sound device, display, files of the application."""
