"""Nobody sees an exception that a widget's callback raises: every view says it in words, and goes on."""

import ipywidgets
import pytest

from micrograd_lab import Value, datasets, live
from micrograd_lab.experiments.own_training import KIT

DATA = datasets.moons(20, seed=1)
VIEWS = {
    "graph": lambda: live.graph("a * b", a=2.0, b=-3.0, rerun=True, backward=True),
    "backward": lambda: live.backward(lambda a, b: a * b + a, a=2.0, b=-3.0),
    "fill": lambda: live.fill(Value(2.0, "a") * Value(3.0, "b")),
    "roads": lambda: live.roads(),
    "slope": lambda: live.slope(),
    "neuron": lambda: live.neuron(),
    "landscape": lambda: live.landscape(),
    "golf": lambda: live.golf(),
    "ravine": lambda: live.ravine(KIT),
    "softmax": lambda: live.softmax([0.0, 1.0]),
    "attention": lambda: live.attention("ab"),
    "loop": lambda: live.loop(),
    "first": lambda: live.first(),
    "three": lambda: live.three(Value),
    "training": lambda: live.training(DATA, controls="all"),
    "distributions": lambda: live.distributions(DATA),
}


def move(control):
    """Put a control somewhere else, as a learner does."""
    if isinstance(control, ipywidgets.Button):
        control.click()
    elif isinstance(control, (ipywidgets.Checkbox, ipywidgets.ToggleButton)):
        control.value = not control.value
    elif hasattr(control, "options"):
        control.index = (control.index or 0) + 1 if len(control.options) > (control.index or 0) + 1 else 0
    elif isinstance(control, ipywidgets.Text):
        control.value += "0"
    else:
        control.value = control.min if control.value != control.min else control.max


@pytest.mark.parametrize("name", VIEWS)
def test_what_a_callback_raises_is_said_in_the_view(name, monkeypatch):
    def raising(*_args, **_how):
        raise RuntimeError("by hand")

    view, said = VIEWS[name](), 0
    for method in ("refresh", "show", "_show", "finish", "step", "reset", "check"):
        if hasattr(view, method):
            monkeypatch.setattr(view, method, raising)
    for control in view.controls:
        move(control)  # raises nothing here
        said += "RuntimeError: by hand" in view.message.value
        view.say("")
    assert said
    monkeypatch.undo()
    for control in view.controls:
        move(control)
        assert "RuntimeError" not in view.message.value


def divided():
    view = live.graph("a / c", a=(2.0, -5, 5), c=(1.0, -5, 5))
    view.boxes["c"].value = 0.0
    return view


def test_a_graph_without_a_result_says_at_which_numbers_its_picture_is():
    view = divided()
    said = "The picture is still the one at a = 2, c = 1."
    assert "a divisor can&#x27;t be 0" in view.message.value
    assert said in view.message.value
    assert said in repr(view)
    assert "micrograd-before" in view._dom_classes
    view.coding.value = True
    assert said in view.message.value
    view.boxes["c"].value = 2.0
    assert "still" not in view.message.value + repr(view)
    assert "micrograd-before" not in view._dom_classes


@pytest.mark.parametrize("command", ["graph", "backward"])
def test_a_text_that_can_t_be_drawn_is_told_from_the_picture_until_it_is_mended(command):
    view = getattr(live, command)("a * b", a=2.0, b=3.0)
    view.expression.value = "a * z"
    said = "The picture is still that of y = a * b."
    assert said in view.message.value
    if command == "graph":
        view.boxes["a"].value = 1.0
    else:
        view.buttons["step"].click()
    assert said in view.message.value
    assert said in repr(view)
    view.expression.value = "a + b"
    assert "still" not in view.message.value + repr(view)


def test_a_name_that_can_t_be_read_is_told_from_the_picture():
    view = live.attention("ab")
    view.name.value = "ab1"
    assert "The picture is still that of ab." in view.message.value
    assert "The picture is still that of ab." in repr(view)


@pytest.mark.parametrize(
    "name", ["roads", "slope", "softmax", "neuron", "landscape", "golf", "ravine", "loop", "distributions"]
)
def test_a_view_that_can_t_compute_does_not_pass_its_old_picture_off_as_new(name, monkeypatch):
    def raising(*_args, **_how):
        raise RuntimeError("by hand")

    view = VIEWS[name]()
    for method in ("refresh", "show"):
        if hasattr(view, method):
            monkeypatch.setattr(view, method, raising)
    box = [c for c in view.controls if isinstance(c, (ipywidgets.BoundedFloatText, ipywidgets.BoundedIntText))][-1]
    was = box.value
    move(box)
    assert "The picture is still the one from before." in view.message.value
    assert "The picture is still the one from before." in repr(view)
    monkeypatch.undo()
    box.value = was
    assert "from before" not in view.message.value + repr(view)
