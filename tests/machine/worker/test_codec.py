import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core.errors import Refused
from machine.worker import codec
from machine.worker.messages import (
    Done,
    Failed,
    Insert,
    KeyDown,
    Listing,
    LoadProgram,
    Memory,
    Notice,
    Peek,
    PictureReady,
    Request,
    Start,
    TypeText,
)

REQUESTS = st.one_of(
    st.builds(Start, id=st.integers(0, 9), image=st.text(max_size=9), board=st.just("b")),
    st.builds(
        LoadProgram,
        path=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
        run=st.booleans(),
    ),
    st.builds(KeyDown, row=st.integers(0, 15), bit=st.integers(0, 7)),
    st.builds(TypeText, text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300)),
    st.builds(
        Insert,
        socket=st.just("drive"),
        path=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
        options=st.dictionaries(st.text("abc", max_size=3), st.booleans() | st.integers(0, 9)),
    ),
)
NOTICES = st.one_of(
    st.builds(Done, id=st.integers(0, 9), result=st.none()),
    st.builds(Done, id=st.just(1), result=st.builds(Memory, address=st.just(5), data=st.binary())),
    st.builds(
        Done,
        id=st.just(2),
        result=st.builds(Listing, text=st.text(st.characters(exclude_categories=["Cs"]))),
    ),
    st.builds(Failed, id=st.integers(0, 9), sentence=st.just("No.")),
    st.builds(PictureReady, sequence=st.integers(0, 1 << 62), width=st.just(1), height=st.just(1)),
)


def fed_in_pieces(unpacker: codec.Unpacker, data: bytes, size: int) -> list[Request | Notice]:
    heard: list[Request | Notice] = []
    for at in range(0, len(data), size):
        unpacker.feed(data[at : at + size])
        heard += unpacker.messages()
    return heard


@given(st.lists(REQUESTS, max_size=6), st.integers(1, 50))
def test_requests_in_pieces_of_any_size_are_heard_whole(sent: list[Request], size: int) -> None:
    data = b"".join(codec.pack(request) for request in sent)

    assert fed_in_pieces(codec.requests(), data, size) == sent


@given(st.lists(NOTICES, max_size=6), st.integers(1, 50))
def test_notices_in_pieces_of_any_size_are_heard_whole(sent: list[Notice], size: int) -> None:
    data = b"".join(codec.pack(notice) for notice in sent)

    assert fed_in_pieces(codec.notices(), data, size) == sent


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_any_body_is_a_message_or_garbled_and_the_next_one_is_heard(bodies: list[bytes]) -> None:
    unpacker = codec.requests()
    for body in bodies:
        unpacker.feed(len(body).to_bytes(4, "little") + body)
    unpacker.feed(codec.pack(KeyDown(id=7, row=1, bit=2)))

    heard = list(unpacker.messages())

    assert len(heard) == len(bodies) + 1
    assert heard[-1] == KeyDown(id=7, row=1, bit=2)


@given(st.binary(max_size=200))
def test_any_bytes_are_heard_without_a_crash(data: bytes) -> None:
    unpacker = codec.requests()
    unpacker.feed(data)
    try:
        list(unpacker.messages())
    except codec.Unframed:
        assert int.from_bytes(data[:4], "little") > 0


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "KeyDown", "id": 5, "row": 16, "bit": 0},
        {"type": "KeyDown", "id": 5, "row": "1", "bit": 0},
        {"type": "KeyDown", "id": 5, "row": 1},
        {"type": "KeyDown", "id": 5, "row": 1, "bit": 0, "more": 1},
        {"type": "LoadProgram", "id": 5, "path": "x" * 4097},
        {"type": "LoadProgram", "id": 5, "path": "x", "run": 1},
        {"type": "Nonsense", "id": 5},
        {"type": "Peek", "id": 5, "address": 0, "count": 1 << 40},
        {"id": 5},
    ],
)
def test_a_message_out_of_its_bounds_is_garbled_and_keeps_its_id(fields: object) -> None:
    body = msgspec.msgpack.encode(fields)
    unpacker = codec.requests()
    unpacker.feed(len(body).to_bytes(4, "little") + body)

    (heard,) = unpacker.messages()

    assert isinstance(heard, codec.Garbled)
    assert heard.id == 5


def test_a_length_that_no_message_has_ends_the_stream() -> None:
    unpacker = codec.requests()
    unpacker.feed((codec.MAX_LENGTH + 1).to_bytes(4, "little"))

    with pytest.raises(codec.Unframed):
        next(unpacker.messages())


def test_peek_has_its_defaults_after_the_wire() -> None:
    unpacker = codec.requests()
    unpacker.feed(codec.pack(Peek(address=3)))

    assert next(unpacker.messages()) == Peek(id=0, address=3, count=1)


def test_a_text_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="another name"):
        codec.pack(TypeText(text="\udcff"))
