"""The system calls that an answer may make; all others are refused: a filter of the kernel's (seccomp, mode 2).

The pattern is the list of the container engines, less all by which something could outlast a process or be seen beside
it: keys, shared memory, queues, sockets, watches on files, locks, other processes.
"""

import ctypes
import os
import struct
import sys

# name: (its number on x86_64, on aarch64), None where there is no such call
CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "open": (2, None),
    "openat": (257, 56),
    "creat": (85, None),
    "close": (3, 57),
    "close_range": (436, 436),
    "stat": (4, None),
    "fstat": (5, 80),
    "lstat": (6, None),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "brk": (12, 214),
    "msync": (26, 227),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "rt_sigpending": (127, 136),
    "rt_sigtimedwait": (128, 137),
    "rt_sigsuspend": (130, 133),
    "sigaltstack": (131, 132),
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121),
    "sched_getscheduler": (145, 120),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "gettimeofday": (96, 169),
    "time": (201, None),
    "times": (100, 153),
    "getrusage": (98, 165),
    "getitimer": (36, 102),
    "setitimer": (38, 103),
    "alarm": (37, None),
    "eventfd2": (290, 19),
    "epoll_create1": (291, 20),
    "epoll_ctl": (233, 21),
    "epoll_wait": (232, None),
    "epoll_pwait": (281, 22),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    "pipe": (22, None),
    "pipe2": (293, 59),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "getpid": (39, 172),
    "getppid": (110, 173),
    "gettid": (186, 178),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "getresuid": (118, 148),
    "getresgid": (120, 150),
    "getgroups": (115, 158),
    "getpgrp": (111, None),
    "getpgid": (121, 155),
    "getsid": (124, 156),
    "set_tid_address": (218, 96),
    "set_robust_list": (273, 99),
    "get_robust_list": (274, 100),
    "rseq": (334, 293),
    "arch_prctl": (158, None),
    "uname": (63, 160),
    "sysinfo": (99, 179),
    "getrandom": (318, 278),
    "getcwd": (79, 17),
    "chdir": (80, 49),
    "fchdir": (81, 50),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "umask": (95, 166),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "fallocate": (285, 47),
    "fsync": (74, 82),
    "fdatasync": (75, 83),
    "utimensat": (280, 88),
    "utime": (132, None),
    "utimes": (235, None),
    "statfs": (137, 43),
    "fstatfs": (138, 44),
    "getdents64": (217, 61),
    "getdents": (78, None),
    "copy_file_range": (326, 285),
    "sendfile": (40, 71),
    "getxattr": (191, 8),
    "lgetxattr": (192, 9),
    "fgetxattr": (193, 10),
    "listxattr": (194, 11),
    "llistxattr": (195, 12),
    "flistxattr": (196, 13),
    "wait4": (61, 260),
    "waitid": (247, 95),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "restart_syscall": (219, 128),
    "membarrier": (324, 283),
    "getcpu": (309, 168),
    "getrlimit": (97, 163),
    "sendto": (44, 206),
    "recvfrom": (45, 207),
    "sendmsg": (46, 211),
    "recvmsg": (47, 212),
    "shutdown": (48, 210),
    "getsockopt": (55, 209),
    "setsockopt": (54, 208),
    "getsockname": (51, 204),
    "getpeername": (52, 205),
    "capget": (125, 90),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
    "prctl": (157, 167),
    "clone": (56, 220),
    "kill": (62, 129),
    "tgkill": (234, 131),
    "prlimit64": (302, 261),
    "socketpair": (53, 199),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # (column, AUDIT_ARCH)
SELF = object()
# name: (which argument, the values it may have): what is more than the process's own business is refused
ONLY = {
    "fcntl": (1, (0, 1, 2, 3, 4, 1030)),  # copies, flags; no locks (all see those of a library's file), leases, watches
    "ioctl": (1, (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)),  # is it a terminal; what waits; close on exec
    "prctl": (0, (15, 16)),  # a thread's name
    "socketpair": (0, (1,)),  # AF_UNIX: an event loop's own
    "kill": (0, (SELF,)),
    "tgkill": (0, (SELF,)),
    "prlimit64": (0, (0, SELF)),
}
THREAD = 0x10000  # CLONE_THREAD: a thread of this process; without it, it would be a new one
CLONE3 = 435  # on both; its flags lie in memory, where no filter looks: C libraries then use clone
NEWEST = 450  # of what came later a C library knows that it may be missing
EPERM, ENOSYS = 1, 38

LOAD, EQUAL, ABOVE, BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # BPF: ld, jeq, jge, jset, ret
ALLOW, REFUSE, END = 0x7FFF0000, 0x00050000, 0x80000000


def program(machine, pid):
    """The filter for a process with this id, as BPF, 8 bytes an instruction. KeyError for a machine it has not."""
    column, arch = MACHINES[machine]
    code = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, arch), (RETURN, 0, 0, END), (LOAD, 0, 0, 0)]
    for name, numbers in CALLS.items():
        number = numbers[column]
        if number is None:
            continue
        if name == "clone":
            then = [(LOAD, 0, 0, 16), (BIT, 0, 1, THREAD), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE | EPERM)]
        elif name in ONLY:
            then = _only(*ONLY[name], pid)
        else:
            then = [(RETURN, 0, 0, ALLOW)]
        code += [(EQUAL, 0, len(then), number), *then]
    code += [(EQUAL, 0, 1, CLONE3), (RETURN, 0, 0, REFUSE | ENOSYS)]
    code += [(ABOVE, 0, 1, NEWEST), (RETURN, 0, 0, REFUSE | ENOSYS), (RETURN, 0, 0, REFUSE | EPERM)]
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in code)


def _only(argument, values, pid):
    """Allowed where the argument, 64 bits at offset 16 + 8 n, is one of these."""
    low = 16 + 8 * argument
    then = [(LOAD, 0, 0, low + 4), (EQUAL, 1, 0, 0), (RETURN, 0, 0, REFUSE | EPERM), (LOAD, 0, 0, low)]
    for value in values:
        then += [(EQUAL, 0, 1, pid if value is SELF else value), (RETURN, 0, 0, ALLOW)]
    return [*then, (RETURN, 0, 0, REFUSE | EPERM)]


def known():
    """Whether there is a filter for this machine."""
    return sys.platform == "linux" and os.uname().machine in MACHINES


def filtered():
    """From now on this process, and its threads to come, may make these calls alone. False where that can't be had."""
    if not known():
        return False
    code = program(os.uname().machine, os.getpid())
    held = ctypes.create_string_buffer(code, len(code))
    fprog = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(held))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    kept = prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    return kept == 0 and prctl(22, 2, ctypes.c_char_p(fprog), 0, 0) == 0  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
