"""The file behind a volume."""

import pytest

from machine.core.errors import Refused
from machine.fat import Volume
from machine.fat.image_file import ImageFile
from machine.media.dsk import blank


def test_what_was_changed_is_in_the_file_after_saving(tmp_path):
    path = tmp_path / "a.dsk"
    path.write_bytes(blank().contents())
    file = ImageFile(path)
    file.volume.write("A", b"x")
    assert Volume(path.read_bytes()).find("A") is None

    assert file.save()
    assert not file.save()

    assert Volume(path.read_bytes()).read("A") == b"x"


def test_a_file_that_somebody_else_changed_is_left_alone(tmp_path):
    path = tmp_path / "a.dsk"
    path.write_bytes(blank().contents())
    file = ImageFile(path)
    file.volume.write("A", b"x")
    other = Volume(blank().contents())
    other.write("B", b"y")
    path.write_bytes(other.image)

    with pytest.raises(Refused, match="another program"):
        file.save()

    assert path.read_bytes() == bytes(other.image)
