import gc
import os
import sys

import pytest

collect_ignore = ["tiny"]  # a lesson that test_adding_a_lesson.py lays into a copy of the project


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="run the long tests too")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--all"):
        return
    for item in items:
        if "long" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="long: runs with `python3 start.py test --all`"))


def pytest_collection_finish():
    """Thousands of tests stay until the end: the collector need not look through them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def an_empty_journal(tmp_path, monkeypatch):
    """No test reads or writes the journal of whoever runs it."""
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path / "data"))


def on_ci():
    return os.environ.get("CI", "").lower() == "true"


@pytest.fixture(autouse=True, scope="module")
def recursion_as_deep_as_before():
    """Tests that let Python recurse deeper do so for their file: what recurses for ever would end the process."""
    limit = sys.getrecursionlimit()
    yield
    sys.setrecursionlimit(limit)
