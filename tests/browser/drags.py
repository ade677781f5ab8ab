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
    const boxes = [...view.querySelectorAll("input[type=number]")];
    window.places = () => boxes.map(box => Number(box.value));
    window.labels = () => [...picture.querySelectorAll("g[class^=t] text")].map(text);
    window.ahead = null;
    new MutationObserver(changes => {
        if (changes.some(change => [...change.addedNodes].some(node => node.nodeType === 1))) return;
        window.ahead = { boxes: written(), labels: labels(), place: places() };
    }).observe(picture, { subtree: true, childList: true, characterData: true });
}"""
ASKED = """import json as _json
from micrograd_lab.graph import short as _short
print(_json.dumps([{view}.picture.at,
    [[_short(r.data), None if r.grad is None else _short(r.grad)] for r in {view}.records]]))"""


def dragged(lesson, view, name, count, seed=1):
    """Drag sliders at random; gives (how often something moved, how often the page wrote it itself, [what differs]).

    Where the kernel's answer comes before the page's frame, the page writes nothing by itself: then what is on screen
    counts. Boxes, handles, kernel and picture are waited for until they agree; they are wrong if they never do.
    """
    page, pick, differing, moved, own = lesson.page, random.Random(seed), [], 0, 0
    view.scroll_into_view_if_needed()
    view.evaluate(WATCH)
    handles = view.get_by_role("slider").all()
    while moved < count:
        before = page.evaluate("places()")
        page.evaluate("window.ahead = null")
        _drag(page, pick.choice(handles), pick)
        if page.evaluate("places()") == before:
            continue
        moved += 1
        for _ in range(200):
            there, expected = json.loads(lesson.ask(ASKED.format(view=name)))
            at, written, ahead = page.evaluate("[places(), written(), window.ahead]")
            stand = [float(one.get_attribute("aria-valuetext")) for one in handles]
            if there == at == stand and written == expected:
                break
            page.wait_for_timeout(10)
        wrote = ahead is not None and ahead["place"] == at
        own += wrote
        shown = ahead["boxes"] if wrote else written
        if not there == at == stand or written != expected or shown != expected:
            both = enumerate(zip(shown, expected, strict=True))
            differing.append((at, there, stand, wrote, [(n, *pair) for n, pair in both if pair[0] != pair[1]]))
    return moved, own, differing


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
