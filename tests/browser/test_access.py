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
    gallery.page.wait_for_timeout(500)  # names reach the handles twice in this time
    assert serious(gallery.page, theme) == []


def test_axe_would_find_a_handle_without_a_name(gallery):
    name = gallery.page.locator(".micrograd-view [role=slider]").first
    name.wait_for()
    name.evaluate("e => { e.dataset.kept = e.getAttribute('aria-label'); e.setAttribute('aria-label', ''); }")
    assert any("aria" in line for line in serious(gallery.page, "Light"))
    name.evaluate("e => e.setAttribute('aria-label', e.dataset.kept)")


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
