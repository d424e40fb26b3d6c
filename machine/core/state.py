"""Records and plain data: capture and restore, derived from a record's declared fields."""

import array
import dataclasses

from machine.core.device import State
from machine.core.errors import Refused

Value = int | bytes
Captured = dict[str, Value]


def field_names(record: State) -> list[str]:
    """The names of a record's fields, `due` first; a plain `State` has no other."""
    if not dataclasses.is_dataclass(record):
        return ["due"]
    return ["due", *(field.name for field in dataclasses.fields(record))]


def capture(record: State) -> Captured:
    """The record's fields as integers and bytes."""
    values: Captured = {}
    for name in field_names(record):
        value = getattr(record, name)
        if isinstance(value, bytearray):
            values[name] = bytes(value)
        elif isinstance(value, array.array):
            values[name] = value.tobytes()
        else:
            values[name] = int(value)
    return values


def restore(record: State, values: Captured, owner: str) -> None:
    """Puts captured values back into a record; buffers keep their place in memory.

    Refused, with the record untouched, if the fields, the sizes or the ranges are not those of this
    record. `owner` names the device in the message.
    """
    names = field_names(record)
    if set(values) != set(names):
        odd = ", ".join(sorted(set(values) ^ set(names)))
        raise Refused(
            f"The saved state of {owner} does not fit this version ({odd}); nothing was changed."
        )
    before = capture(record)
    try:
        _assign(record, values)
    except (TypeError, ValueError, OverflowError) as error:
        _assign(record, before)
        raise Refused(
            f"The saved state of {owner} is damaged ({error}); nothing was changed."
        ) from error


def _assign(record: State, values: Captured) -> None:
    for name, value in values.items():
        present = getattr(record, name)
        if isinstance(present, bytearray):
            if not isinstance(value, bytes) or len(value) != len(present):
                raise ValueError(f"{name} has the wrong size")
            present[:] = value
        elif isinstance(present, array.array):
            size = len(present) * present.itemsize
            if not isinstance(value, bytes) or len(value) != size:
                raise ValueError(f"{name} has the wrong size")
            present[:] = array.array(present.typecode, value)
        else:
            if not isinstance(value, int):
                raise ValueError(f"{name} is not a number")
            setattr(record, name, value)
