"""The one place that knows Unix, Windows or a browser: locks, a user's folder, and files that no crash leaves half.

`checks/probes/run.py` alone asks for itself whether there are threads: it runs where this package is not.
"""

import contextlib
import os
import tempfile
from pathlib import Path

try:
    from fcntl import LOCK_EX, flock

    def _wait(file):
        flock(file, LOCK_EX)
except ImportError:
    try:
        import msvcrt

        def _wait(file):  # Windows
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    except ImportError:

        def _wait(file):
            """A browser: nobody else opens its files."""


@contextlib.contextmanager
def file_lock(path):
    """Within it no other process is that asks for the same path. On a disk that is read-only or knows no locks, it is
    a hope."""
    file = None
    try:
        file = path.open("ab")
        _wait(file)
    except OSError:
        pass
    try:
        yield
    finally:
        if file:
            file.close()  # which unlocks it


def data_folder(name):
    """The system's place for what a program of this name keeps of its user."""
    import platformdirs

    return Path(platformdirs.user_data_dir(name, appauthor=False))


def write(path, data, lasting=False):
    """Write a file whole, bytes or text as UTF-8: it is moved into its place when it is complete; `lasting`, when it is
    on the disk. Who may read the file that was there may read this one. OSError where it can't be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def append(path, data, lasting=False):
    """Add bytes to a file's end, and where its last line has none, that first. OSError where they can't all be written.

    `lasting`: they are on the disk before this returns.
    """
    # Unbuffered: what fits is one write, so that nothing of another comes between.
    with path.open("ab+", buffering=0) as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":  # a crash cut the last line off: this must not become part of it
                data = b"\n" + data
        while data:
            data = data[file.write(data) :]  # a full disk takes a part, and refuses the rest
        if lasting:
            os.fsync(file.fileno())
