"""Do the same with many things: here, on the cores of this machine, or on a Dask cluster."""

import os

import joblib
from joblib.externals.loky.process_executor import TerminatedWorkerError

FEW = 4  # not worth starting processes for
TRIES = 3


def each(function, given, many, scheduler="", jobs=None):
    """(n, function(*given(n))) for each n below `many`, in whatever order they are done."""
    if scheduler:
        from .cluster import each as on_cluster

        yield from on_cluster(function, given, many, scheduler)
        return
    jobs = jobs or cores()
    left = list(range(many))
    for _ in range(TRIES if jobs > 1 and many >= FEW else 0):
        done = set()
        try:
            parallel = joblib.Parallel(jobs, return_as="generator_unordered", pre_dispatch="3*n_jobs")
            for n, result in parallel(joblib.delayed(_numbered)(function, n, given(n)) for n in left):
                done.add(n)
                yield n, result
            return
        except TerminatedWorkerError:  # one was ended from outside: the work of the others is kept
            left = [n for n in left if n not in done]
    yield from ((n, function(*given(n))) for n in left)


def cores():
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _numbered(function, n, given):
    return n, function(*given)
