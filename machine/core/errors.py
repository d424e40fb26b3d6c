"""The one error that is shown to people; every other exception is a bug."""


class Refused(Exception):
    """The user's or the world's fault.

    The message is one plain sentence that names the thing and says what to do. Whoever raises it
    has changed nothing.
    """
