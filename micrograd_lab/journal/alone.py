"""One process at a time: two kernels may write to one journal."""

from contextlib import contextmanager

try:
    from fcntl import LOCK_EX, flock

    def _wait(file):
        flock(file, LOCK_EX)
except ImportError:  # Windows
    import msvcrt

    def _wait(file):
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)


@contextmanager
def alone(folder):
    """Within it no other process is. On a disk that is read-only or knows no locks, it is a hope."""
    file = None
    try:
        file = (folder / "journal.lock").open("ab")
        _wait(file)
    except OSError:
        pass
    try:
        yield
    finally:
        if file:
            file.close()  # which unlocks it
