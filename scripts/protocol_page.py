"""docs/formats/protocol.md: every message between a worker and its client, from the types.

python -m scripts.protocol_page [--check]
"""

import ast
import sys
import typing
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect as types

from machine.worker import codec, frames, messages
from scripts import pages

PAGE = Path("docs/formats/protocol.md")
NOTE = "<!-- Made by scripts/protocol_page.py from the source: change that, and run it again. -->"

MAP = """\
The map's key `type` has the name of the message, its other keys are the fields. A field that has a
default may be left out, an unknown one makes the message invalid. A message has at most
{longest} MB."""


def make() -> dict[Path, str]:
    """The page by its path."""
    requests = typing.get_args(messages.ToMachine)
    notices = typing.get_args(messages.FromMachine)
    results = typing.get_args(messages.Result)
    parts = [kind for kind in _structs() if kind not in {*requests, *notices, *results}]
    lines = ["# The worker's protocol", "", NOTE, "", f"Version {messages.PROTOCOL}.", ""]
    lines += [_text(messages), ""]
    lines += ["## Bytes", "", _text(codec), ""]
    lines += [MAP.format(longest=codec.MAX_LENGTH >> 20), ""]
    lines += ["## Pictures and sound", "", _text(frames), ""]
    for title, kinds in (
        ("Requests", requests),
        ("Notices", notices),
        ("Results of `Done`", results),
        ("Parts of messages", parts),
    ):
        lines += [f"## {title}", ""]
        for kind in kinds:
            lines += _message(kind)
    return {PAGE: "\n".join(lines).rstrip() + "\n"}


def _structs() -> list[Any]:
    """The structs of the module that are no base of others, in their order."""
    own = [kind for kind in vars(messages).values() if isinstance(kind, type)]
    return [
        kind
        for kind in own
        if issubclass(kind, msgspec.Struct)
        and kind.__module__ == messages.__name__
        and not kind.__subclasses__()
    ]


def _text(of: Any) -> str:
    """A docstring with its blocks, without its indentation."""
    return ast.get_docstring(ast.parse(f'"""{of.__doc__}"""')) or ""


def _message(kind: Any) -> list[str]:
    lines = [f"### `{kind.__name__}`", "", _text(kind), ""]
    info = types.type_info(kind)
    assert isinstance(info, types.StructType)
    fields = [field for field in info.fields if field.name != "id" or kind in _ANSWERS]
    if not fields:
        return lines
    lines += ["| field | type | default |", "| --- | --- | --- |"]
    for field in fields:
        lines.append(f"| `{field.name}` | {spoken(field.type)} | {_default(field)} |")
    return [*lines, ""]


_ANSWERS = (messages.Done, messages.Failed)  # a request's `id` is told once, at the top


def _default(field: types.Field) -> str:
    if field.required:
        return "must be given"
    factory = field.default_factory
    value = field.default if factory is msgspec.NODEFAULT else factory()
    if isinstance(value, bool | None):
        return str(value).lower()
    return str(value) if value else "empty"


def spoken(kind: types.Type) -> str:
    """A type in words, with its limits."""
    match kind:
        case types.IntType():
            return f"integer{_span(kind.ge, kind.le if kind.lt is None else kind.lt - 1)}"
        case types.StrType():
            limits = f", {kind.min_length or 0} to {kind.max_length} characters"
            return "string" + (limits if kind.max_length else "")
        case types.LiteralType():
            return " or ".join(f"`{value}`" for value in kind.values)
        case types.UnionType():
            return " or ".join(spoken(one) for one in kind.types)
        case types.DictType():
            return f"map; keys: {spoken(kind.key_type)}; values: {spoken(kind.value_type)}"
        case types.VarTupleType():
            return f"list of {spoken(kind.item_type)}"
        case types.StructType():
            return f"`{kind.cls.__name__}`"
    plain = {types.BoolType: "true or false", types.BytesType: "bytes", types.NoneType: "none"}
    return plain[type(kind)]


def _span(low: float | None, high: float | None) -> str:
    if high is None:
        return ""
    limit = f"2^{high.bit_length()} − 1" if isinstance(high, int) and high >= 1 << 60 else str(high)
    return f", {low} to {limit}"


if __name__ == "__main__":
    sys.exit(pages.run("Writes docs/formats/protocol.md from the messages' types.", make))
