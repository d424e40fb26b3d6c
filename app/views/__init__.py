"""Widgets; what they show they are told by signals, what is done with them goes to controllers."""
