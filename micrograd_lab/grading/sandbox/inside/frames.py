"""What goes between two processes: a letter, four bytes of length, and so many bytes."""

import os


def write(fd, letter, body):
    """All of it; OSError where nobody reads."""
    frame = letter + len(body).to_bytes(4, "big") + body
    while frame:
        frame = frame[os.write(fd, frame) :]


def read(fd):
    """(letter, body) of the next frame; (b"", b"") at the end."""
    head = _exactly(fd, 5)
    return (head[:1], _exactly(fd, int.from_bytes(head[1:], "big"))) if head else (b"", b"")


def _exactly(fd, many):
    parts = []
    while many:
        more = os.read(fd, min(many, 1 << 20))
        if not more:
            return b""
        parts.append(more)
        many -= len(more)
    return b"".join(parts)
