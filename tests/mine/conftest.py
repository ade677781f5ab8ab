import pytest

from micrograd_lab.mine import loading


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A learner's folder of its own for each test, in a kernel that has said nothing yet and has no lesson."""
    place = tmp_path / "learner"
    monkeypatch.setenv("MICROGRAD_LAB_MINE", str(place))
    monkeypatch.setattr(loading, "_said", set())
    monkeypatch.setattr(loading, "lesson_here", lambda: 99)
    return place
