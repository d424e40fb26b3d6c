"""PNG files that other programs read."""

from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtGui import QImage

from machine import png


@given(st.integers(1, 20), st.integers(1, 20), st.data())
def test_a_written_picture_is_read_by_qt(width: int, height: int, data: st.DataObject) -> None:
    rgb = data.draw(st.binary(min_size=width * height * 3, max_size=width * height * 3))

    image = QImage.fromData(png.encode(width, height, rgb)).convertToFormat(
        QImage.Format.Format_RGB888
    )

    assert (image.width(), image.height()) == (width, height)
    for y in range(height):
        for x in range(width):
            colour = image.pixelColor(x, y)
            place = (y * width + x) * 3
            assert bytes((colour.red(), colour.green(), colour.blue())) == rgb[place : place + 3]
