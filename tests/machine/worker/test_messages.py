import typing

import msgspec
import pytest

from machine.worker.messages import FromMachine, Notice, Request, Result, ToMachine
from machine.worker.requests import HANDLERS

REQUESTS = typing.get_args(ToMachine)
NOTICES = typing.get_args(FromMachine) + typing.get_args(Result)


def test_every_request_has_a_handler_and_every_handler_a_request() -> None:
    assert set(HANDLERS) == set(REQUESTS) == set(Request.__subclasses__())


def test_every_notice_is_in_a_union() -> None:
    assert set(NOTICES) == set(Notice.__subclasses__())


@pytest.mark.parametrize("message", [*REQUESTS, *NOTICES], ids=lambda kind: kind.__name__)
def test_messages_cannot_be_changed_and_say_what_they_mean(message: type[msgspec.Struct]) -> None:
    assert message.__struct_config__.frozen
    assert message.__doc__
    assert message.__doc__.strip().endswith(".")
