"""`cython.dataclasses`: the standard library's, for extension types."""

from dataclasses import dataclass as dataclass
from dataclasses import field as field
