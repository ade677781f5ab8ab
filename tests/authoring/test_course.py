"""What authors write is found by its place, and what is said of a lesson is said once: in its header."""

import json
import re
import shutil

import nbformat
import pytest
from known_wrong.bank import banks

import micrograd_lab
from micrograd_lab import authoring, checks
from micrograd_lab.authoring import index
from micrograd_lab.checks import handout
from micrograd_lab.grading.handout import handout as of_grading

ROOT = authoring.COURSE.parent
LAST = authoring.lessons(authoring.COURSE)[-1]
N = int(authoring.number(LAST)) + 1  # the next number that is free
MORE = f"{N:02d}_more"
NEW = '''# /// lesson
# title = "Ten and more"
# minutes = 15
# afterwards = "count further than to nine"
# picture = """
# numbers = draw.still([10])
# nn.show(numbers)
# """
# ///

# %% [markdown]
# You need: lesson 9.
'''


@pytest.fixture
def course(tmp_path):
    """A copy of what authors write, with a lesson more."""
    shutil.copytree(authoring.COURSE, tmp_path / "course")
    shutil.copy(ROOT / "README.md", tmp_path)
    for lesson in handout.lessons():
        place = tmp_path / handout.place(lesson).relative_to(ROOT)
        place.parent.mkdir(parents=True)
        shutil.copy(handout.place(lesson), place)
    (tmp_path / "course" / MORE).mkdir()
    (tmp_path / "course" / MORE / "lesson.py").write_text(NEW, encoding="utf-8")
    return tmp_path / "course"


def test_a_new_folder_is_a_lesson_everywhere_and_no_other_file_is_edited(course):
    row = f"| [{N} Ten and more](lessons/{MORE}.ipynb) | 15 | count further than to nine |  |"
    assert [line for line in index.readme(course).splitlines() if line not in README] == [row]
    listed = authoring.read(course / "index" / "lesson.py").cells
    assert listed[-2].source.startswith(f"## [{N} Ten and more]({MORE}.ipynb)\n\n15 minutes. Afterwards you can count")
    assert listed[-1].source == "numbers = draw.still([10])\nnn.show(numbers)"
    assert listed[-1].metadata == {"jupyter": {"source_hidden": True}}
    before = authoring.read(course / LAST.parent.name / "lesson.py").cells[-1].source
    assert f"n to [lesson {N}: ten and more]({MORE}.ipynb)." in before
    assert before.endswith("Back to the [list of lessons](index.ipynb).")
    new = authoring.read(course / MORE / "lesson.py").cells
    assert new[0].source == f"# {N} Ten and more\n\n15 minutes. You need: lesson 9."


README = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


def test_the_first_picture_of_the_list_imports_what_all_of_them_need(course):
    first = next(cell for cell in index.listing(course) if cell.cell_type == "code")
    pictures = "".join(authoring.header(source).picture for source in index.lessons(course))
    names = [name for name in micrograd_lab.__all__ if re.search(rf"(?<![\w.]){name}\b", pictures)]
    assert first.source.startswith(f"from micrograd_lab import {', '.join(sorted(names))}\n\n")


def ways(course, name, kind="lesson"):
    """What stands under Next, at the end of a notebook."""
    return authoring.read(course / name / f"{kind}.py").cells[-1].source.removeprefix("## Next\n\n")


def test_a_lesson_leads_to_its_exercises_and_on_and_an_exercise_back_and_on(course):
    minutes = authoring.header(course / "05_order" / "exercises.py").minutes
    title = index._in_a_sentence(authoring.header(course / "06_verify" / "lesson.py").title)
    assert ways(course, "05_order") == (
        f"Your turn: [exercises 5](../exercises/05_order_exercises.ipynb), {minutes} minutes. "
        f"Then on to [lesson 6: {title}](06_verify.ipynb). Back to the [list of lessons](index.ipynb)."
    )
    assert ways(course, "05_order", "exercises") == (
        f"On to [lesson 6: {title}](../lessons/06_verify.ipynb). Back to the [list of lessons](../lessons/index.ipynb)."
    )
    first = authoring.read(course / "05_order" / "exercises.py").cells[0].source
    assert f"\n\n{minutes} minutes. [Back to lesson 5](../lessons/05_order.ipynb). " in first


@pytest.mark.parametrize("kind", ["lesson", "exercises"])
def test_a_way_over_lessons_that_are_missing_names_them(course, kind):
    place = "../lessons/" if kind == "exercises" else ""
    shutil.rmtree(course / "05_order")
    assert "Lesson 5 is not here yet, so it goes on with [lesson 6: t" in ways(course, "04_node", kind)
    shutil.rmtree(course / "04_node")
    assert "Lessons 4 and 5 are not here yet, so it goes on with" in ways(course, "03_by_hand", kind)
    shutil.rmtree(course / "03_by_hand")
    assert "Lessons 3, 4 and 5 are not here yet, so it goes on with [lesson 6" in ways(course, "02_expressions", kind)
    assert f"]({place}06_verify.ipynb)." in ways(course, "02_expressions", kind)


def test_the_lists_of_lessons_name_what_is_missing_between_two(course):
    def gaps():
        rows = re.findall(r"(?m)^\| (\d[^|]*) \| \| not written yet \| \|$", index.readme(course))
        cells = [cell.source for cell in index.listing(course)]
        return rows, [said for said in cells if said.endswith(" not here yet.")]

    assert gaps() == ([], [])
    shutil.rmtree(course / "04_node")
    assert gaps() == (["4"], ["Lesson 4 is not here yet."])
    shutil.rmtree(course / "05_order")
    cells = [cell.source for cell in index.listing(course)]
    at = cells.index("Lessons 4 and 5 are not here yet.")
    assert cells[at + 1].startswith("## [6 ")
    shutil.rmtree(course / "06_verify")
    shutil.rmtree(course / "07_neuron")
    assert gaps()[0] == ["4, 5, 6 and 7"]


def test_the_last_lesson_leads_to_the_list_alone(course):
    assert ways(course, MORE) == "Back to the [list of lessons](index.ipynb)."


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda text: text.replace("# minutes = 15\n", ""), "it says title, afterwards, picture"),
        (lambda text: text.replace("# minutes = 15\n", "# minutes = \n"), "Invalid value"),
        (lambda text: text.replace("# ///\n", ""), "it says nothing"),
        (lambda text: text.replace("# minutes", "# hours = 1\n# minutes"), "hours"),
    ],
)
def test_a_header_that_lacks_something_says_what(course, change, found):
    source = course / MORE / "lesson.py"
    source.write_text(change(NEW), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"asked: the header of {MORE}/lesson.py\n") as error:
        authoring.read(source)
    assert found in str(error.value)
    assert "afterwards, minutes, picture, title, as TOML" in str(error.value)


def test_without_what_authors_write_the_answer_has_three_parts(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        authoring.verify(tmp_path / "course")
    assert [line[:7] for line in str(error.value).splitlines()] == ["asked: ", "found: ", "try:   "]


@pytest.mark.parametrize("name", ["handout", "page", "reference"])
@pytest.mark.parametrize("change", ["edited", "missing"])
def test_verify_names_a_handout_that_is_not_what_the_exercises_say(course, name, change):
    for folder in course.iterdir():
        if folder.name not in ("05_order", "index"):
            shutil.rmtree(folder)
    source = course / "05_order" / "exercises.py"
    authoring.hand_out(source)
    place = course.parent / handout.place("05", name).relative_to(ROOT)
    said = [trouble for trouble in authoring.verify(course) if place.name in trouble]
    assert said == []
    if change == "edited":
        place.write_text(place.read_text(encoding="utf-8").replace("{", "{ ", 1), encoding="utf-8")
    else:
        place.unlink()
    (said,) = [trouble for trouble in authoring.verify(course) if place.name in trouble]
    assert said.endswith("Run `micrograd-lab build 05`.")


def test_verify_names_a_readme_without_a_lesson(course):
    assert "README.md lists other lessons than there are. Run `micrograd-lab build index`." in authoring.verify(course)


@pytest.mark.parametrize("lesson", handout.lessons())
def test_a_handout_says_what_the_exercise_notebook_holds(lesson):
    (source,) = authoring.sources(lesson, ("exercises",))
    said = of_grading(lesson)
    notebook = nbformat.read(authoring.unsolved(source), as_version=4)
    texts = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in notebook.cells}
    for number, given in said.given.items():
        name = number.replace(".", "-")
        assert (given.stub, given.check) == (texts[f"{name}-answer"], texts[f"{name}-check"])
        assert given.check.startswith(f"check.{given.attribute}({given.learner}")
    assert list(said.cells) == [
        c.source.strip() for c in notebook.cells if c.cell_type == "code" and "nbgrader" not in c.metadata
    ]
    assert sum(kind == "given" for kind, _ in said.order) == len(said.cells)
    assert [kind for kind, _ in said.order].count("answer") >= len(said.given)


def test_a_handout_holds_no_right_answer():
    for lesson in handout.lessons():
        text = handout.place(lesson).read_text(encoding="utf-8")
        for number, answer in handout.read(handout.place(lesson, "reference")).items():
            assert json.dumps(answer)[1:-1] not in text, number


def test_what_is_found_is_what_the_headers_say():
    folders = {authoring.number(source): source for source in authoring.sources(None, ("exercises",))}
    assert list(folders) == list(handout.lessons()) == list(banks())
    for number, source in folders.items():
        assert checks.lesson(number).title == authoring.header(source.with_stem("lesson")).title
        assert handout.read(handout.place(number))["minutes"] == authoring.header(source).minutes


def test_what_was_handed_out_under_an_earlier_name_is_known():
    assert of_grading("05").files == ("05_order_exercises", "05_order_solutions", "05_order")
