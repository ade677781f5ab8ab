"""Nobody sees an exception that a widget's callback raises: every view says it in words, and goes on."""

import ipywidgets
import pytest

from micrograd_lab import Value, datasets, live

DATA = datasets.moons(20, seed=1)
VIEWS = {
    "graph": lambda: live.graph("a * b", a=2.0, b=-3.0, rerun=True, backward=True),
    "backward": lambda: live.backward(lambda a, b: a * b + a, a=2.0, b=-3.0),
    "fill": lambda: live.fill(Value(2.0, "a") * Value(3.0, "b")),
    "roads": lambda: live.roads(),
    "slope": lambda: live.slope(),
    "neuron": lambda: live.neuron(),
    "landscape": lambda: live.landscape(),
    "softmax": lambda: live.softmax([0.0, 1.0]),
    "attention": lambda: live.attention("ab"),
    "loop": lambda: live.loop(),
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
