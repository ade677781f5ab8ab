"""What was handed in, as it was when it was read: the bytes of every file, on disk and not in memory."""

import os
import tempfile
import zlib


class Spool:
    """A file without a name, which goes when this does; in it each text is packed."""

    def __init__(self):
        self.file = tempfile.TemporaryFile(prefix="handed-in-", buffering=0)  # noqa: SIM115 - it stays open
        self.end = 0

    def keep(self, data):
        """(place, length) of these bytes, for read. OSError where the disk is full."""
        packed = zlib.compress(data, 1)
        self.file.seek(self.end)
        left = memoryview(packed)
        while left:
            left = left[self.file.write(left) :]
        place = self.end, len(packed)
        self.end += len(packed)
        return place

    def read(self, place):
        """The bytes that were kept there."""
        at, length = place
        parts = []
        while length and (part := os.pread(self.file.fileno(), length, at)):
            parts.append(part)
            at, length = at + len(part), length - len(part)
        return zlib.decompress(b"".join(parts))


class Allowance:
    """How many files, and how many bytes of them, a part of what was handed in may cost; and what it is part of."""

    def __init__(self, files, size, above=None):
        self.files, self.size, self.above, self.said = files, size, above, False

    def take(self, size=0):
        """Whether one more file of this size is allowed; if so, it is counted."""
        if self.files < 1 or self.size < size or (self.above and not self.above.take(size)):
            return False
        self.files, self.size = self.files - 1, self.size - size
        return True
