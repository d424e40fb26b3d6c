"""The string space against a model: random programs, what the variables hold and where it lies."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.basic import Basic, started

SPACE = 400
NAMES = ["A$", "B$", "C$", "D$", "S$(0)", "S$(1)", "S$(2)", "S$(3)", "S$(4)", "S$(5)"]
names = st.sampled_from(NAMES)
texts = st.text("abcxyz", max_size=9)
numbers = st.integers(0, 12)


@dataclass
class Model:
    """The program as text, and what its variables hold behind it."""

    lines: list[str] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=lambda: dict.fromkeys(NAMES, ""))

    def let(self, name: str, expression: str, value: str) -> None:
        """An assignment, of at most 30 characters so that no error ends the program."""
        self.lines.append(f"{name}={expression}" if len(value) <= 30 else f'{name}=""')
        self.held[name] = value if len(value) <= 30 else ""

    def middle(self, name: str, place: int, value: str) -> None:
        """The statement MID$."""
        old = self.held[name]
        if not 1 <= place <= len(old):
            return
        part = value[: len(old) - place + 1]
        self.lines.append(f'MID$({name},{place})="{value}"')
        self.held[name] = old[: place - 1] + part + old[place - 1 + len(part) :]

    def swap(self, one: str, other: str) -> None:
        """SWAP; a variable is made before it, as SWAP demands it of the second."""
        self.lines.append(f"{other}={other}+{other}:SWAP {one},{other}")
        doubled = self.held[other] * 2
        if len(doubled) > 30:
            self.lines.pop()
            return
        self.held[one], self.held[other] = doubled, self.held[one]
        if one == other:
            self.held[one] = doubled


def assign(model: Model, draw: st.DrawFn) -> None:
    """One random assignment."""
    name, one, other = draw(names), draw(names), draw(names)
    text, count = draw(texts), draw(numbers)
    first, second = model.held[one], model.held[other]
    forms = [
        (f'"{text}"', text),
        (one, first),
        (f"{one}+{other}", first + second),
        (f'{one}+"{text}"+{other}', first + text + second),
        (f"LEFT$({one},{count})+RIGHT$({other},{count})", first[:count] + _right(second, count)),
        (f"MID$({one}+{other},{count + 1},7)", (first + second)[count : count + 7]),
        (f'STRING$({count},"q")', "q" * count),
        (f"FNA$({one},{other})", second + first),
        (f'FNA$(FNA$({one},"{text}"),{other}+"")', second + text + first),
        (
            f'SPACE$({count})+("{text}"+({one}+STR$({count})))',
            f"{' ' * count}{text}{first} {count}",
        ),
    ]
    model.let(name, *draw(st.sampled_from(forms)))


def _right(text: str, count: int) -> str:
    return text[-count:] if count else ""


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A random program and its outcome."""
    model = Model()
    for _ in range(draw(st.integers(1, 40))):
        kind = draw(st.integers(0, 9))
        if kind == 0:
            model.middle(draw(names), draw(numbers), draw(texts))
        elif kind == 1:
            model.swap(draw(names), draw(names))
        else:
            assign(model, draw)
    return model


def descriptors(basic: Basic) -> Iterator[tuple[str, int]]:
    """Name and address of every string variable, as the documents lay the memory out."""
    at = basic.word("VARTAB")
    while at < basic.word("ARYTAB"):
        kind, name = basic.vm.peek(at), chr(basic.vm.peek(at + 1))
        if kind == 3 and name.isascii():  # else a function
            yield f"{name}$", at + 3
        at += 3 + kind
    while at < basic.word("STREND"):
        kind, name = basic.vm.peek(at), chr(basic.vm.peek(at + 1))
        length = int.from_bytes(basic.vm.read(at + 3, 2), "little")
        dimensions = basic.vm.peek(at + 5)
        if kind == 3:
            first = at + 6 + 2 * dimensions
            for index, place in enumerate(range(first, at + 5 + length, 3)):
                yield f"{name}$({index})", place
        at += 5 + length


def outcome(basic: Basic) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """What the variables hold, and start and end of those in the string space."""
    held, places = dict.fromkeys(NAMES, ""), []
    low, high = basic.word("STKTOP") + 1, basic.word("MEMSIZ") + 1
    for name, place in descriptors(basic):
        length, start_low, start_high = basic.vm.read(place, 3)
        start = start_low | start_high << 8
        held[name] = basic.vm.read(start, length).decode()
        if length and low <= start < high:
            places.append((start, start + length))
    return held, sorted(places)


@settings(max_examples=60, deadline=None)
@given(model=models(), more=st.sampled_from([0, 20, 40]))
def test_variables_hold_what_the_model_holds_and_the_space_is_accounted_for(
    model: Model, more: int
) -> None:
    basic = started("eb1")
    listing = [
        f"10 CLEAR {SPACE + 3 * more + 2}:DEF FNA$(X$,Y$)=Y$+X$:DIM S$(5),T$({more})",
        f"11 FOR I=0 TO {more}:T$(I)=STR$(I):NEXT",
    ]
    listing += [f"{20 + 10 * number} {line}" for number, line in enumerate(model.lines)]
    listing += ['9000 F=FRE(""):PRINT "done"']

    assert basic.run("\n".join(listing)) == ["done"]

    held, places = outcome(basic)
    assert {name: held[name] for name in NAMES} == model.held
    assert all(held[f"T$({number})"] == f" {number}" for number in range(more + 1))
    ends = [basic.word("FRETOP") + 1, *(end for _, end in places)]
    assert ends == [*(start for start, _ in places), basic.word("MEMSIZ") + 1]
    assert basic.word("TEMPPT") == 0xF67A


def test_more_strings_than_the_collector_can_sort_at_once_are_all_kept() -> None:
    basic = started("eb1")
    program = (
        "10 CLEAR 3000:DIM A$(300):FOR I=0 TO 300:A$(I)=STR$(I):NEXT\n"
        '20 DIM X((FRE(0)-700)/8):F=FRE(""):FOR I=0 TO 300:A$(I)=A$(I)+"":NEXT\n'
        '30 F=FRE(""):FOR I=0 TO 300:IF A$(I)<>STR$(I) THEN PRINT I;A$(I)\n'
        "40 NEXT:PRINT F"
    )
    total = sum(len(str(number)) + 1 for number in range(301))

    assert basic.run(program) == [f" {3000 - total}"]
    assert basic.word("STREND") + 900 > basic.word("STKTOP")
