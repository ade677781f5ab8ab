"""In a real kernel: cells, magics and all; a kernel that ends and begins again finds what was kept."""

import os

import pytest
from jupyter_client.manager import start_new_kernel

from micrograd_lab import journal
from micrograd_lab.checks.handout import right_answer


@pytest.fixture
def kernel(folder, tmp_path):
    """begin() starts a kernel, and gives what runs a cell and gives all that it prints or shows."""
    begun = []

    def begin():
        env = {**os.environ, "MICROGRAD_LAB_DATA": str(tmp_path / "data")}
        manager, client = start_new_kernel(kernel_name="python3", env=env)
        begun.append((manager, client))

        def run(source):
            said = []

            def hear(message):
                content = message["content"]
                said.append(
                    content.get("text") or content.get("data", {}).get("text/plain") or content.get("evalue") or ""
                )

            client.execute_interactive(source, timeout=60, output_hook=hear)
            return "".join(said)

        run.end = lambda: (client.stop_channels(), manager.shutdown_kernel(now=True))
        return run

    yield begin
    for manager, client in begun:
        client.stop_channels()
        if manager.is_alive():
            manager.shutdown_kernel(now=True)


def test_what_passed_in_one_kernel_is_there_in_the_next(kernel):
    run = kernel()
    run("from micrograd_lab.checks import lesson_02 as check")
    run(right_answer("2.1"))
    assert run("check.first(Value)").endswith("passed, 2 of 2 points.\nKept in mine.py: Value.")
    run("%%time\n" + right_answer("2.2"))
    run(right_answer("2.2") + "\n%time\nvariable = !echo")
    assert "Kept in mine.py: Value." in run("check.reflected(Value)")
    run(right_answer("2.3") + "\ndisplay(Value(2.0) - 1)")
    assert "Kept in mine.py: Value." in run("check.rest(Value)")
    assert "Kept" not in run("check.rest(None)")
    run.end()

    run = kernel()
    run(
        "import math\nfrom micrograd_lab import mine\nfrom micrograd_lab.checks import lesson_04 as check\n"
        "Value = mine.Value"
    )
    assert run("Value(2.0) - 1") == "Value(1.0)"
    run("def value(x):\n    return x if isinstance(x, Value) else Value(x)\n")
    run("Value._backward = lambda self: None\n" + right_answer("4.1"))
    assert run("check.plus_times(Value)").endswith("Kept in mine.py: Value.")
    shown = run("mine.show()")
    assert "# Lesson 4: each operation knows its own step back." in shown
    assert shown.count("def __add__") == 1
    assert "def __rtruediv__" in shown


def test_the_journal_has_what_was_kept(kernel):
    run = kernel()
    run("from micrograd_lab import journal\nfrom micrograd_lab.checks import lesson_02 as check")
    run(right_answer("2.1"))
    run("check.first(Value)")
    assert run("journal.entries('attempt')[-1]['kept']") == "'Kept in mine.py: Value.'"


def test_the_listing_of_the_journal_says_what_was_kept():
    entry = {"kind": "attempt", "exercise": "2.1", "outcome": "Passed", "kept": "Kept in mine.py: Value."}
    assert journal.in_words(entry) == "exercise 2.1  passed\n    Kept in mine.py: Value."
