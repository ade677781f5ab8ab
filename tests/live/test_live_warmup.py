"""live.warmup: three questions, each answer kept with its sentence; and what the questions say is true."""

import math

import pytest

from micrograd_lab import Value, journal, live, optim
from micrograd_lab.live.learner.warmup import chosen
from micrograd_lab.live.learner.warmup.item import Item, number

LESSONS = chosen.lessons()
ITEMS = [(lesson, item) for lesson in LESSONS for item in chosen.items(lesson)]
by_item = pytest.mark.parametrize(("lesson", "item"), ITEMS, ids=lambda x: x if isinstance(x, str) else x.name)


@pytest.fixture(autouse=True)
def own_journal(tmp_path, monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path))


def slope(f, **leaves):
    """The engine's gradient of f by each of its inputs."""
    values = {name: Value(x, name) for name, x in leaves.items()}
    f(**values).backward()
    return {name: value.grad for name, value in values.items()}


def boxes(root):
    seen, todo = set(), [root]
    while todo:
        v = todo.pop()
        if v not in seen:
            seen.add(v)
            todo += v.inputs
    return seen


def record():
    a, b = Value(1.0), Value(4.0)
    c = a + b
    a.data = 100.0
    return c.data


def twice():
    b = Value(2.0)
    y = 3 * b
    y.backward()
    y.backward()
    return b.grad


def uses_of_t():
    a, b, c = Value(2.0), Value(-3.0), Value(4.0)
    t = a * b
    y = t + t * c
    return sum(t is i for v in boxes(y) for i in v.inputs)


def adams_first(gradient):
    p = Value(0.0)
    p.grad = gradient
    optim.Adam([p], lr=0.1).step()
    return -p.data


a = Value(3.0)
# The right answer to each question about numbers, by another way than the item's own.
WORKED_OUT = {
    "a cell that has not run": 5,
    "grows by": (4 * 5 + 3) - (4 * 2 + 3),
    "a step along the slope": 10 - 5 * (2.1 - 2),
    "the cost of nudging": len([None, *range(5)]),
    "gears": slope(lambda x: -2 * (4 * x), x=1.0)["x"],
    "a record": record(),
    "boxes": len(boxes(a * a + a)),
    "through a product": slope(lambda a, b: 5 * (a * b), a=3.0, b=-4.0)["a"],
    "through a sum": slope(lambda a, b: 7 * (a + b), a=3.0, b=-4.0)["b"],
    "from both sides": (4.2 - 3.8) / (2.1 - 1.9),
    "two roads": slope(lambda a: a * a, a=3.0)["a"],
    "one walk back": 1,
    "thrown out": [2, 5][-1],
    "a shut gate": slope(lambda x: 3 * x.relu(), x=-2.0)["x"],
    "arrows": uses_of_t(),
    "from its own output": slope(lambda x: x.tanh(), x=math.atanh(0.5))["x"],
    "two roads to a": slope(lambda a: a * a + 3 * a, a=2.0)["a"],
    "a little too far": (3.1**2 - 3**2) / 0.1,
    "how often": 1,
    "pulled two ways": slope(lambda w: 3 * w + (-5) * w, w=1.0)["w"],
    "boxes of a neuron": len(boxes((Value(1.0) * Value(2.0) + Value(3.0)).relu())),
    "shut gate": slope(lambda w: 5 * (w * 1 + -3).relu(), w=2.0)["w"],
    "two calls": twice(),
    "the first step of Adam": adams_first(100.0),
    "a neuron that is shut": slope(lambda w: (2 * w - 6).relu(), w=1.0)["w"],
}


def test_every_question_about_a_number_is_worked_out_here_and_no_other():
    asked = {item.name for _, item in ITEMS if isinstance(item.right, float)}
    assert asked == WORKED_OUT.keys()


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_questions_come_from_one_three_and_five_lessons_before(lesson):
    before = {f"{int(lesson) - apart:02d}" for apart in (1, 3, 5) if int(lesson) >= apart}
    assert {item.lesson for item in chosen.chosen(lesson)} == before
    assert len(chosen.chosen(lesson)) == 3


def test_no_two_questions_have_one_name():
    assert len({item.name for _, item in ITEMS}) == len(ITEMS)


@by_item
def test_the_right_answer_is_right_and_each_usual_one_has_a_sentence_of_its_own(lesson, item):
    assert item.usual
    if item.options:
        assert item.right[0] in item.options
        assert {*item.usual} | {*item.right} == {*item.options}
    elif isinstance(item.right, float):
        assert item.is_right(WORKED_OUT[item.name])
    for right in item.right if isinstance(item.right, tuple) else [item.shown]:
        assert item.says(item.reads(right)) == item.told
    for wrong, sentence in item.usual.items():
        assert item.says(item.reads(str(wrong))) == sentence
    assert item.told not in item.usual.values()
    if not item.options:
        assert item.says(item.reads("123456" if isinstance(item.right, float) else "nothing")) == item.otherwise


@by_item
def test_a_wrong_answer_is_not_told_the_right_one(lesson, item):
    for sentence in (*item.usual.values(), item.otherwise):
        assert f"is {item.shown}." not in sentence.replace("a is 3.", "")


@pytest.mark.parametrize("text", ["-8", " \u22128 ", "-8.0", "-16/2", "-8,0"])
def test_a_number_may_be_typed_as_people_type_it(text):
    assert number(text) == -8.0


@pytest.mark.parametrize("text", ["", "eight", "1/0", "nan", "inf", "1/x", "--8"])
def test_what_is_no_number_is_none(text):
    assert number(text) is None


@pytest.mark.parametrize("typed", ["__rmul__", "`__rmul__`", "__rmul__()", "rmul", " __RMUL__. "])
def test_a_name_may_be_typed_with_its_brackets_or_without(typed):
    item = next(item for _, item in ITEMS if item.name == "who answers for 2 * a")
    assert item.is_right(item.reads(typed))


def test_an_answer_is_kept_and_told_what_it_shows():
    view = live.warmup("04")
    assert view.text().count("Your answer: none yet") == 3
    view.entry.value = "15"
    view.go.click()
    assert "Your answer: 15. 5 times a itself." in view.text()
    assert "Answer again, or go on." in view.said.value
    assert view.entry.layout.display == ""
    view.answer("-20")
    assert "How" not in view.said.value
    assert view.entry.layout.display == view.go.layout.display == "none"
    kept = [(e["lesson"], e["of"], e["item"], e["answer"], e["right"]) for e in journal.entries("warmup")]
    assert kept == [
        ("04", "03", "through a product", 15.0, False),
        ("04", "03", "through a product", -20.0, True),
    ]


def test_after_a_second_wrong_answer_the_right_one_is_told():
    view = live.warmup("04")
    view.answer("15")
    view.answer("1")
    assert "The answer is -20. What arrives, times how fast o turns" in view.text()
    view.answer("-20")
    assert len(journal.entries("warmup")) == 2


def test_the_enter_key_answers():
    view = live.warmup("04")
    view.entry.value = "-20"
    view.entry._handle_custom_msg({"event": "submit"}, [])
    assert view.answers["through a product"] == [-20.0]


def test_nothing_typed_and_nothing_chosen_is_no_answer():
    view = live.warmup("05")
    view.go.click()
    assert "Type an answer first" in view.message.value
    view.answer("five")
    assert "five is not a number." in view.message.value
    view.next()
    view.next()
    view.go.click()
    assert "Choose an answer first" in view.message.value
    assert journal.entries() == []


def test_after_the_last_it_says_how_many_were_right_at_the_first_go():
    view = live.warmup("05")
    view.answer("7")
    view.answer("5")
    view.next()
    view.answer("2")
    view.next()
    view.next()
    assert "1 of 3 at the first go. 1 left without an answer." in view.title.value
    view.again.click()
    assert "1 of 3, from lesson 4." in view.title.value
    assert view.text().count("none yet") == 3


def test_what_cannot_be_kept_is_said(monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_JOURNAL", "off")
    view = live.warmup("05")
    view.answer("5")
    assert "The journal is off" in view.message.value


def test_a_lesson_without_a_warm_up_is_told_in_three_parts():
    with pytest.raises(ValueError, match="asked: the warm-up of lesson '99'\nfound: there are those of 01, 02"):
        live.warmup("99")


MISSED = {"lesson": "02", "name": "boxes of a + a", "question": "How many boxes?", "confidence": "sure"}


def missing(monkeypatch, *missed):
    monkeypatch.setattr(journal, "misses", lambda before: list(missed), raising=False)
    return chosen.chosen("04")


def test_what_one_was_sure_of_and_wrong_about_comes_first(monkeypatch):
    first, *rest = missing(monkeypatch, MISSED | {"answer": 3.0, "outcome": 2.0})
    assert first.asks == "Lesson 2 asked: How many boxes?"
    assert (first.lesson, first.right, first.options) == ("02", 2.0, ())
    assert first.says(2.0) == "In lesson 2 you were sure of 3. Not any more."
    assert "Lesson 2 showed otherwise" in first.says(3.0)
    assert rest == list(chosen.items("04")[:2])
    view = live.warmup("04")
    view.answer("2")
    assert journal.entries("warmup")[-1]["item"] == "again 02 boxes of a + a"


def test_a_missed_choice_is_chosen_again_among_all_its_options(monkeypatch):
    options = ["up", "down", "stays"]
    first, *_ = missing(monkeypatch, MISSED | {"answer": "up", "outcome": "down", "options": options})
    assert (first.right, first.options) == (("down",), tuple(options))
    assert first.shown == "down"


def test_what_was_missed_in_a_lesson_comes_back_two_lessons_later():
    big = {"options": ["up", "down"], "lesson": "02", "name": "p", "big": True, "hidden": True}
    live.predict(live.softmax(), "Up or down?", "up", **big).commit("down", reason="it is", confidence="sure")
    assert live.warmup("03").items == chosen.items("03")[:3]
    view = live.warmup("04")
    assert view.item.asks == "Lesson 2 asked: Up or down?"
    assert (view.item.options, view.item.right) == (("up", "down"), ("up",))
    view.answer("up")
    assert "In lesson 2 you were sure of down." in view.text()


def test_an_item_made_for_a_miss_is_asked_in_its_place(monkeypatch):
    made = Item("made", "02", "So?", 1.0, "Yes.", {}, "No.", miss=("02", "boxes of a + a"))
    items = chosen.items("04")
    monkeypatch.setattr(chosen, "items", lambda lesson: (*items, made))
    assert missing(monkeypatch, MISSED | {"answer": 3.0, "outcome": 2.0})[0] is made


@pytest.mark.parametrize(
    "missed",
    [{"answer": "a curve", "outcome": "another"}, {"answer": None, "outcome": 2.0}, {"answer": True, "outcome": False}],
)
def test_a_miss_that_cannot_be_typed_again_is_left_out(monkeypatch, missed):
    assert missing(monkeypatch, MISSED | missed) == chosen.items("04")[:3]
