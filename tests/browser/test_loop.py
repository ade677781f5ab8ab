"""live.loop in JupyterLab, against the engine's own calls made here."""

import pytest

from micrograd_lab import losses, nn, optim
from micrograd_lab.experiments.loop import XS, YS, name_of
from micrograd_lab.graph import digits

from .page import box, drag, handle, message_of, numbers_of, panel, place, press, told, type_into

pytestmark = pytest.mark.browser

CELL = "view = live.loop()\nview"
ASKED = """import math
live.predict(
    live.loop(), "After forward, zero and backward you press update twice. The second update ...",
    outcome=lambda view: "as far as the first" if math.isclose(*view.loop.moves[:2]) else "differs",
    options=["moves nothing", "as far as the first", "differs"],
    tried=lambda view: len(view.loop.moves) > 1, lesson="08", name="twice",
)"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("loop", CELL, ASKED)


class ByHand:
    """What a learner would type, on parameter 2."""

    def __init__(self, lr):
        self.model = nn.MLP(3, [4, 4, 1], activation="tanh", seed=1)
        self.optimizer = optim.SGD(self.model.parameters(), lr=lr)
        self.updates = self.calls = self.behind = 0

    def press(self, *names):
        for name in names:
            getattr(self, name)()

    def forward(self):
        self.loss, self.behind = losses.mean_squared_error([self.model(x) for x in XS], YS), 0

    def zero(self):
        self.model.zero_grad()
        self.calls = 0

    def backward(self):
        self.loss.backward()
        self.calls += 1

    def update(self):
        self.optimizer.step()
        self.updates, self.behind = self.updates + 1, self.behind + 1

    def numbers(self, which=2):
        parameter = self.model.parameters()[which]
        late = {0: "", 1: ", of the parameters before the last update"}
        return {
            "loss": digits(self.loss.data)
            + late.get(self.behind, f", of the parameters before the last {self.behind} updates"),
            "updates": str(self.updates),
            "backward() since zero": str(self.calls),
            "parameter": name_of(which, self.model),
            "its data": digits(parameter.data),
            "its grad": digits(parameter.grad),
        }


def test_four_buttons_in_any_order_do_what_the_engine_does(lesson, shoot):
    view, hand = lesson.view(CELL), ByHand(0.05)
    lesson.until(lambda: numbers_of(view)["loss"], "not computed yet")
    press(view, "backward")
    lesson.until(lambda: message_of(view)[:26], "backward() needs a graph. ")
    for name in (
        "forward",
        "zero",
        "backward",
        "update",
        "update",
        "backward",
        "forward",
        "backward",
        "zero",
        "update",
    ):
        view.get_by_role("button", name=name, exact=True).press("Enter")  # by key
        hand.press(name)
        lesson.until(lambda: numbers_of(view), hand.numbers())
    lesson.until(lambda: message_of(view), "Every gradient is 0, so the update moves nothing.")
    handle(view, "parameter").press("End")
    lesson.until(lambda: numbers_of(view), hand.numbers(40))
    handle(view, "parameter").press("Home")
    lesson.until(lambda: numbers_of(view), hand.numbers(0))
    type_into(box(view, "parameter"), "2")
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"loop-order-{theme.lower()}")


def test_without_zero_grad_the_runs_part(lesson, shoot):
    view = lesson.view(CELL)
    press(view, "reset")
    drag(lesson.page, handle(view, "learning rate"), -20)
    rate = box(view, "learning rate")
    # The number box follows the kernel: only then is what the mouse did over.
    lesson.until(
        lambda: 0.05 > float(rate.input_value()) == pytest.approx(place(view, "learning rate"), rel=1e-3), True
    )
    type_into(rate, "0.001")
    type_into(box(view, "whole steps"), "60")
    press(view, "whole step")
    hand = ByHand(0.001)
    hand.press(*["forward", "zero", "backward", "update"] * 60)
    lesson.until(lambda: numbers_of(view), hand.numbers())
    press(view, "reset")
    view.get_by_role("button", name="forget zero_grad").click()
    press(view, "whole step")
    bad = ByHand(0.001)
    bad.press(*["forward", "backward", "update"] * 60)
    lesson.until(lambda: numbers_of(view), bad.numbers())
    assert bad.loss.data < hand.loss.data
    lesson.until(lambda: "60 backward() calls have added up" in message_of(view), True)
    ends = [last_height(view, name) for name in ("the run before", "loss")]
    assert ends[1] > ends[0] + 20  # lower on screen, and so a lower loss
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"loop-{theme.lower()}")
    type_into(box(view, "learning rate"), "1")
    for _ in range(3):
        press(view, "whole step")
    lesson.until(lambda: "Lower the learning rate and reset" in message_of(view), True)
    press(view, "reset")
    lesson.until(lambda: numbers_of(view)["loss"], "not computed yet")
    assert not lesson.complaints


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab):
    view = lesson.view("live.predict")
    assert view.get_by_role("button", name="update", exact=True).is_disabled()
    view.get_by_role("radio", name="moves nothing").click()
    press(view, "commit")
    for name in ("forward", "zero", "backward", "update", "update"):
        view.get_by_role("button", name=name, exact=True).click()
    view.get_by_text("It turned out differently.").wait_for()
    assert told(view) == ["moves nothing", "as far as the first"]
    kept = [entry for entry in lab.journal() if entry.get("name") == "twice"]
    assert [entry["answer"] for entry in kept] == ["moves nothing"] * 2
    assert kept[1]["outcome"] == "as far as the first"


def last_height(view, name):
    """How far from the top the last place of a curve stands, in pixels."""
    path = panel(view, "loss").locator(f".mark.line[data-name='{name}'] path").first
    return float(path.get_attribute("d").rsplit(",", 1)[1])
