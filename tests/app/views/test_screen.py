"""The screen: right proportions at every size, keys for the guest, files told."""

import pytest
from PyQt6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, QUrl
from PyQt6.QtGui import QColor, QDropEvent, QImage, QKeyEvent
from pytestqt.qtbot import QtBot

from app.controllers.keys import KeyController
from app.views.screen import ScreenView
from machine.worker.frames import Frames, anonymous_memory
from tests.support.recording_vm import RecordingVm

RED, GREEN = 0xFFFF0000, 0xFF00FF00


@pytest.fixture
def screen(qtbot: QtBot) -> ScreenView:
    view = ScreenView(KeyController(RecordingVm()))  # type: ignore[arg-type]
    qtbot.addWidget(view)
    return view


def show(screen: ScreenView, width: int = 320, height: int = 240) -> None:
    """A red picture whose left half is green."""
    frames = Frames(anonymous_memory())
    row = GREEN.to_bytes(4, "little") * (width // 2) + RED.to_bytes(4, "little") * (width // 2)

    def fill(pixels: memoryview) -> None:
        pixels[:] = row * height

    frames.write_picture(width, height, fill)
    screen.show_picture(frames)
    frames.close()


def painted(screen: ScreenView, width: int, height: int) -> QImage:
    screen.resize(width, height)
    return screen.grab().toImage()


@pytest.mark.parametrize("size", [(640, 480), (1000, 500), (500, 1000), (777, 613), (320, 240)])
def test_the_picture_is_four_to_three_and_in_the_middle(
    screen: ScreenView, size: tuple[int, int]
) -> None:
    show(screen)
    screen.resize(*size)

    target = screen.target()

    assert abs(target.width() * 3 - target.height() * 4) <= 4
    assert abs(2 * target.left() + target.width() - size[0]) <= 1
    assert abs(2 * target.top() + target.height() - size[1]) <= 1


@pytest.mark.parametrize(
    ("size", "wanted"), [((700, 700), 640), ((1279, 960), 960), ((330, 250), 320)]
)
def test_whole_multiples_only_when_asked(
    screen: ScreenView, size: tuple[int, int], wanted: int
) -> None:
    show(screen)
    screen.integer = True
    screen.resize(*size)

    assert screen.target().width() == wanted


def test_the_picture_is_painted_where_the_target_says(screen: ScreenView) -> None:
    show(screen)

    image = painted(screen, 800, 480)

    assert image.pixelColor(20, 240) == QColor(0, 0, 0)
    assert image.pixelColor(100, 240) == QColor(0, 255, 0)
    assert image.pixelColor(700, 240) == QColor(255, 0, 0)


def test_at_a_whole_multiple_every_pixel_is_sharp(screen: ScreenView) -> None:
    show(screen)

    image = painted(screen, 640, 480)

    assert image.pixelColor(319, 100) == QColor(0, 255, 0)
    assert image.pixelColor(320, 100) == QColor(255, 0, 0)


def test_a_picture_of_512_columns_has_the_same_size(screen: ScreenView) -> None:
    show(screen, 640, 480)

    image = painted(screen, 640, 480)

    assert image.pixelColor(319, 100) == QColor(0, 255, 0)
    assert image.pixelColor(320, 100) == QColor(255, 0, 0)


def test_without_the_border_the_picture_fills_more(screen: ScreenView) -> None:
    show(screen)
    screen.border = False

    assert painted(screen, 640, 480).pixelColor(300, 100) == QColor(0, 255, 0)


def test_the_guests_keys_are_kept_from_menus_and_shortcuts(screen: ScreenView) -> None:
    taken = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    left = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)
    taken.ignore()
    left.ignore()

    screen.event(taken)
    screen.event(left)

    assert taken.isAccepted()
    assert not left.isAccepted()


def test_dropped_files_are_told(qtbot: QtBot, screen: ScreenView) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/games/a.rom"), QUrl("https://example.org/b.rom")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip

    with qtbot.waitSignal(screen.files_dropped) as dropped:
        screen.dropEvent(drop)

    assert dropped.args == [["/games/a.rom"]]


def test_the_size_hint_is_twice_the_picture(screen: ScreenView) -> None:
    assert screen.sizeHint() == QSize(640, 480)


def test_the_same_picture_again_is_not_painted_again(qtbot: QtBot, screen: ScreenView) -> None:
    show(screen)
    enlarged = painted(screen, 640, 480), screen._enlarge().cacheKey()

    show(screen)

    assert screen._enlarge().cacheKey() == enlarged[1]
    show(screen, 640, 480)
    assert screen._enlarge().cacheKey() != enlarged[1]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("size", [(640, 480), (777, 613)])
def test_on_every_host_screen_the_target_is_whole_pixels_in_the_middle(
    screen: ScreenView, size: tuple[int, int], ratio: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(screen)
    screen.resize(*size)
    monkeypatch.setattr(screen, "devicePixelRatioF", lambda: ratio)

    target = screen.target()

    width, height = round(size[0] * ratio), round(size[1] * ratio)
    assert target.width() == width or target.height() == height
    assert abs(target.width() * 3 - target.height() * 4) <= 4
    assert abs(2 * target.left() + target.width() - width) <= 1


def test_a_picture_taken_out_stays_as_it_is(screen: ScreenView) -> None:
    show(screen)
    taken = screen.image

    show(screen, 640, 480)

    assert (taken.width(), taken.pixelColor(0, 0)) == (320, QColor(0, 255, 0))


def test_scanlines_darken_between_the_lines_and_leave_the_lines(screen: ScreenView) -> None:
    show(screen)
    plain = painted(screen, 960, 720)
    screen.scanlines = True

    lined = painted(screen, 960, 720)

    for line in (0, 100, 239):
        assert lined.pixelColor(100, 3 * line + 1) == plain.pixelColor(100, 3 * line + 1)
        assert lined.pixelColor(100, 3 * line).green() < plain.pixelColor(100, 3 * line).green()


def test_what_is_said_together_is_read_together(
    screen: ScreenView, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.show_notice("a.rom is no cartridge")
    screen.show_notice("b.dsk is in Disk A")
    screen.show_notice("b.dsk is in Disk A")
    together = screen.notice
    monkeypatch.setattr("app.views.screen.TOGETHER_MS", 0)
    screen.show_notice("Saved")

    assert together == "a.rom is no cartridge\nb.dsk is in Disk A"
    assert screen.notice == "Saved"


def test_a_notice_goes_by_itself(screen: ScreenView, qtbot: QtBot) -> None:
    screen.show_notice("Saved", 1)

    qtbot.waitUntil(lambda: screen.notice == "")
