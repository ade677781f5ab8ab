"""Every view of the gallery, for those who hear, who use keys, or who see few colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def gallery(open_lesson):
    return open_lesson("gallery")


def serious(page, theme):
    """What axe finds serious or critical inside our views: JupyterLab's own page is not ours to judge."""
    found = Axe().run(page, context=".micrograd-view", options={"resultTypes": ["violations"]}).response
    return [
        f"{theme}: {violation['id']}: {node['html'][:160]}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_serious(gallery, theme):
    gallery.theme(theme)
    nameless = gallery.page.locator(".micrograd-view [role=slider]:not([aria-label])")
    gallery.until(nameless.count, 0)
    assert serious(gallery.page, theme) == []


def test_axe_would_find_a_handle_without_a_name(gallery):
    named = gallery.page.locator(".micrograd-view [role=slider]").first
    # A copy outside of its slider, where nothing names it again.
    named.evaluate(
        """e => {
            const copy = e.cloneNode();
            copy.removeAttribute("aria-label");
            copy.id = "nameless";
            e.closest(".micrograd-view").append(copy);
        }"""
    )
    assert any("aria" in line for line in serious(gallery.page, "Light"))
    gallery.page.locator("#nameless").evaluate("e => e.remove()")


def test_every_picture_says_what_it_shows(gallery):
    labels = gallery.page.locator(".micrograd-view svg[role=img], .micrograd-view canvas[role=img]")
    said = labels.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert said
    assert all(text and len(text) > 10 for text in said), said


def test_every_slider_has_a_name_and_takes_keys(gallery):
    handles = gallery.page.locator(".micrograd-view [role=slider]")
    names = handles.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert names
    assert all(names), names
    stops = handles.evaluate_all("all => all.map(e => e.tabIndex)")
    assert set(stops) == {0}


def test_at_200_percent_every_control_stays_within_its_view(gallery):
    page = gallery.page
    page.set_viewport_size({"width": 640, "height": 360})
    page.evaluate("jupyterapp.shell.collapseLeft()")
    try:
        gallery.until(lambda: page.locator(".jp-Notebook").evaluate("e => e.clientWidth < 640"), True)
        outside = page.locator(".micrograd-view").evaluate_all(
            """views => views.flatMap(view => {
                const right = view.getBoundingClientRect().right + 1;
                return [...view.querySelectorAll("button, input, select, .noUi-target")]
                    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > right).map(e => e.outerHTML);
            })"""
        )
    finally:
        page.set_viewport_size({"width": 1280, "height": 720})
    assert outside == []


def test_in_forced_colours_a_button_has_an_edge_and_a_pressed_one_a_colour(gallery):
    page = gallery.page
    page.emulate_media(forced_colors="active")
    try:
        edges, pressed = page.evaluate(
            """() => {
                const looks = which => [...document.querySelectorAll(".micrograd-view .jupyter-button" + which)]
                    .map(e => getComputedStyle(e));
                return [looks("").map(e => e.borderTopWidth),
                        [":not(.mod-active)", ".mod-active"].map(which => looks(which)[0].backgroundColor)];
            }"""
        )
    finally:
        page.emulate_media(forced_colors="none")
    assert set(edges) == {"1px"}
    assert pressed[0] != pressed[1]
