"""How long an answer without end is waited for, so that no busy machine ends one that has an end."""

from micrograd_lab.checks import lesson_05
from micrograd_lab.checks.beside import run

ALONG_ROADS, ROADS = 0.3, 3  # seconds for 5.5's graph of that shape: 61 nodes, and 2**60 roads


def hurry(monkeypatch, exercises, seconds):
    """Give each case of these exercises so many seconds at most.

    A deep graph keeps its own: it takes some tenths of a second, and several times as long where the collector has much
    to look through, or another process the machine. Nobody who goes along every road of the last one comes to its end.
    """
    for exercise in exercises:
        if exercise is not lesson_05.deep:
            monkeypatch.setattr(exercise, "seconds", min(exercise.seconds, seconds))
    result_of = run.result_of

    def in_less(probe, learner, case, seconds):
        return result_of(probe, learner, case, ALONG_ROADS if case.get("shape") == ROADS else seconds)

    monkeypatch.setattr(run, "result_of", in_less)
