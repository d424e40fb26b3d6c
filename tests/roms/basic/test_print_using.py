"""PRINT USING's fields for numbers against a model of the documented rules."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.basic import started


def field(prefix: str, whole: int, comma: bool, fraction: int | None, suffix: str) -> str:
    """The format's text: `whole` and `fraction` are numbers of #."""
    point = "" if fraction is None else "." + "#" * fraction
    return prefix + "#" * whole + ("," if comma else "") + point + suffix


def shown(
    value: Decimal, prefix: str, whole: int, comma: bool, fraction: int | None, suffix: str
) -> str:
    """What the field shows, the sign behind it included."""
    places = fraction or 0
    rounded = abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits, _, behind = f"{rounded:f}".partition(".")
    if comma:
        digits = f"{int(digits):,}"
    trailing = {"": "", "-": "-" if value < 0 else " ", "+": "-" if value < 0 else "+"}[suffix]
    sign = "-" if value < 0 else "+" if prefix == "+" else ""
    lead = ("" if suffix else sign) + ("$" if "$" in prefix else "")
    room = len(prefix) + whole + comma
    if digits == "0" and fraction is not None and len(lead) + 1 > room:
        digits = ""
    text = lead + digits + ("" if fraction is None else "." + behind)
    width = room + (0 if fraction is None else 1 + fraction)
    fill = "*" if "*" in prefix else " "
    return ("%" + text if len(text) > width else text.rjust(width, fill)) + trailing


@settings(max_examples=150, deadline=None)
@given(
    value=st.decimals(-9999999, 9999999, places=4).filter(lambda number: abs(number) > 1),
    prefix=st.sampled_from(["", "+", "**", "$$", "**$"]),
    whole=st.integers(1, 9),
    comma=st.booleans(),
    fraction=st.sampled_from([None, 1, 2, 3]),
    suffix=st.sampled_from(["", "-", "+"]),
)
def test_a_field_shows_a_number_as_the_model_does(
    value: Decimal, prefix: str, whole: int, comma: bool, fraction: int | None, suffix: str
) -> None:
    behind = "" if prefix == "+" else suffix
    text = field(prefix, whole, comma, fraction, behind)
    expected = shown(value, prefix, whole, comma, fraction, behind)

    rows = started("eb1").direct(f'PRINT USING "{text}|";{value}#')

    assert rows == [f"{expected}|"]
