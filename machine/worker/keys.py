"""Keys of the client, in order, each held and let go for as long as a guest needs to see it.

A guest looks at the matrix once in a frame or more rarely. A press and a release that reach the
worker together (a quick tap, a host that was busy) would never be seen; so a key that has moved
stays as it is for HOLD_FRAMES, and what comes after it waits its turn. So does text between keys:
a letter that the machine has no key for would overtake those that are still to be seen.
"""

from collections import deque

from machine.machine import Machine

HOLD_FRAMES = 3


class KeyFeed:
    """Movements of keys that wait for their frame, and which keys the client holds down."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[int, int, bool] | str] = deque()
        self._moved: dict[tuple[int, int], int] = {}  # by key: the frame in which it last moved
        self._held: set[tuple[int, int]] = set()
        self.is_off = False  # keys are noted, but the machine does not feel them

    def move(self, machine: Machine, row: int, bit: int, *, down: bool) -> None:
        """A key goes down or comes up, now or as soon as those before it have been seen."""
        self.note(row, bit, down=down)
        if self.is_off:
            return
        self._waiting.append((row, bit, down))
        self.step(machine)

    def note(self, row: int, bit: int, *, down: bool) -> None:
        """A key that a machine which is off doesn't feel."""
        if down:
            self._held.add((row, bit))
        else:
            self._held.discard((row, bit))

    def type(self, machine: Machine, text: str) -> None:
        """Text is typed, as soon as the keys before it have been seen."""
        self._waiting.append(text)
        self.step(machine)

    def forget_text(self, machine: Machine) -> None:
        """What is not typed yet is not typed any more."""
        self._waiting = deque(item for item in self._waiting if not isinstance(item, str))
        machine.typist.waiting.clear()

    def release_all(self, machine: Machine) -> None:
        """The client lets go of all keys; those that wait are seen all the same."""
        for row, bit in sorted(self._held):
            self.move(machine, row, bit, down=False)

    def step(self, machine: Machine) -> None:
        """Moves the keys whose frame has come; call between frames."""
        frame = int(machine.video.frames)
        while self._waiting:
            item = self._waiting[0]
            if isinstance(item, str):
                if any(self._is_fresh(moved, frame) for moved in self._moved.values()):
                    return
                self._waiting.popleft()
                machine.type(item)
                machine.typist.feed(machine.bus)  # before a key that goes down in this frame
                continue
            row, bit, down = item
            if self._is_fresh(self._moved.get((row, bit)), frame):
                return
            self._waiting.popleft()
            self._moved[row, bit] = frame
            if down:
                machine.press(row, bit)
            else:
                machine.release(row, bit)

    @staticmethod
    def _is_fresh(moved: int | None, frame: int) -> bool:
        return moved is not None and 0 <= frame - moved < HOLD_FRAMES

    def hold_off(self, machine: Machine) -> None:
        """Until `settle`, no key is down: in a machine in a hurry it would repeat in no time.

        Text that waits for keys is typed all the same.
        """
        texts = [item for item in self._waiting if isinstance(item, str)]
        self._let_go(machine)
        self._waiting.extend(texts)
        self.is_off = True

    def settle(self, machine: Machine) -> None:
        """For a machine just switched on or put back: down is what the client holds now."""
        self._let_go(machine)
        self.is_off = False
        for row, bit in sorted(self._held):
            machine.press(row, bit)

    def _let_go(self, machine: Machine) -> None:
        self._waiting.clear()
        self._moved.clear()
        if keys := machine.with_role("keys"):
            keys.release_all()
