import re
import typing
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import pytest

from machine.worker import messages
from scripts import protocol_page

TEXT = protocol_page.make()[Path("docs/formats/protocol.md")]
MESSAGES = [
    kind
    for union in (messages.ToMachine, messages.FromMachine, messages.Result)
    for kind in typing.get_args(union)
]


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_every_message_is_told_once_with_all_its_fields(kind):
    parts = TEXT.split(f"\n### `{kind.__name__}`\n")

    assert len(parts) == 2
    told = re.findall(r"^\| `(\w+)` \|", parts[1].partition("\n##")[0], re.MULTILINE)
    fields = [field for field in kind.__struct_fields__ if field != "id" or "id" in told]
    assert told == fields


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Annotated[int, msgspec.Meta(ge=0, le=7)], "integer, 0 to 7"),
        (Annotated[int, msgspec.Meta(ge=0, lt=8)], "integer, 0 to 7"),
        (Annotated[int, msgspec.Meta(ge=0, lt=1 << 62)], "integer, 0 to 2^62 − 1"),
        (Annotated[str, msgspec.Meta(max_length=9)], "string, 0 to 9 characters"),
        (Literal[50, 60] | None, "`50` or `60` or none"),
        (dict[str, bool], "map; keys: string; values: true or false"),
        (tuple[messages.SocketInfo, ...], "list of `SocketInfo`"),
        (bytes, "bytes"),
    ],
    ids=range(8),
)
def test_types_are_told_in_words_with_their_limits(kind, words):
    assert protocol_page.spoken(msgspec.inspect.type_info(kind)) == words


def test_defaults_are_told_by_their_kind():
    rows = TEXT.split("### `Peek`")[1].split("###")[0]

    assert "| `count` | integer, 1 to 65536 | 1 |" in rows
    assert "| `address` | integer, 0 to 65535 | must be given |" in rows
