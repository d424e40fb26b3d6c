from array import array

from machine.worker.pace import LATE_SECONDS, LONG_TEXT, Hurry, Pace, SpeedMeter, stretched

RATE = 1_000_000  # ticks a second


def test_a_frame_is_waited_for_until_its_time() -> None:
    pace = Pace(RATE)

    assert pace.wait(0, 50.0, 100) == 0
    assert abs(pace.wait(20_000, 50.005, 100) - 0.015) < 1e-9
    assert pace.wait(20_000, 50.021, 100) == 0


def test_a_small_delay_is_caught_up() -> None:
    pace = Pace(RATE)
    pace.wait(0, 50.0, 100)

    assert pace.wait(20_000, 50.06, 100) == 0
    assert pace.wait(40_000, 50.061, 100) == 0
    assert abs(pace.wait(80_000, 50.062, 100) - 0.018) < 1e-9


def test_a_long_delay_is_forgotten() -> None:
    pace = Pace(RATE)
    pace.wait(0, 50.0, 100)

    assert pace.wait(20_000, 50.02 + LATE_SECONDS + 5, 100) == 0
    assert pace.wait(40_000, 50.02 + LATE_SECONDS + 5, 100) > 0.0199


def test_half_speed_waits_twice_as_long_and_no_limit_not_at_all() -> None:
    pace = Pace(RATE)
    pace.wait(0, 50.0, 50)

    assert abs(pace.wait(20_000, 50.0, 50) - 0.04) < 1e-9
    assert pace.wait(10**9, 50.0, 0) == 0


def test_a_machine_set_back_in_time_begins_anew() -> None:
    pace = Pace(RATE)
    pace.wait(10**9, 50.0, 100)

    assert pace.wait(5, 51.0, 100) == 0


def test_a_day_of_frames_does_not_drift() -> None:
    pace = Pace(RATE)
    pace.wait(0, 1e6, 100)
    frames = 24 * 3600 * 60
    step = 16_683

    for frame in range(0, frames, 50):
        now = frame * step
        assert pace.wait(now, 1e6 + now / RATE, 100) < 1e-4

    assert abs(pace.wait(frames * step, 1e6 + frames * step / RATE - 0.01, 100) - 0.01) < 1e-4


def test_the_meter_tells_the_real_speed() -> None:
    meter = SpeedMeter(RATE)
    for step in range(100):
        meter.note(step * 20_000, 7 + step * 0.01)

    assert meter.percent == 200
    meter.stop()
    assert meter.percent == 0


def test_sound_of_a_slow_machine_lasts_as_long_as_it_took() -> None:
    samples = array("h", range(100))

    assert stretched(samples.tobytes(), 100) == samples.tobytes()
    assert len(stretched(samples.tobytes(), 25)) == 4 * 200
    assert array("h", stretched(samples.tobytes(), 200)).tolist() == list(range(0, 100, 2))
    assert stretched(b"", 50) == b""


def test_a_long_text_hurries_until_it_is_typed() -> None:
    hurry = Hurry(RATE)
    seen = []
    for frame, waiting in enumerate((LONG_TEXT - 1, LONG_TEXT, 50, 1, 0, 0)):
        hurry.note(waiting, frame * RATE // 60)
        seen.append(hurry.is_on)

    assert seen == [False, True, True, True, False, False]


def test_a_guest_that_takes_nothing_is_not_hurried() -> None:
    hurry = Hurry(RATE)
    seen = []
    for tick in (0, RATE, RATE + 1, 3 * RATE):
        hurry.note(LONG_TEXT, tick)
        seen.append(hurry.is_on)
    hurry.note(LONG_TEXT - 1, 3 * RATE + 1)
    hurry.note(2 * LONG_TEXT, 4 * RATE)

    assert seen == [True, True, False, False]
    assert hurry.is_on
