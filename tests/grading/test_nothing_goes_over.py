"""What is wrong wins: answers that earn what they should not, and marks that one answer leaves for another."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from places import lesson_notebook

from micrograd_lab.grading.handout import handout
from micrograd_lab.grading.marking.cases import draw_cases

from .inside import seen
from .notebooks import SECRET, SETTINGS, answered, entry, graded, handed_out, index, notebook, state

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's"),
    pytest.mark.skipif(not SETTINGS.sandboxed, reason="no bubblewrap here"),
]


def test_no_keyring_carries_an_answer_to_another_submission():
    keyctl = "import ctypes\ncall = ctypes.CDLL(None, use_errno=True).syscall\n"
    put = 'seen = call(248, b"user", b"carried by a test", b"an answer", 9, -4)'
    take = 'found = call(250, 10, -4, b"user", b"carried by a test", 0)\nseen = "found" if found > 0 else "nothing"'
    assert seen(keyctl + put, keyctl + take, several=True) == ["-1", "nothing"]


@pytest.mark.parametrize("place", [".", "..", "/tmp", "/", "/stage", "/packages", "/dev/shm", "/var/tmp"])
def test_no_file_of_one_answer_is_there_for_the_next(place):
    put = f"try:\n    open('{place}/left', 'w').write('x')\nexcept OSError:\n    pass\nseen = 1"
    take = f"import os\nseen = os.path.exists('{place}/left')"
    assert seen(put, take) == ["1", "False"]


def test_no_module_is_looked_for_where_another_answer_can_write():
    plant = (
        "import os\nfor place in ('.', '..', '/tmp'):\n    try:\n        open(place + '/colorsys.py', 'w').write('x')\n"
    )
    plant += "    except OSError:\n        pass\nseen = 1"
    assert seen(plant, "import colorsys\nseen = hasattr(colorsys, 'rgb_to_hls')") == ["1", "True"]


@pytest.mark.parametrize(
    "source",
    [
        "from micrograd_lab.checks.beside.number import nodes as topological",
        "import sys\ntopological = sys.modules['micrograd_lab.checks.beside.number'].nodes",
    ],
)
def test_the_probes_own_walk_is_no_answer(source):
    assert entry(answered("5.1", source), "5.1")["earned"] == 0


LOOKS_UP = """
import json, sys
def topological(root):
    frame, found = sys._getframe(), []
    while frame:
        found += [str(v["cases"]) for v in frame.f_locals.values() if isinstance(v, dict) and "cases" in v]
        frame = frame.f_back
    raise ValueError("".join(found)[AT:AT + 400])
"""


@pytest.mark.parametrize("way", ["raised", "told apart"])
def test_hidden_cases_never_come_out(way):
    cases = draw_cases(handout("05").given["5.1"].exercise, SECRET)
    at = max(0, str(list(cases.all)).index(str(cases.hidden[0])) - 1)
    source = LOOKS_UP.replace("AT", str(at))
    if way == "told apart":  # a word for what it has found is enough
        source = source.replace('raise ValueError("".join(found)[', 'raise ValueError(("FO" + "UND") * bool(found)) #')
    text = entry(answered("5.1", source, book=handed_out("05")), "5.1")["text"]
    assert "FOUND" not in text
    assert str(cases.hidden[0])[:60] not in text


@pytest.mark.parametrize(
    "lie",
    [
        "p.inputs_of = lambda v: tuple(right(v)) * 2",
        "p.inputs_of = lambda v: tuple(right(v))[:1] * 2",
        "p.op_of = lambda v: '+'",
        "p.plain = lambda *one: 1.0",
        "p.sorted = lambda found: [*found][::-1]",
        "p.expression.__code__ = (lambda build, case: {'ops': [], 'fails': True}).__code__",
    ],
)
def test_an_expression_whose_graph_is_told_falsely_exposes_nothing(lie):
    source = (
        f"import micrograd_lab.checks.lesson_05.probe as p\nright = p.inputs_of\n{lie}\n"
        "def expression(a, b, c):\n    return (a * b) * c + a\n"
    )
    found = entry(answered("5.4", source), "5.4")
    assert found["earned"] == 0


def test_a_file_is_read_once(tmp_path, monkeypatch):
    from micrograd_lab.grading.intake.submissions import Entry
    from micrograd_lab.grading.run import run

    (tmp_path / "in" / "ada").mkdir(parents=True)
    (tmp_path / "in" / "ada" / "05_order_exercises.ipynb").write_text("{}")
    reads, read = [], Entry.data
    monkeypatch.setattr(Entry, "data", lambda self: reads.append(self.place) or read(self))
    run(tmp_path / "in", tmp_path / "out", quiet=True, jobs=1)
    assert len(reads) == 1


def test_a_lesson_as_handed_out_earns_nothing():
    assert graded(notebook("05", lesson_notebook), "05_order.ipynb")["earned"] == 0


def test_plain_recursion_with_a_higher_limit_is_not_of_any_depth():
    source = (
        "import sys\ndef plain(root):\n    order, seen = [], set()\n    def visit(v):\n        if v not in seen:\n"
        "            seen.add(v)\n            for i in v.inputs:\n                visit(i)\n"
        "            order.append(v)\n"
        "    visit(root)\n    root.grad = 1.0\n    for v in reversed(order):\n        v._backward()\n"
        "def backward_deep(root):\n    before = sys.getrecursionlimit()\n"
        "    sys.setrecursionlimit(10**6)\n    plain(root)\n    sys.setrecursionlimit(before)\n"
    )
    assert entry(answered("5.5", source), "5.5")["state"] != "passed"


@pytest.mark.parametrize("line", ['me = ""', 'me = "anna"'])
def test_numbers_that_are_not_ones_own_are_remarked_on(tmp_path, line):
    from micrograd_lab.grading import report
    from micrograd_lab.grading.run import run

    book = notebook("03")
    for cell in book["cells"]:
        cell["source"] = "".join(cell["source"]).replace('me = ""', line)
    for who in ("ada", "bob"):
        (tmp_path / "in" / who).mkdir(parents=True)
        (tmp_path / "in" / who / "03_by_hand_exercises.ipynb").write_text(json.dumps(book))
    rows, _ = run(tmp_path / "in", tmp_path / "out", quiet=True, jobs=1)
    report.write(rows, tmp_path / "out", SETTINGS.sandboxed)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    same = page[page.index("The same numbers") :]
    assert "ada" in same
    assert "bob" in same[: same.index("</table>")]


@pytest.mark.parametrize(
    "source",
    [
        "os.fork()",
        "__import__('subprocess').run(['true'])",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "__import__('multiprocessing').get_context('fork').Process(target=print).start()",
        "os.execv('/bin/true', ['true'])",
        "__import__('socket').socket()",
    ],
)
def test_a_learner_has_one_process_whose_limits_are_limits_for_all(source):
    tried = f"import os\ntry:\n    {source}\n    seen = 'done'\nexcept OSError as e:\n    seen = type(e).__name__"
    assert seen(tried) == ["PermissionError"]


def test_threads_are_allowed():
    source = "import threading\nfound = []\nt = threading.Thread(target=found.append, args=(1,))\nt.start()\nt.join()\n"
    assert seen(source + "seen = found") == ["[1]"]


HOLDS = """
import fcntl, os, struct, time
held = os.open(os.__file__, os.O_RDONLY)
{does}
time.sleep(2)
seen = "held"
"""
LOOKS = """
import fcntl, os, struct, time
time.sleep(1)
seen = struct.unpack("hhqqi4x", fcntl.fcntl(os.open(os.__file__, 0), 5, struct.pack("hhqqi4x", 1, 0, 0, 0, 0)))[2:4]
"""


def test_a_lock_on_a_librarys_file_tells_no_answer_beside_it_anything():
    does = 'fcntl.fcntl(held, 6, struct.pack("hhqqi4x", 0, 0, 4242, 17, 0))'
    with ThreadPoolExecutor() as both:
        one = both.submit(seen, HOLDS.format(does=f"try:\n    {does}\nexcept OSError:\n    pass"))
        assert "4242" not in seen(LOOKS)[0]
        assert one.result() == ["held"]


def test_flags_of_an_open_file_are_not_those_that_another_answer_has_set():
    sets = "import fcntl, os\nseen = [fcntl.fcntl(n, 4, os.O_APPEND | os.O_NONBLOCK) for n in (0, 1, 2)]"
    looks = "import fcntl\nseen = [fcntl.fcntl(n, 3) & 0o6000 for n in (0, 1, 2)]"
    assert seen(sets, looks)[1] == "[0, 0, 0]"


def test_nothing_is_open_but_the_ends_of_an_answers_own_pipes():
    source = "import os, stat\nfound = []\nfor n in range(64):\n    try:\n        found.append(os.fstat(n).st_mode)\n"
    source += "    except OSError:\n        pass\nseen = len(found), sum(map(stat.S_ISFIFO, found))"
    assert seen(source) == ["(5, 2)"]


TELLS_LATE = """
import json, os
cases = []
def topological(root):
    def walk(v):
        return [v.name, [walk(i) for i in v.inputs]]
    cases.append(walk(root))
    for n in range(3, 20):
        try:
            os.write(n, json.dumps({"at": 0, "trouble": {"error": "HEARD" + str(cases[-1])}}).encode() + b"\\n")
        except OSError:
            pass
    raise NotImplementedError
"""


def test_what_is_told_of_a_cell_after_a_case_was_seen_is_not_heard():
    assert "HEARD" not in str(entry(answered("5.1", TELLS_LATE, book=handed_out("05")), "5.1"))


def test_a_check_that_is_told_of_nobody_is_remarked_on_whatever_stands_at_me():
    book = notebook("04")
    for cell in book["cells"]:
        source = "".join(cell["source"]).replace('me = ""', 'me = "anna"')
        cell["source"] = source.replace(".given(me)", '.given("")').replace("who=me", 'who=""')
    record = graded(book)
    assert record["earned"] == record["points"]
    assert record["me"] == ""
    assert "`me` is empty" in " ".join(record["notes"])


def test_a_wrong_letter_is_not_tried_again_by_another_way():
    cell = "from micrograd_lab.checks import lesson_02 as check\nletter = 'A'\ncheck.hunt(letter)\nletter = {right!r}"
    right = next(x for x in "ABCDEF" if state(answered("2.5", f"letter = {x!r}"), "2.5") == "passed")
    wrong = next(x for x in "ABCDEF" if x != right)
    book = answered("2.5", cell.replace("'A'", repr(wrong)).format(right=right))
    at = index(book, "2.5", "check")
    del book["cells"][at]
    assert state(book, "2.5") == "not yet"


def test_what_a_comment_names_is_no_reason_to_be_helped():
    from micrograd_lab.grading.marking.arrangement import names_in

    assert names_in("def f(root):  # topological\n    '''backward'''\n    return walk(root.inputs)") == {
        "walk",
        "root",
        "inputs",
    }


def test_a_notebook_of_very_many_or_very_long_cells_costs_little():
    book = notebook("05")
    book["cells"] += [{**book["cells"][index(book, "5.1")], "source": "x = 1"} for _ in range(3000)]
    book["cells"].append({**book["cells"][index(book, "5.1")], "source": "y = [" + "1, " * 2_000_000 + "]"})
    began = time.process_time()
    record = graded(book)
    assert record["earned"] == record["points"]
    assert "code cells" in " ".join(record["notes"])
    assert time.process_time() - began < 60


def test_what_was_graded_without_a_sandbox_is_graded_again_in_one():
    from dataclasses import replace

    assert SETTINGS.key() != replace(SETTINGS, sandboxed=not SETTINGS.sandboxed).key()
