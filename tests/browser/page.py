"""Reading a live view in the page, and acting on it as a learner does."""

import random


def handle(view, name):
    return view.get_by_role("slider", name=name, exact=True)


def box(view, name):
    return view.get_by_role("spinbutton", name=f"{name}, as a number", exact=True)


def place(view, name):
    """The number at which a slider stands, as its handle says it."""
    return float(handle(view, name).get_attribute("aria-valuetext"))


def type_into(field, text):
    field.fill(text)
    field.press("Enter")


def press(view, button):
    view.get_by_role("button", name=button).click()


def locked(view, names):
    return [handle(view, name).get_attribute("aria-disabled") == "true" for name in names]


def told(view):
    """What was predicted and what happens, as they stand side by side, when both do."""
    sides = [view.get_by_role("group", name=name) for name in ("Your prediction", "What happens")]
    sides[1].wait_for()
    return [side.locator("b").first.inner_text() for side in sides]


def drag(page, handle, across):
    """Drag a slider's handle with the mouse, so many pixels to the right."""
    handle.scroll_into_view_if_needed()
    spot = handle.bounding_box()
    x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across, y, steps=5)
    page.mouse.up()


def flood(handle):
    """Press arrow keys at a slider, two hundred in a second."""
    keys = random.Random(1).choices(["ArrowRight", "ArrowLeft"], weights=[3, 1], k=200)
    handle.evaluate(
        """async (handle, keys) => {
            const start = performance.now();
            for (const [n, key] of keys.entries()) {
                handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
                await new Promise(done => setTimeout(done, Math.max(0, start + 5 * (n + 1) - performance.now())));
            }
        }""",
        keys,
    )


def boxes_of(view):
    """What stands in the boxes of a view's graph, in the order of their numbers, each {kind: text}; a minus is "-".

    Its gradient, alone or as the sum of what arrived, stands under "grad"; whether it is old under "old".
    """
    return view.locator(".micrograd-graph .picture").evaluate(
        """picture => [...picture.querySelectorAll(".value")].map(value => {
            const found = { number: Number(value.getAttribute("class").match(/\\bv(\\d+)/)[1]) };
            for (const text of value.querySelectorAll("text")) {
                const kind = text.getAttribute("class").split(" ")[0].replace("sum", "grad");
                found[kind] = text.textContent.replaceAll("\u2212", "-").replace("= ▲", "▲").replace("= ▼", "▼");
            }
            found.old = Boolean(value.querySelector(".grad.soft"));
            found.title = value.querySelector("title").textContent;
            return found;
        }).sort((one, other) => one.number - other.number)"""
    )


def gradients_of(view):
    """The gradients on screen, {name: number}; None where none is shown yet."""
    found = {box["name"]: box.get("grad", "").lstrip("=≠▲▼ ").removeprefix("old ") for box in boxes_of(view)}
    return {name: float(grad) if grad and "?" not in grad else None for name, grad in found.items()}


def numbers_of(view):
    """The numbers beside a chart, as {name: text}."""
    return dict(
        view.locator(".micrograd-chart .numbers tr").evaluate_all(
            "rows => rows.map(row => [row.children[0].textContent, row.children[1].textContent])"
        )
    )


def panel(view, title):
    """One panel of a chart, by its title."""
    return view.locator("figure", has=view.page.locator("figcaption", has_text=title)).first


def spot(view, title, x, y):
    """Where in the window the place (x, y) of a panel stands, in pixels; x and y are shares of its width and height."""
    marks = panel(view, title).locator("svg.marks")
    marks.scroll_into_view_if_needed()
    # Not bounding_box(): that of an inner svg is its content's.
    return tuple(
        marks.evaluate(
            """(e, [x, y]) => {
                const place = new DOMPoint(x * e.getAttribute("width"), (1 - y) * e.getAttribute("height"));
                const { x: left, y: top } = place.matrixTransform(e.getScreenCTM());
                return [left, top];
            }""",
            [float(x), float(y)],
        )
    )


def message_of(view):
    """The sentence below a view."""
    return view.locator(".micrograd-message").first.inner_text()
