"""What a chip that makes a picture offers to the room."""

import cython
from cython.cimports.machine.core.device import Device


@cython.cclass
class Video(Device):
    """A picture source.

    `frames` counts complete frames since power-on; `width` x `height` is the size of the last one.
    At the end of each frame the device sets `bus.stop`, so that whoever runs the machine can take
    the picture between two frames. A restored machine shows the restored picture at once.
    """

    def copy_frame(self, target: object) -> None:
        """Writes the last complete frame into `target`, a writable buffer of width*height*4 bytes.

        Rows from the top, no padding, each pixel 32 bits 0xFFRRGGBB in the host's byte order (Qt's
        `Format_RGB32`).
        """
        raise AssertionError(f"{self.name} makes no picture")
