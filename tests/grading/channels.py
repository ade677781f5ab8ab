"""Every channel that a process on Linux has to another one, or to one that comes after it: how it is tried, and what is
to shut it.

Each has `put`, which leaves something, and `take`, which looks for it; both leave what they have seen in `seen`. `shut`
says why `take` finds nothing: "calls" (the list of allowed system calls), "place" (an own place, and nothing else that
can be written), "names" (namespaces of its own), "user" (an id of its own), or "nothing there".
"""

from typing import NamedTuple

CALL = "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\ncall = libc.syscall\n"


class Channel(NamedTuple):
    name: str
    shut: str
    put: str
    take: str
    found: str = "False"


def tried(source):
    return f"import os\ntry:\n    seen = {source}\nexcept OSError as error:\n    seen = type(error).__name__"


def written(path):
    put = f"import os\ntry:\n    open({path!r}, 'w').write('left')\n    seen = 1\nexcept OSError:\n    seen = 0"
    return put, f"import os\nseen = os.path.exists({path!r})"


def refused(name, source, shut="calls"):
    """A call that is refused, whoever asks."""
    return Channel(name, shut, tried(source), tried(source), "PermissionError")


def numbered(name, number, arguments, shut="calls"):
    """A call by its number on x86_64: -1, with EPERM or ENOSYS."""
    source = CALL + f"back = call({number}, {arguments})\nseen = (back, ctypes.get_errno() in (1, 38))"
    return Channel(name, shut, source, source, "(-1, True)")


PATHS = ("left", "../left", "/tmp/left", "/var/tmp/left", "/dev/shm/left", "/dev/pts/left", "/run/left", "/stage/left")
PATHS += ("/packages/left", "/usr/lib/left", "/left", "/home/left", "/opt/left", "/etc/left")
CHANNELS = (
    *(Channel(f"a file {path}", "place", *written(path)) for path in PATHS),
    Channel(
        "a folder's time",
        "place",
        "import os\nos.utime('.', (5, 5))\nseen = 1",
        "import os\nseen = os.stat('.').st_mtime == 5",
    ),
    Channel(
        "an attribute",
        "place",
        tried("os.setxattr('/tmp', 'user.left', b'1')"),
        tried("'user.left' in os.listxattr('/tmp')"),
    ),
    Channel(
        "an environment",
        "nothing there",
        "import os\nos.environ['LEFT'] = '1'\nseen = 1",
        "import os\nseen = 'LEFT' in os.environ",
    ),
    Channel(
        "a module's state",
        "nothing there",
        "import math\nmath.left = 1\nseen = 1",
        "import math\nseen = hasattr(math, 'left')",
    ),
    Channel(
        "a working folder",
        "place",
        "import os\nos.mkdir('x')\nos.chdir('x')\nseen = 1",
        "import os\nseen = os.getcwd() != '/tmp'",
    ),
    Channel(
        "a mask of rights",
        "nothing there",
        "import os\nos.umask(0o123)\nseen = 1",
        "import os\nseen = os.umask(0) == 0o123",
    ),
    Channel(
        "a limit",
        "nothing there",
        "import resource as r\nr.setrlimit(r.RLIMIT_NOFILE, (9, 9))\nseen = 1",
        "import resource as r\nseen = r.getrlimit(r.RLIMIT_NOFILE)[1] == 9",
    ),
    Channel(
        "an open file",
        "nothing there",
        "import os\nos.dup2(os.open('/dev/null', 0), 30)\nseen = 1",
        "import os\ntry:\n    os.fstat(30)\n    seen = True\nexcept OSError:\n    seen = False",
    ),
    numbered("a key of the user's", 248, 'b"user", b"left", b"x", 1, -4'),
    numbered("a key that is looked for", 250, '10, -4, b"user", b"left", 0'),
    numbered("memory of System V", 29, "4711, 4096, 0o1666"),
    numbered("a semaphore of System V", 64, "4711, 1, 0o1666"),
    numbered("a queue of System V", 68, "4711, 0o1666"),
    numbered("a queue of POSIX", 240, 'b"left", 0o102, 0o666, None'),
    numbered("a file in memory", 319, 'b"left", 0'),
    numbered("a watch on files", 254, ""),
    numbered("a watch on all files", 300, "0, 0"),
    numbered("a lock of a whole file", 73, "0, 2"),
    numbered("a process by its file", 434, "1, 0"),
    numbered("another's memory", 310, "1, 0, 0, 0, 0, 0"),
    numbered("a trace", 101, "16, 1, 0, 0"),
    numbered("a comparison of processes", 312, "1, 1, 0, 0, 0"),
    numbered("namespaces", 272, "0x10000000"),
    numbered("another's namespaces", 308, "0, 0"),
    numbered("a mount", 165, "0, 0, 0, 0, 0"),
    numbered("a root", 161, 'b"/tmp"'),
    numbered("a ring of requests", 425, "1, 0"),
    numbered("a program in the kernel", 321, "0, 0, 0"),
    numbered("counters of events", 298, "0, 0, -1, -1, 0"),
    numbered("faults of memory", 323, "0"),
    numbered("a host's name", 170, 'b"left", 4'),
    numbered("another personality", 135, "0"),
    numbered("a priority", 141, "0, 0, 19"),
    numbered("the processors of others", 203, "1, 8, 0"),
    numbered("what is in the cache of files", 27, "0, 4096, 0"),
    numbered("advice on a file", 221, "0, 0, 0, 4"),
    numbered("a clock that is set", 227, "0, 0"),
    numbered("modules of the kernel", 175, "0, 0, 0"),
    numbered("a filter of one's own", 317, "0, 0, 0"),
    numbered("a user's id", 105, "0"),
    numbered("a session", 112, ""),
    numbered("a message of the kernel", 103, "2, 0, 0"),
    numbered("the old numbers (x32)", 0x40000000 + 39, ""),
    refused("a child", "os.fork()"),
    refused("a program", "os.execv('/bin/true', ['true'])"),
    refused("a socket", "__import__('socket').socket()"),
    refused("a socket of the machine", "__import__('socket').socket(__import__('socket').AF_UNIX)"),
    refused("a signal to another", "os.kill(2, 0)"),
    refused("a signal to all", "os.kill(-1, 0)"),
    refused("the limits of another", "__import__('resource').prlimit(2, 7)"),
    Channel(
        "a lease on a file",
        "calls",
        tried("__import__('fcntl').fcntl(os.open('/dev/null', 0), 1024, 0)"),
        tried("__import__('fcntl').fcntl(os.open('/dev/null', 0), 1024, 0)"),
        "PermissionError",
    ),
    Channel(
        "a terminal's input",
        "calls",
        tried("__import__('fcntl').ioctl(0, 0x5412, b'x')"),
        tried("__import__('fcntl').ioctl(0, 0x5412, b'x')"),
        "PermissionError",
    ),
    Channel(
        "a terminal", "place", tried("os.openpty()"), tried("os.openpty()"), "PermissionError|FileNotFoundError|OSError"
    ),
    Channel("processes that can be seen", "names", "seen = 1", "import os\nseen = os.path.exists('/proc/1')"),
    Channel("the system's settings", "place", "seen = 1", "import os\nseen = os.path.exists('/sys/kernel')"),
    Channel(
        "the number of one's process", "names", "import os\nseen = os.getpid()", "import os\nseen = os.getpid() != 1"
    ),
)
