"""Nothing typed is lost, whatever happens to the file, the disk or the kernel; and what happened is told."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from micrograd_lab import mine, platform
from micrograd_lab.checks import lesson_05

from .notebook import Notebook
from .test_composing import BOX, FORMS

ORDER = "def topological(root):\n    return [root]\n"
OTHER = "def topological(root):\n    return [root, root]\n"
RIGHT_ORDER = """
def topological(root):
    order = []

    def visit(v):
        if v not in order:
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order
"""
KEPT = "Kept in mine.py: topological."


def keep(source=ORDER, name="topological", lesson=5):
    return mine.keep(name, Notebook(source)[name.rpartition(".")[2]], lesson)


def older(folder):
    return sorted(path.name for path in (folder / "mine_older").glob("*.py"))


def test_before_anything_passed_there_is_no_file(folder):
    assert mine.path() == folder / "mine.py"
    assert not mine.path().exists()
    assert repr(mine.show()) == "There is no mine.py yet: the first exercise that passes begins it."
    assert mine.undo() == "There is no older version of mine.py."


def test_an_older_version_stays_beside_the_file_and_comes_back(folder):
    keep()
    first = str(mine.show())
    assert older(folder) == []
    keep(OTHER)
    second = str(mine.show())
    assert older(folder) == ["0001.py"]
    assert (folder / "mine_older" / "0001.py").read_text() == first
    assert mine.undo().startswith("mine.py is as it was before.")
    assert mine.show() == first
    assert (folder / "mine_older" / "undone_0001.py").read_text() == second
    assert mine.undo() == "There is no older version of mine.py."


def test_what_is_kept_again_unchanged_makes_no_older_version(folder):
    keep()
    before = mine.path().stat().st_mtime_ns
    assert keep() == KEPT
    assert older(folder) == []
    assert mine.path().stat().st_mtime_ns == before


def test_what_was_written_by_hand_stays(folder):
    keep("import math\n\ndef topological(root):\n    return [math.tau]\n")
    hand = '"""Mine, all mine."""\n\nimport math\nimport random  # for later\n\nLUCK = random.Random(1)\n\n\n'
    hand += "# Not Python's.\n"
    hand += "def topological(root):\n    # by hand\n    return [math.tau]\n\n\nprint('hello')   # says so\n"
    mine.path().write_text(hand, encoding="utf-8")
    assert keep("def helper(x):\n    return x\n\ndef trace(root):\n    return helper(root)\n", "trace", 2).startswith(
        "Kept"
    )
    assert hand.replace("\n\n\n# Not", "\n\n\n# Not").rstrip("\n") in mine.show()
    assert "def helper" in mine.show()
    assert (folder / "mine_older" / "0001.py").read_text(encoding="utf-8") == hand


def test_a_method_written_by_hand_stays_in_its_class():
    keep(BOX, "Value", 2)
    text = mine.show().replace(
        "    def __add__", "    # My own.\n    def half(self):\n        return self * 0.5\n\n    def __add__"
    )
    mine.path().write_text(text)
    source = "from micrograd_lab import mine\nValue = mine.Value\nValue.__radd__ = lambda self, n: self + n\n"
    assert keep(source, "Value", 4) == "Kept in mine.py: Value."
    assert "    # My own.\n    def half(self):" in mine.show()
    assert mine.Value(3.0).half().data == 1.5


def test_a_file_with_a_slip_is_told_and_left_as_it_is(folder):
    keep()
    slip = mine.show() + "\ndef broken(:\n    pass\n"
    mine.path().write_text(slip)
    said = keep(OTHER)
    assert said.startswith(
        "Not kept in mine.py: there is a slip in its line 10 (invalid syntax), so it was left as it is."
    )
    assert mine.path().read_text() == slip
    assert older(folder) == []
    with pytest.raises(
        ImportError, match=r"(?s)asked: .* of mine.py\nfound: mine.py can't be run in its line 10.*\ntry: "
    ):
        mine.topological  # noqa: B018 - the access is the test


def test_a_file_that_is_no_text_is_told_and_left_as_it_is():
    keep()
    mine.path().write_bytes(b"name = '\xe9'\n")
    assert keep(OTHER).startswith(
        "Not kept in mine.py: it is no text that Python can read (UTF-8), so it was left as it is."
    )
    assert mine.path().read_bytes() == b"name = '\xe9'\n"


def test_a_failing_answer_keeps_nothing():
    assert not lesson_05.order(lambda root: [root])
    assert not mine.path().exists()


def test_an_exercise_that_passes_keeps_what_passed_and_says_so():
    outcome = lesson_05.order(Notebook(RIGHT_ORDER)["topological"])
    assert outcome
    assert outcome.text.splitlines()[-1] == KEPT
    assert "def topological(root):" in mine.show()


def test_nbgrader_keeps_nothing(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert lesson_05.order(Notebook(RIGHT_ORDER)["topological"]) == 2
    assert not mine.path().exists()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without a mark", "with a byte order mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_ends_of_lines_and_a_mark_stay_as_they_were(mark, newline):
    keep()
    mine.path().write_bytes(mark + mine.path().read_bytes().replace(b"\n", newline.encode()))
    assert keep(BOX, "Value", 2) == "Kept in mine.py: Value."
    data = mine.path().read_bytes()
    assert data.startswith(mark + b'"""My')
    assert data.count(b"\n") == data.count(newline.encode()) > 20
    assert data.count(b"\r") == (0 if newline == "\n" else data.count(b"\n"))
    assert mine.Value(2.0).data == 2.0


def test_an_answer_from_cells_with_other_ends_of_lines_is_kept():
    assert keep(ORDER.replace("\n", "\r\n")) == KEPT
    assert "\r" not in mine.show()


@pytest.mark.parametrize("at", [1, 2], ids=["at the older version", "at the new one"])
def test_a_full_disk_is_told_and_nothing_is_lost(at, monkeypatch, folder):
    keep()
    before, calls, real = mine.path().read_bytes(), [], os.fdopen

    def full(handle, *rest, **more):
        file = real(handle, *rest, **more)
        calls.append(1)
        if len(calls) < at:
            return file

        class Full:
            def __enter__(self):
                return self

            def __exit__(self, *_):
                file.close()

            def write(self, data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        return Full()

    monkeypatch.setattr(platform.os, "fdopen", full)
    said = keep(OTHER)
    assert said.startswith("Not kept in mine.py: No space left on device. Your answer stands in this notebook,")
    assert mine.path().read_bytes() == before
    assert not list(folder.rglob(".part-*"))
    monkeypatch.undo()
    monkeypatch.setenv("MICROGRAD_LAB_MINE", str(folder))
    assert keep(OTHER) == KEPT


def test_a_folder_that_cannot_be_written_is_told(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("MICROGRAD_LAB_MINE", str(tmp_path / "file"))
    assert keep().startswith("Not kept in mine.py: ")


def test_a_name_that_shadows_pythons_own_is_kept_and_told():
    said = keep("def reversed(xs):\n    return xs[::-1]\n\ndef topological(root):\n    return reversed([root])\n")
    assert said == f"{KEPT} Your `reversed` hides Python's own of that name there too."
    assert mine.topological(1) == [1]


def test_a_helper_that_shadows_one_of_an_earlier_lesson_takes_its_place():
    keep("def value(x):\n    return 1\n\ndef trace(root):\n    return value(root)\n", "trace", 2)
    keep("def value(x):\n    return 2\n\ndef topological(root):\n    return value(root)\n")
    assert mine.show().count("def value") == 1
    assert mine.topological(0) == 2
    keep("def value(x):\n    return 1\n\ndef trace(root):\n    return value(root)\n", "trace", 2)
    assert mine.topological(0) in (1, 2)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("import os\nlog, other = open(os.devnull), 1", "`log` is a TextIOWrapper, which can't be written as code."),
        ("def made():\n    yield 1\n\nlog, other = made(), 1", "`log` is a generator, which can't be written as code."),
        ("from micrograd_lab.checks import lesson_05 as log", "it uses `log`, which belongs to this kit"),
        ("from micrograd_lab import Value as log", "it uses `log`, which belongs to this kit"),
        ("log = __import__('types').ModuleType('nowhere')", "raises ModuleNotFoundError at `import nowhere as log`"),
    ],
)
def test_what_cannot_be_written_is_told_and_the_old_file_stays(cells, says):
    keep()
    before = mine.show()
    said = keep(f"{cells}\n\ndef topological(root):\n    return log\n")
    assert says in said
    assert said.startswith("Not kept in mine.py: ")
    assert mine.show() == before


def test_what_fails_in_an_empty_process_is_told_and_the_old_file_stays():
    keep()
    before = mine.show()
    notebook = Notebook("found = {}", "def table(at=found['n'] if 'n' in found else 0):\n    return at\n")
    notebook.run("def topological(root, at=int('7')):\n    return at")
    assert mine.keep("topological", notebook["topological"], 5) == KEPT
    notebook.run("import json\njson.mine = 5", "def topological(root, at=json.mine):\n    return at")
    said = mine.keep("topological", notebook["topological"], 5)
    assert said == (
        "Not kept in mine.py: on its own, without this notebook, it raises AttributeError at "
        "`def topological(root, at=json.mine):`: module 'json' has no attribute 'mine'. What was there stays."
    )
    assert "int('7')" in mine.show()
    assert before != mine.show()


def test_a_backward_that_the_class_cannot_do_is_told():
    keep(BOX, "Value", 2)
    said = keep("def backward(root):\n    root._backward()\n", "Value.backward")
    assert "AttributeError at `self._backward()`: 'Value' object has no attribute '_backward'" in said
    assert "backward" not in mine.show()


def test_an_endless_file_is_told(monkeypatch):
    monkeypatch.setattr("micrograd_lab.mine.trial.SECONDS", 1)
    said = keep(
        "def wait(n):\n    while n:\n        pass\n\nWAIT = False\n\ndef topological(root):\n    return wait(WAIT)\n"
    )
    assert said == KEPT
    mine.path().write_text(mine.show() + "\nwhile not WAIT:\n    pass\n")
    assert "it was still running after 1 seconds" in keep(OTHER)


def test_what_is_typed_into_a_shell_without_text_is_told():
    names = {"__name__": "__main__"}
    exec(compile(ORDER, "<nowhere>", "exec"), names)
    said = mine.keep("topological", names["topological"], 5)
    assert said.startswith("Not kept in mine.py: `topological` is a function, which can't be written as code.")


def test_a_kernel_that_ends_in_the_midst_leaves_a_whole_file(folder):
    """A process that keeps one version after the other is killed again and again: each time the file runs."""
    program = "\n".join(
        [
            "import sys",
            "from micrograd_lab import mine",
            "from micrograd_lab.mine import keeping",
            "from tests.mine.notebook import Notebook",
            "keeping.tried = lambda text, asks='': {}",
            "print('ready', flush=True)",
            "for n in range(10**6):",
            "    source = f'def topological(root):\\n    return {n}\\n' + f'# {n}\\n' * 2000",
            "    assert mine.keep('topological', Notebook(source)['topological'], 5).startswith('Kept')",
        ]
    )
    for pause in (0.01, 0.03, 0.05, 0.08):
        words = [sys.executable, "-c", program]
        with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as process:
            process.stdout.readline()
            time.sleep(pause)
            process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
            process.wait()
        if mine.path().exists():
            compile(mine.show(), "mine.py", "exec")
            assert mine.topological(0) >= 0
    assert keep() == KEPT


def _keep_some(number):
    for n in range(4):
        name = f"part_{number}_{n}"
        said = mine.keep(name, Notebook(f"def {name}(root):\n    return {n}\n")[name], 5)
        assert said == f"Kept in mine.py: {name}.", said


def test_two_notebooks_at_once_keep_what_both_have():
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    both = [context.Process(target=_keep_some, args=(number,)) for number in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
        assert one.exitcode == 0
    for name in (f"part_{number}_{n}" for number in range(2) for n in range(4)):
        assert f"def {name}(" in mine.show()


def test_no_line_that_is_told_names_a_place(folder):
    keep(BOX, "Value", 2)
    said = [
        keep(),
        keep(OTHER),
        keep("import json\njson.mine = 5\ndef topological(root, at=json.mine):\n    return at"),
    ]
    said += [mine.undo(), mine.undo(), mine.undo()]
    assert all(str(folder) not in one and "0x" not in one for one in said)


@pytest.mark.parametrize("form", ["a tuple", "a subclass of its name"])
def test_what_is_deleted_from_the_class_again_is_not_kept(form):
    notebook = Notebook(BOX, FORMS[form], "del Value.__rmul__")
    assert mine.keep("Value", notebook["Value"], 2) == "Kept in mine.py: Value."
    assert "__radd__" in mine.show()
    assert "__rmul__" not in mine.show()


def test_a_fresh_file_is_one_process_s_own_and_gone_with_it(tmp_path):
    code = "from micrograd_lab import mine; print(mine.path().parent.is_dir(), mine.path())"
    env = {**os.environ, "MICROGRAD_LAB_MINE": "fresh", "MICROGRAD_LAB_DATA": str(tmp_path / "data")}
    places = set()
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        there, place = run.stdout.split()
        assert there == "True"
        places.add(Path(place))
    assert len(places) == 2
    assert not any(place.parent.exists() for place in places)
    assert all(place.is_relative_to(tmp_path) for place in places)
