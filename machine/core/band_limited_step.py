"""The band-limited step of the mixer: a windowed sinc, tabulated, the same bits on every host.

Only +, -, * and / are used (each is exact to the last bit by IEEE 754; library sines are not), and
this module is not compiled, so no compiler can fuse two of them.

Source: A. V. Oppenheim, R. W. Schafer, "Discrete-Time Signal Processing", 7.5.3 (Kaiser window).
"""

import array

PHASES = 64  # positions between two samples
TAPS = 32  # samples that a step is spread over
UNIT = 1 << 14  # sum of the taps of one phase

_PI = 3.141592653589793
_CUTOFF = 0.875  # of half the sample rate: -6 dB at 21 kHz, stop band from 24 kHz
_BETA = 6.5  # Kaiser window: side lobes below -65 dB


def _sine(angle: float) -> float:
    """Sine by its Taylor series, after bringing `angle` (radians) near 0."""
    angle -= 2 * _PI * round(angle / (2 * _PI))
    term = total = angle
    for order in range(3, 31, 2):
        term *= -angle * angle / (order * (order - 1))
        total += term
    return total


def _bessel(quarter_square: float) -> float:
    """I0(x), the modified Bessel function, as a function of x * x / 4."""
    term = total = 1.0
    for order in range(1, 40):
        term *= quarter_square / (order * order)
        total += term
    return total


def _impulse(offset: float) -> float:
    """The filter's answer `offset` samples from its middle."""
    edge = 2 * offset / (TAPS - 1)
    if edge <= -1 or edge >= 1:
        return 0.0
    window = _bessel(_BETA * _BETA * (1 - edge * edge) / 4)
    angle = _PI * _CUTOFF * offset
    return window * (_sine(angle) / angle if angle else 1.0)


def step_table() -> "array.array[int]":
    """PHASES + 1 rows of TAPS 16-bit values; row p is a step p/PHASES of a sample later.

    A value is the rise of the filtered step from one sample to the next: the impulse, integrated
    over a sample. Every row sums to UNIT, so that a step of any phase ends on exactly one level.
    """
    half = PHASES // 2
    middle = (TAPS // 2) * PHASES
    points = [_impulse((point - middle - half) / PHASES) for point in range(2 * middle + PHASES)]
    rises = [
        sum(points[at : at + PHASES]) + (points[at + PHASES] - points[at]) / 2
        for at in range(2 * middle)
    ]
    table = array.array("h")
    for phase in range(PHASES + 1):
        taps = [rises[(tap + 1) * PHASES - phase] for tap in range(TAPS - 1)]
        taps.append(rises[TAPS * PHASES - phase] if phase else 0.0)
        scale = UNIT / sum(taps)
        row = [round(tap * scale) for tap in taps]
        row[TAPS // 2 - 1] += UNIT - sum(row)
        table.extend(row)
    return table
