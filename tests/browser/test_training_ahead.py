"""live.training in JupyterLab, which the page draws and trains before the kernel is asked, and without it."""

import json
import os
import random

import numpy as np
import pytest

from micrograd_lab import datasets, losses, nn, optim, steps
from micrograd_lab.graph import digits

from .page import box, handle, message_of, numbers_of, panel, place, press, type_into

pytestmark = pytest.mark.browser

DATA = datasets.moons(200, seed=1)
CELL = "view = live.training(datasets.moons(200, seed=1), lr=0.3)\nview"
ADAM = "adam = live.training(datasets.moons(60, seed=1), hidden=[8], optimizer='Adam', lr=0.01)\nadam"
# The numbers as soon as something was done: no answer can have come by then.
READ = """const numbers = () => Object.fromEntries([...view.querySelectorAll(".numbers tr")].map(
    row => [row.children[0].textContent.trim(), row.children[1].textContent]));"""
AT_ONCE = f"""async (handle, keys) => {{
    const view = handle.closest(".micrograd-view");
    {READ}
    for (const key of keys) handle.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true }}));
    if (keys.length > 1) await new Promise(requestAnimationFrame); // many keys in one frame are shown together
    return numbers();
}}"""
CLICKED = f"""(button, others) => {{
    const view = button.closest(".micrograd-view");
    {READ}
    button.click();
    const found = numbers();
    for (const name of others) [...view.querySelectorAll("button")].find(b => b.textContent.trim() === name).click();
    return found;
}}"""
FIELD = "canvas => canvas.toDataURL()"


@pytest.fixture(scope="module")
def lesson(open_cells):
    lesson = open_cells("training_ahead", CELL, ADAM)
    lesson.page.set_viewport_size({"width": 1400, "height": 1500})  # what is not on screen waits for its turn
    lesson.page.wait_for_timeout(1000)
    return lesson


@pytest.fixture
def view(lesson):
    view = lesson.view(CELL)
    lesson.ask("view.play.value = False; view.rate.value, view.which.value = 0.3, 0; view.reset()")
    lesson.until(lambda: shown(view), kernels(lesson))
    lesson.page.wait_for_timeout(300)
    view.evaluate("e => e.scrollIntoView({ block: 'center' })")
    return view


def shown(view):
    return {name.strip(): text for name, text in numbers_of(view).items()}


def kernels(lesson, name="view"):
    """The numbers that the kernel has."""
    found = json.loads(lesson.ask(f"import json; print(json.dumps({name}.numbers()))"))
    return {name.strip(): str(text) for name, text in found.items()}


def field(view):
    return panel(view, "decision field").locator("canvas").evaluate(FIELD)


def clicked(view, name, *others):
    return view.get_by_role("button", name=name).evaluate(CLICKED, others)


def trained(count, lr=0.3, machine="tape"):
    """The parameters and the losses of a plain run of so many steps."""
    model = nn.MLP(2, [16, 16, 1], seed=1)
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=lr), losses.hinge, machine=machine)
    found = [next(training).data_loss for _ in range(count)]
    return [p.data for p in model.parameters()], found


def steps_of(view):
    return int(shown(view)["step"])


def until_step(lesson, view, step):
    lesson.page.wait_for_function(
        "([rows, step]) => Number(rows.querySelector('tr td').textContent) >= step",
        arg=[view.locator(".numbers").element_handle(), step],
    )


def test_play_in_the_page_is_a_plain_run_of_so_many_steps(lesson, view):
    lesson.ask("drawn = view.redraws")
    press(view, "play")
    until_step(lesson, view, 60)
    seen = clicked(view, "pause")
    lesson.until(lambda: kernels(lesson)["step"], seen["step"])
    assert kernels(lesson) == seen == shown(view)
    count = int(seen["step"])
    parameters, curve = trained(count)
    assert eval(lesson.ask("print([p.data for p in view.model.parameters()])")) == parameters
    numbers, on_the_data = np.transpose(eval(lesson.ask("print([point[:2] for point in view.session.curve])")))
    assert numbers.tolist() == list(range(count))
    assert on_the_data == pytest.approx(np.array(curve), rel=1e-12)
    assert int(lesson.ask("print(view.redraws - drawn)")) < count / 2  # the kernel has not drawn the frames
    path = panel(view, "loss").locator(".line path").get_attribute("d")
    assert path.count("L") + path.count("M") == count
    assert float(seen["loss"]) < 0.5


def test_the_whole_curve_is_drawn_while_it_plays(lesson, view):
    press(view, "play")
    until_step(lesson, view, 450)
    clicked(view, "pause")
    lesson.until(lambda: kernels(lesson), shown(view))
    told = panel(view, "loss").locator("[role=img]").get_attribute("aria-label")
    assert told == lesson.ask("print(view.panels()[1].text())")
    kept = json.loads(lesson.ask("print([number for number, *_ in view.session.curve])"))
    step = steps_of(view)
    assert kept == list(range(0, step, 2))  # beyond 400 every second one


def test_play_pause_step_and_reset_at_once_show_the_start(lesson, view):
    start, drawn = shown(view), field(view)
    press(view, "play")
    until_step(lesson, view, 20)
    clicked(view, "pause", "step", "reset")
    lesson.until(lambda: shown(view), start)
    lesson.until(lambda: kernels(lesson), start)
    assert shown(view) == start
    assert field(view) == drawn
    assert panel(view, "loss").locator(".line path").get_attribute("d") == ""


def test_a_step_right_after_a_pause_follows_what_the_page_has_trained(lesson, view):
    press(view, "play")
    until_step(lesson, view, 20)
    seen = clicked(view, "pause", "step")
    count = int(seen["step"]) + 1
    lesson.until(lambda: shown(view)["step"], str(count))
    assert eval(lesson.ask("print([p.data for p in view.model.parameters()])")) == pytest.approx(trained(count)[0])


def test_reset_while_it_plays_shows_the_start(lesson, view):
    start = shown(view)
    press(view, "play")
    until_step(lesson, view, 20)
    press(view, "reset")
    lesson.until(lambda: shown(view), start)
    lesson.page.wait_for_timeout(300)
    assert shown(view) == start == kernels(lesson)


def test_another_network_while_it_plays_is_shown(lesson, view):
    press(view, "play")
    until_step(lesson, view, 10)
    type_into(box(view, "hidden size"), "3")
    lesson.until(lambda: shown(view)["parameters"], "25")
    lesson.until(lambda: shown(view), kernels(lesson))
    assert shown(view)["step"] == "0"
    type_into(box(view, "hidden size"), "16")
    lesson.until(lambda: shown(view)["parameters"], "337")


def test_a_learning_rate_changed_while_it_plays_acts_and_nothing_jumps_back(lesson, view):
    press(view, "play")
    until_step(lesson, view, 20)
    step = steps_of(view)
    type_into(box(view, "learning rate"), "0.01")
    lesson.until(lambda: shown(view)["learning rate"], "0.01")
    assert steps_of(view) > step
    before = shown(view)
    lesson.page.wait_for_timeout(100)
    seen = clicked(view, "pause")
    assert int(seen["step"]) > int(before["step"])
    lesson.until(lambda: kernels(lesson), seen)


def test_a_dragged_weight_moves_field_and_numbers_before_the_kernel_is_asked(lesson, view):
    type_into(box(view, "weight no."), "336")
    lesson.until(lambda: "weight no. 336" in shown(view), True)
    before, drawn = shown(view), field(view)
    seen = handle(view, "add to it").evaluate(AT_ONCE, ["ArrowRight"])
    model = nn.MLP(2, [16, 16, 1], seed=1)
    weight = model.parameters()[336]
    weight.data += 0.05
    loss = losses.hinge([model(x) for x in DATA.X], DATA.y)
    assert (seen["weight no. 336"], seen["loss"]) == (digits(weight.data), digits(loss.data))
    assert seen != before
    at_once = handle(view, "add to it").evaluate(AT_ONCE, ["ArrowRight"] * 12)
    pixels = field(view)
    lesson.until(lambda: lesson.ask("print(view.added.value)"), "0.65")
    lesson.page.wait_for_timeout(300)
    assert at_once == shown(view) == kernels(lesson)
    assert pixels == field(view) != drawn
    assert place(view, "add to it") == 0.65


def test_page_and_kernel_agree_over_random_drags_and_plays(lesson, view):
    pick, differing = random.Random(1), []
    for turn in range(int(os.environ.get("MICROGRAD_LAB_DRAGS", 30))):
        if pick.random() < 0.3:
            start = steps_of(view)
            press(view, "play")
            until_step(lesson, view, start + pick.randrange(2, 40))
            seen = clicked(view, "pause")
        else:
            keys = pick.choices(["ArrowRight", "ArrowLeft", "PageUp", "PageDown"], k=pick.randrange(1, 6))
            seen = handle(view, "add to it").evaluate(AT_ONCE, keys)
        for _ in range(400):
            found = kernels(lesson)
            if found == seen:
                break
            lesson.page.wait_for_timeout(10)
        if found != seen or shown(view) != seen:
            differing.append((turn, seen, found, shown(view)))
        if pick.random() < 0.2:
            number = pick.randrange(337)
            type_into(box(view, "weight no."), str(number))
            lesson.until(lambda number=number: f"weight no. {number}" in shown(view), True)
    assert not differing
    assert lesson.complaints == []


def test_what_the_page_does_not_train_the_kernel_plays(lesson):
    adam = lesson.view(ADAM)
    press(adam, "play")
    until_step(lesson, adam, 15)
    press(adam, "pause")
    adam.get_by_role("button", name="play").wait_for()
    count = steps_of(adam)
    assert int(lesson.ask("print(adam.training.number)")) == count
    assert int(lesson.ask("print(adam.redraws)")) >= count
    seen = handle(adam, "add to it").evaluate(AT_ONCE, ["ArrowRight"])
    lesson.until(lambda: kernels(lesson, "adam"), seen)


def test_a_training_that_explodes_says_so(lesson, view):
    lesson.ask("view.choices.loss.value = losses.mean_squared_error; view.rate.value = 10.0")
    lesson.until(lambda: shown(view)["learning rate"], "10")
    press(view, "play")
    lesson.until(lambda: "Lower the learning rate" in message_of(view), True)
    assert shown(view)["loss"] in ("nan", "inf")
    lesson.until(lambda: shown(view), kernels(lesson))
    lesson.ask("view.choices.loss.value = losses.hinge")


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_pictures_of_it_playing_for_a_person_to_look_at(lesson, view, theme, shoot):
    lesson.theme(theme)
    press(view, "play")
    until_step(lesson, view, 150)
    shoot(lesson.page, f"training-ahead-{theme.lower()}")
    press(view, "pause")
    view.get_by_role("button", name="play").wait_for()


def test_without_a_kernel_the_training_goes_on(lesson, view, lab, shoot):
    press(view, "play")
    until_step(lesson, view, 20)
    lab.server.kill()
    lab.server.wait(20)
    try:
        step = steps_of(view)
        until_step(lesson, view, step + 150)  # further than what is told once
        shoot(lesson.page, "training-without-kernel")
        seen = clicked(view, "pause")
        lesson.page.wait_for_timeout(500)
        assert shown(view) == seen
        count = int(seen["step"])
        parameters, curve = trained(count)
        assert seen["weight no. 0"] == digits(parameters[0])
        told = panel(view, "loss").locator("[role=img]").get_attribute("aria-label")
        assert told == f"Loss curve, {count} points, the last {digits(curve[-1])}."
        seen = handle(view, "add to it").evaluate(AT_ONCE, ["ArrowRight"])
        assert seen["weight no. 0"] == digits(parameters[0] + 0.05)
        clicked(view, "pause")  # the button's name is the kernel's
        until_step(lesson, view, count + 20)
    finally:
        lab.start()
