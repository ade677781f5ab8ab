"""Each control of each view acts: it is found in the view and moved, and what is on screen changes."""

import sys
from functools import cache, partial

import every_view
import ipywidgets
import pytest
import traitlets
from every_view import VIEWS, controls, made, move, reachable, within

# What is typed into a text, by what stands beside it.
TEXTS = {
    "y =": "a * b - a",
    "name": "anna",
    "or type x, y": "0.5, -1",
    "I saw": "it went up",
    "Text": "1",
    "your answer": "3",
}


def go(name, view):
    move(controls(view)[name], TEXTS.get(name, ""))


def after(*names):
    """Move these controls first, one after another."""

    def do(view):
        for name in names:
            go(name, view)

    return do


def choose_own_points(view):
    controls(view)["data"].value = "own points"


ANSWER = ("RadioButtons", "answer")
WAYS = ("run forward after each change", "run backward after each change")
# What has to be done first, where nothing, a click, or another control's next place is not enough.
FIRST = {
    ("landscape", "momentum, FloatSlider"): after("step", "step"),
    ("landscape", "momentum, FloatSlider, typed"): after("step", "step"),
    ("predict", "RadioButtons"): after(),
    ("predict", "commit"): after("RadioButtons"),
    ("predict", "I saw"): after("RadioButtons", "commit", "logit 0"),
    ("questions", "back"): after(*ANSWER),
    ("questions", "from the start"): after(*10 * ANSWER),
    ("warmup", "RadioButtons"): after("next", "next"),
    ("warmup", "from the start"): after("next", "next", "next"),
    ("training", "a click adds"): choose_own_points,
    ("training", "or type x, y"): choose_own_points,
    ("training", "clear"): choose_own_points,
    **{("graph", switch): after(switch, "a") for switch in WAYS},  # off, and a leaf moved: there is something to run
}
FIRST_OF_ALL = {"predict": after("RadioButtons", "commit")}  # which unlocks the other controls
# What is read only when others are used: each of these runs shows whether the control was moved.
READ_BY = {
    ("distributions", "learning rate"): [("train 50 steps",)],
    ("fill", "Text"): [("check",)],
    ("loop", "forget zero_grad"): [("forward", "backward", "zero"), ("code",)],
    ("loop", "learning rate"): [("whole step",), ("code",)],
    ("loop", "whole steps"): [("whole step",)],
    ("predict", "RadioButtons"): [("commit",)],
    ("questions", "RadioButtons"): [("answer",)],
    ("warmup", "RadioButtons"): [("answer",)],
    ("warmup", "your answer"): [("answer",)],
    ("training", "a click adds"): [("or type x, y",)],
    ("training", "batch size"): [("step",)],
    ("training", "optimizer"): [("step", "step")],
}


def screen(view):
    """All that a learner sees, but for where the controls stand, and the message."""
    seen = []
    for widget in within(view):
        if every_view.interactive(widget):
            names = ("description", "icon", "disabled", "_options_labels")
        else:
            names = [name for name in widget.keys if name != "frame" and not name.startswith("_")]
        if widget is not view.message:
            seen.append([getattr(widget, name, None) for name in names if name not in ("layout", "style", "children")])
            seen.append(widget.layout.display)
    return seen


def changes(view, do):
    """Whether something else is on screen afterwards. That a message goes away is no effect: any control does that."""
    before, said = screen(view), view.message.value
    do(view)
    assert "This did not work" not in view.message.value, view.message.value
    return screen(view) != before or view.message.value not in ("", said)


def takes_along(view, name):
    """Move a control; gives whether the box of a slider, or the slider of a box, has moved too."""
    there = controls(view)
    other = there.get(name.removesuffix(", typed") if name.endswith(", typed") else f"{name}, typed")
    stood = other.value if other else None
    go(name, view)
    return other is None or other.value != stood


def acts(kind, name, first, make=made):
    """Whether moving the control, after what is done first, changes what is on screen, now or when it is read."""
    for run in READ_BY.get((kind, name.removesuffix(", typed")), []):
        moved, unmoved = make(kind), make(kind)
        for view in (moved, unmoved):
            first(view)
        if not (reachable(moved, controls(moved)[name]) and takes_along(moved, name)):
            return False
        for view in (moved, unmoved):
            after(*run)(view)
        if screen(moved) == screen(unmoved):
            return False
    if (kind, name.removesuffix(", typed")) in READ_BY:
        return True
    view, followed = make(kind), []
    first(view)
    if not reachable(view, controls(view)[name]):
        return False
    return changes(view, lambda view: followed.append(takes_along(view, name))) and all(followed)


def tries(kind, name):
    """What may have to be done before the control has an effect: nothing, or another one moved that can be."""
    first = FIRST.get((kind, name)) or FIRST_OF_ALL.get(kind)
    yield first or after()
    view = made(kind)
    for other, control in () if first else controls(view).items():
        if other not in (name, "save picture", "code") and reachable(view, control):
            yield after(other)


@cache
def found(kind, name):
    """The first of these after which the control acts, or None."""
    return next((first for first in tries(kind, name) if acts(kind, name, first)), None)


def layers_are_those_of_the_network(make):
    view, sizes = make("training"), []
    for name in ("layers", "layer 3", "layer 1"):
        go(name, view)
        sizes.append([len(layer.neurons) for layer in view.model.layers])
    return sizes == [[4, 3, 3, 1], [4, 3, 4, 1], [5, 3, 4, 1]]


def a_step_goes_as_far_as_the_rate_says(kind, one_step, make):
    moved = []
    for rate in (0.05, 0.1):
        view = make(kind)
        model = view.loop.model if kind == "loop" else view.model
        before = [p.data for p in model.parameters()]
        controls(view)["learning rate, typed"].value = rate
        go(one_step, view)
        moved.append([p.data - b for p, b in zip(model.parameters(), before, strict=True)])
    return any(moved[0]) and moved[1] == pytest.approx([2 * m for m in moved[0]])


def forgetting_keeps_the_gradients(make):
    view = make("loop")
    after("forget zero_grad", "forward", "backward", "zero")(view)
    return any(p.grad for p in view.loop.model.parameters())


def what_learns_says_pause_and_plays(kind, make):
    view = make(kind)
    go("let it learn", view)
    return view.chart.playing and "pause" in controls(view)


# Not that something changes, but the right thing.
RIGHT = {
    "first": [partial(what_learns_says_pause_and_plays, "first")],
    "own_training": [partial(what_learns_says_pause_and_plays, "own_training")],
    "paper": [partial(what_learns_says_pause_and_plays, "paper")],
    "loop": [partial(a_step_goes_as_far_as_the_rate_says, "loop", "whole step"), forgetting_keeps_the_gradients],
    "training": [partial(a_step_goes_as_far_as_the_rate_says, "training", "step"), layers_are_those_of_the_network],
}
# Heard, though nobody sees it.
UNSEEN = {
    ("distributions", "learning rate, typed"): "takes an old message away; the next training reads the rate itself",
    ("landscape", "play"): "keeps the sentence on a race that has ended; that play plays is seen in live.training",
}


def hears(patch, deaf=None):
    """Note in a list which controls the package listens to while a view is made. Number `deaf` is not connected."""
    heard = []

    def ours(connect):
        def connecting(control, *what, **how):
            if sys._getframe(1).f_globals["__name__"].startswith("micrograd_lab") and every_view.interactive(control):
                heard.append(control)
                if len(heard) - 1 == deaf:
                    return None
            return connect(control, *what, **how)

        return connecting

    patch.setattr(traitlets.HasTraits, "observe", ours(traitlets.HasTraits.observe))
    patch.setattr(ipywidgets.Button, "on_click", ours(ipywidgets.Button.on_click))
    return heard


@pytest.fixture(autouse=True)
def a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # for pictures that are saved


@pytest.mark.parametrize("kind", VIEWS)
def test_each_control_of_a_view_changes_what_is_on_screen(kind):
    silent = [name for name in controls(made(kind)) if not found(kind, name)]
    assert not silent, f"moving these does nothing that one sees: {silent}"


@pytest.mark.parametrize("kind", RIGHT)
def test_a_control_does_what_it_says(kind):
    for right in RIGHT[kind]:
        assert right(made), right


@pytest.mark.long
@pytest.mark.parametrize("kind", VIEWS)
def test_a_control_that_nobody_listens_to_is_noticed(kind, monkeypatch):
    with monkeypatch.context() as patch:
        heard = hears(patch)
        there = controls(made(kind))
        names = [next((name for name, one in there.items() if one is control), None) for control in heard]
    first = {name: found(kind, name) or after() for name in there}

    def noticed(number, name):
        def deaf(kind):
            with monkeypatch.context() as patch:
                hears(patch, deaf=number)
                return made(kind)

        rest = (other for other in there if other != name)
        return not (
            acts(kind, name, first[name], deaf)
            and all(right(deaf) for right in RIGHT.get(kind, []))
            and all(acts(kind, other, first[other], deaf) for other in rest)
        )

    assert any(names)
    asked = [(number, name) for number, name in enumerate(names) if name and (kind, name) not in UNSEEN]
    assert not [(number, name) for number, name in asked if not noticed(number, name)]
