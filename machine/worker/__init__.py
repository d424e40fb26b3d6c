"""A machine in a process of its own: messages, the shared memory, the worker and its client."""
