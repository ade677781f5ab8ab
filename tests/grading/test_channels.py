"""Nothing goes from one answer to another: each channel that a process on Linux has is tried, and shut."""

import os
import sys

import pytest

from micrograd_lab.grading.sandbox.inside import calls

from .channels import CHANNELS
from .inside import seen
from .notebooks import SETTINGS

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's"),
    pytest.mark.skipif(not SETTINGS.sandboxed, reason="no bubblewrap here"),
]
BESIDE = [one for one in CHANNELS if one.shut in ("place", "names")]


@pytest.fixture(scope="module")
def found():
    """{name: what the second finds} of two that run one after another in one sandbox."""
    sources = [source for one in CHANNELS for source in (one.put, one.take)]
    return dict(zip([one.name for one in CHANNELS], seen(*sources)[1::2], strict=True))


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers of calls are x86_64's")
@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_nothing_is_found_by_the_one_after(channel, found):
    assert found[channel.name] in channel.found.split("|")


@pytest.fixture(scope="module")
def found_beside():
    """{name: what is found in one sandbox} of what is left in another that is there at the same time."""
    sources = [source for one in BESIDE for source in (one.put, one.take)]
    return dict(zip([one.name for one in BESIDE], seen(*sources, several=True)[1::2], strict=True))


@pytest.mark.parametrize("channel", BESIDE, ids=lambda channel: channel.name)
def test_nothing_is_found_by_one_beside(channel, found_beside):
    assert found_beside[channel.name] in channel.found.split("|")


def test_the_numbers_of_calls_are_those_of_the_systems_own_table():
    ctypes = pytest.importorskip("ctypes")
    from ctypes.util import find_library

    if not find_library("seccomp"):
        pytest.skip("no libseccomp here")
    resolve = ctypes.CDLL(find_library("seccomp")).seccomp_syscall_resolve_name_arch
    for name, numbers in calls.CALLS.items():
        for number, arch in zip(numbers, (0xC000003E, 0xC00000B7), strict=True):
            known = resolve(ctypes.c_uint32(arch), name.encode())
            assert number == (known if known >= 0 else None), name
