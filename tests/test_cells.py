"""A check after a cell that failed says so, in a real kernel; and after any other it judges what is there."""

import os

import pytest
from jupyter_client.manager import start_new_kernel

from micrograd_lab import cells

STUB = "def machine(x):\n    ..."
RIGHT = "def machine(x):\n    return 2 * x + 1"
SLIP = "def machine(x):\n    return 2x + 1"
CHECK = "print(check.machine(machine))"


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    env = {**os.environ, "MICROGRAD_LAB_DATA": str(tmp_path_factory.mktemp("data"))}
    manager, client = start_new_kernel(kernel_name="python3", env=env)
    client.execute_interactive("from micrograd_lab.checks import lesson_00 as check", timeout=60)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def run(kernel):
    """Run cells in turn, each a source or (id, source); gives what the last one prints, or its error."""

    def run(*sources):
        for source in ("from micrograd_lab.checks import lesson_00 as check, lesson_02", *sources):
            said = []
            name, source = source if isinstance(source, tuple) else (None, source)
            content = {"code": source, "store_history": True, "silent": False, "allow_stdin": False}
            message = kernel.session.msg("execute_request", {**content, "stop_on_error": False})
            message["metadata"] = {"cellId": name} if name else {}
            kernel.shell_channel.send(message)
            while True:
                got = kernel.get_iopub_msg(timeout=60)
                if got["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                    continue
                if got["msg_type"] == "status" and got["content"]["execution_state"] == "idle":
                    break
                said.append(got["content"].get("text") or got["content"].get("ename") or "")
            kernel.get_shell_msg(timeout=60)
        return "".join(said)

    run("%reset -f")
    return run


def test_a_check_after_a_cell_that_failed_says_so_and_why(run):
    said = run(STUB, SLIP, CHECK)
    assert "0.2 A function: not checked." in said
    assert "that should make `machine` failed" in said
    assert "SyntaxError in your line 2, `return 2x + 1`: invalid decimal literal" in said
    assert "Try: a product needs its sign: `2 * x`." in said


def test_an_old_right_answer_does_not_pass_for_a_cell_that_fails_now(run):
    assert "not checked" in run(RIGHT, CHECK, SLIP, CHECK)
    assert "not checked" in run(SLIP, CHECK)  # nor the second time
    assert "not checked" in run(CHECK)


def test_a_line_further_down_is_told_with_what_its_cell_makes_or_begins_with(run):
    said = run("# a note\n\ndef machine(x):\n    y = x\n    return y + None", CHECK)
    assert "TypeError in line 5, `return y + None`, of the cell that makes your `machine`: unsupp" in said
    said = run("for _ in range(1):\n    def machine(x):\n        return x + None", CHECK)
    assert "TypeError in line 3, `return x + None`, of your cell that begins with `for _ in range(1)`: unsupp" in said
    assert "in your line 1, `def machine(x): return x / 0`: " in run("def machine(x): return x / 0", CHECK)


def test_text_without_quotes_is_told_of_them(run):
    said = run('letter = "C"', "letter = A", "print(lesson_02.hunt(letter))")
    assert "NameError in your line 1, `letter = A`" in said
    assert 'it stands in quotes: `letter = "A"`' in said


def test_a_cell_that_was_mended_is_judged(run):
    assert "passed" in run(STUB, SLIP, RIGHT, CHECK)


def test_the_same_cell_that_failed_for_want_of_another_and_then_ran_is_judged(run):
    cell = "change = TWICE and (lambda x, by: TWICE * by)"
    check = "print(check.change(change))"
    assert "not checked" in run("def change(x, by): ...", cell, check)
    assert "passed" in run("TWICE = 2", cell, check)


def test_a_scratch_cell_that_failed_hides_no_answer(run):
    assert "passed" in run(RIGHT, "print(machine(3)", CHECK)
    assert "passed" in run(RIGHT, "machine(1, 2, 3)", CHECK)
    assert "passed" in run(RIGHT, "x = machine(3) + nothing", CHECK)
    assert "passed" in run(RIGHT, "[machine for machine in nothing]", CHECK)
    assert "passed" in run("x == machine(3", RIGHT, CHECK)


def test_a_scratch_cell_that_failed_since_hides_no_failure(run):
    assert "invalid decimal literal" in run(STUB, SLIP, "1 / 0", "x = 1", CHECK)


def test_of_two_failures_the_last_is_told(run):
    said = run(STUB, SLIP, "@nothing\ndef machine(x):\n    return 2 * x + 1", CHECK)
    assert "NameError in your line 1, `@nothing`" in said
    assert "decimal" not in said


def test_a_name_never_made_is_pythons_to_tell(run):
    assert run(SLIP, CHECK) == "NameError"


def test_what_a_cell_made_before_it_failed_is_judged(run):
    assert "passed" in run(STUB, f"{RIGHT}\n\nprint(machin(3))", CHECK)
    assert "not checked" in run(STUB, f"print(machin(3))\n\n{RIGHT}", CHECK)
    assert "passed" in run(STUB, f"\n\n{RIGHT}\nnothing", CHECK)


def test_an_interrupted_cell_has_failed(run):
    assert "KeyboardInterrupt" in run(STUB, "raise KeyboardInterrupt\n" + RIGHT, CHECK)


def test_a_cell_knows_what_it_made_when_its_slip_is_in_the_first_word(run):
    broken = "de machine(x):\n    return 2 * x + 1"
    assert "not checked" in run(("one", STUB), ("one", broken), CHECK)
    assert "passed" in run(("one", RIGHT), ("other", broken), CHECK)


def test_a_value_that_another_way_has_replaced_is_judged(run):
    assert "passed" in run(STUB, SLIP, f"exec({RIGHT!r})", CHECK)


def test_a_check_beside_its_answer_judges_it(run):
    assert "passed" in run(STUB, SLIP, f"{RIGHT}\n\n{CHECK}")


def test_a_name_that_failed_is_told_of_too(run):
    assert "`me` failed" in run('me = ""', "y = 13", "me = ada", "print(check.line(y, who=me))")


CLASS = "class Value:\n    def __init__(self, data, inputs=(), op=''):\n        self.data, self.inputs = data, inputs"


def test_a_class_that_a_later_cell_failed_to_change_is_only_told_of_right_after_it(run):
    change = "def reflected(self, other):\n    return other.\nValue.__radd__ = reflected"
    assert "`Value` failed" in run(CLASS, change, "print(lesson_02.reflected(Value))")
    assert "not checked" not in run(CLASS, change, "x = 1", "print(lesson_02.first(Value))")
    broken = CLASS.replace("=()", "=(")
    assert "`Value` failed" in run(CLASS, broken, "Value.two = 2", "print(lesson_02.first(Value))")


def test_nothing_is_told_while_nbgrader_grades(run):
    grading = "import os\nos.environ['NBGRADER_EXECUTION'] = 'autograde'"
    assert "not checked" not in run(STUB, SLIP, grading, CHECK)
    run("del os.environ['NBGRADER_EXECUTION']")


def test_a_cell_that_failed_is_no_attempt_and_shows_no_solution(run):
    said = run("from micrograd_lab import journal\njournal.clear()", STUB, SLIP, CHECK, "print(journal.progress())")
    assert said.strip() == "[]"
    assert "shows after an attempt" in run(STUB, SLIP, CHECK, "print(check.machine.solution())")


def test_without_a_shell_nothing_is_stale():
    cells.watch()
    assert cells.failure_of(lambda x: x) is None


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a = b = 1\nb.c = 2", {"a": (1, True), "b": (2, True)}),
        ("a.b, c[0] = 1, 2", {"a": (1, False), "c": (1, False)}),
        ("import x.y, z as w", {"x": (1, True), "w": (1, True)}),
        ("for i in range(3):\n    a = i", {"i": (2, True), "a": (2, True)}),
        ("def f():\n    a = 1\nprint([a for a in f()])", {"f": (2, True)}),
        ("print(a == 1)", {}),
        ("a.b.update(c=1)\nprint(a)", {"a": (1, False)}),
        ("match f():\n    case a:\n        b = a", {"a": (3, True), "b": (3, True)}),
    ],
)
def test_what_a_cell_makes(source, made):
    assert cells.made_in(source) == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a = 2x", {"a": (1, True)}),
        ("%%time\na, b.c = 1, 2", {"a": (2, True), "b": (2, False)}),
        ("%time a = f()", {"a": (1, True)}),
        ("  a = 1\n b = 2", {"a": (1, True), "b": (2, True)}),
        ("def f(x)\n    y = 2", {"f": (1, True)}),
        ("print(a, sep='='", {}),
        ("if a == 2", {}),
        ("a <= 2x", {}),
        ("grads = {'a': 2x}", {"grads": (1, True)}),
    ],
)
def test_what_a_cell_makes_that_cannot_be_read(source, made):
    assert cells.made_in(source) is None
    assert cells.written_in(source) == made
