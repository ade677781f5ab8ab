"""A new machine for one answer: namespaces of its own, an empty place to write, no rights, limits, few system calls."""

import ctypes
import os
import random
import sys
import tempfile

NAMESPACES = 0x00020000 | 0x04000000 | 0x08000000 | 0x20000000  # mounts, host name, keys of memory, process ids
PRIVATE, READ_ONLY, PLAIN = 0x44000, 0x1, 0x6  # MS_REC | MS_PRIVATE; MS_RDONLY; MS_NOSUID | MS_NODEV
PLACE = "/tmp"


def apart(job):
    """Make the keeper's children the only processes that they see, with nothing in PLACE; the folder that is theirs.

    Without a sandbox it is a new folder, which the keeper removes.
    """
    if not job["sandboxed"]:
        here = tempfile.mkdtemp(dir=job["room"])
        if job["user"]:
            os.chown(here, job["user"], job["user"])
        return here
    libc = ctypes.CDLL(None, use_errno=True)
    _done(libc.unshare(NAMESPACES))
    _mount(libc, None, "/", None, PRIVATE, None)
    _mount(libc, "tmpfs", PLACE, "tmpfs", PLAIN, f"size={job['limits']['place']},nr_inodes=4096,mode=1777")
    for shared in ("/dev/pts", "/dev/shm"):
        if os.path.isdir(shared):
            _mount(libc, "tmpfs", shared, "tmpfs", PLAIN | READ_ONLY, "size=4k")
    return PLACE


def user(job):
    """An id that nobody has: limits count by user. 0 where the grader is not root and has one alone."""
    return job["lowest"] + random.SystemRandom().randrange(job["users"]) if job["users"] else 0


def confined(job, here):
    """Give up all rights for good, in the answer's own process. OSError where a sandbox cannot be had."""
    import resource

    limits = job["limits"]
    if job["user"]:
        os.setgroups([])
        os.setresgid(job["user"], job["user"], job["user"])
        os.setresuid(job["user"], job["user"], job["user"])
    if job["sandboxed"]:
        header, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        _done(ctypes.CDLL(None, use_errno=True).capset(header, none))
    os.chdir(here)
    os.umask(0o077)
    os.environ.update(HOME=here, TMPDIR=here, MPLCONFIGDIR=here, IPYTHONDIR=here)
    os.setsid()
    pairs = {
        "RLIMIT_CPU": job["seconds"],
        "RLIMIT_FSIZE": limits["file"],
        "RLIMIT_NOFILE": limits["files"],
        "RLIMIT_AS": limits["memory"],
        "RLIMIT_CORE": 0,
    }
    if job["user"]:  # where answers have the grader's own id, it would count all that the grader runs
        pairs["RLIMIT_NPROC"] = limits["processes"]
    for name, most in pairs.items():
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, ValueError, OSError):
            continue  # a system that does not have this one; the report says what is protected
    from .calls import filtered

    if not filtered() and job["sandboxed"]:
        raise OSError("no filter of system calls")


def alone():
    """This process is out of reach for the answers that it keeps: nothing of the same user may trace it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE


def _mount(libc, *given):
    _done(libc.mount(*(one.encode() if isinstance(one, str) else one for one in given)))


def _done(code):
    if code:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
