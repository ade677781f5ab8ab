"""Random drags at a live.graph: what the page writes by itself, and what the kernel comes to at the same numbers."""

import json
import random

# What the page has written last by itself, `window.ahead`. The kernel's pictures come as elements, not as texts alone.
WATCH = """view => {
    const picture = view.querySelector(".micrograd-graph .picture");
    const text = node => node?.textContent.replaceAll("\u2212", "-");
    window.written = () => [...picture.querySelectorAll(".value")].map(value => [
        Number(value.getAttribute("class").match(/\\bv(\\d+)/)[1]), text(value.querySelector(".data")),
        text(value.querySelector(".grad, .sum"))?.replace(/^[=≠ ▲▼]+/, "") ?? null,
    ]).sort((one, other) => one[0] - other[0]).map(([_, ...texts]) => texts);
    window.labels = () => [...picture.querySelectorAll("g[class^=t] text")].map(text);
    window.ahead = null;
    new MutationObserver(changes => {
        if (changes.some(change => [...change.addedNodes].some(node => node.nodeType === 1))) return;
        window.ahead = { boxes: written(), labels: labels(), at: performance.now() };
    }).observe(picture, { subtree: true, childList: true, characterData: true });
}"""
ASKED = """import json as _json
from micrograd_lab.graph import short as _short
print(_json.dumps([{view}.picture.at,
    [[_short(r.data), None if r.grad is None else _short(r.grad)] for r in {view}.records]]))"""


def dragged(lesson, view, name, count, seed=1):
    """Drag sliders at random; gives (how often something moved, [what differs])."""
    page, pick, differing, moved = lesson.page, random.Random(seed), [], 0
    view.scroll_into_view_if_needed()
    view.evaluate(WATCH)
    handles = view.get_by_role("slider").all()
    boxes = view.locator("input[type=number]")
    while moved < count:
        before = boxes.evaluate_all("all => all.map(box => Number(box.value))")
        page.evaluate("window.ahead = null")
        _drag(page, pick.choice(handles), pick)
        at = boxes.evaluate_all("all => all.map(box => Number(box.value))")
        if at == before:
            continue
        moved += 1
        for _ in range(200):
            there, expected = json.loads(lesson.ask(ASKED.format(view=name)))
            if there == at:
                break
            page.wait_for_timeout(10)
        ahead = page.evaluate("window.ahead")
        if there != at or ahead is None or ahead["boxes"] != expected:
            both = zip(ahead["boxes"] if ahead else expected, expected, strict=True)
            stand = [float(one.get_attribute("aria-valuetext")) for one in handles]
            differing.append((at, there, stand, [(n, *pair) for n, pair in enumerate(both) if pair[0] != pair[1]]))
    return moved, differing


def _drag(page, handle, pick):
    if pick.random() < 0.5:
        handle.focus()
        for _ in range(pick.randrange(1, 4)):
            page.keyboard.press(pick.choice(["ArrowRight", "ArrowLeft", "PageUp", "PageDown"]))
        return
    spot = handle.bounding_box()
    x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + pick.randrange(-90, 91), y, steps=pick.randrange(1, 5))
    page.mouse.up()
