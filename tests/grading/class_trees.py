"""Classes that hand in: trees, archives and names by a seed, with the accidents that happen, and who is who in them."""

import io
import json
import os
import random
import unicodedata
import zipfile
from dataclasses import dataclass, field

LESSONS = ("00_start", "01_slopes", "02_expressions", "03_by_hand", "04_node", "05_order", "06_verify")
SOME_FIRST = (
    "Ada Alan Grace Zoë Jürgen Séan Renée Иван Мария 王小明 محمد Ngọc Łukasz Anna Anna-Lena Björn Chloé David Eva "
    "Farid Giulia Hana Ines Jana Kofi Lea Max Nora Oskar"
)
SOME_LAST = (
    "Lovelace Turing Hopper Müller Groß O'Brien Петров García Nguyễn Wójcik Meier Maier Mayer Schmidt Schmitt Rossi "
    "Çelik Ødegård Novák Kowalski Silva Santos Diallo Haddad Kim Tanaka Lindqvist"
)
FIRST, LAST = SOME_FIRST.split(), SOME_LAST.split()
ABOVE = ("homework", "Abgaben", "Kurs 11b", "submitted", "Woche 3", "assignments", "Aufgabe 4", "download")
SEPARATORS = ("_", "-", " ", " - ")
SHAPES = {}


@dataclass
class Class:
    """`files` are {path: bytes}, where "!/" leads into a zip, and a path may be bytes; `odd` are {path: what it is}.

    `owners` is {path: person} of each notebook, by the number of the person; `first` has the paths that may be the only
    ones of somebody's lesson.
    """

    people: list
    shape: str
    files: dict = field(default_factory=dict)
    odd: dict = field(default_factory=dict)
    owners: dict = field(default_factory=dict)
    homes: dict = field(default_factory=dict)


def notebook(lesson, mark, filled=True):
    """A small exercise notebook, of its own for each mark."""
    ids = f"{int(lesson[:2])}-1-answer"
    cell = {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": ids}}, "outputs": []}
    return json.dumps({"cells": [{**cell, "source": f"# {mark}\n" + "filled = 1" * filled}]}).encode()


def shape(function):
    SHAPES[function.__name__] = function
    return function


def exercises(lesson):
    return f"{lesson}_exercises.ipynb"


@shape
def folder_each(chance, people, lessons):
    sub = chance.choice(("", "", "exercises/", "micrograd/exercises/"))
    return {(n, lesson): f"{who}/{sub}{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def folder_and_lesson(chance, people, lessons):
    return {(n, lesson): f"{who}/{lesson}/{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def lesson_and_folder(chance, people, lessons):
    return {(n, lesson): f"{lesson}/{who}/{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def name_behind(chance, people, lessons):
    by = chance.choice(SEPARATORS)
    return {(n, lesson): f"{lesson}_exercises{by}{who}.ipynb" for n, who in people for lesson in lessons}


@shape
def name_in_front(chance, people, lessons):
    by = chance.choice(SEPARATORS)
    return {(n, lesson): f"{who}{by}{lesson}_exercises.ipynb" for n, who in people for lesson in lessons}


@shape
def moodle_folders(chance, people, lessons):
    at, end = chance.randrange(1000, 9000), chance.choice(("_", ""))
    found = {}
    for k, lesson in enumerate(lessons):
        for n, who in people:
            top = f"KI-Aufgabe {k}-{at}.zip!/" if len(lessons) > 1 else ""
            found[n, lesson] = f"{top}{who}_{at + 100 * k + n}_assignsubmission_file{end}/{exercises(lesson)}"
    return found


@shape
def moodle_flat(chance, people, lessons):
    at = chance.randrange(1000, 9000)
    return {
        (n, lesson): f"{who}_{at + 100 * k + n}_assignsubmission_file_{exercises(lesson)}"
        for k, lesson in enumerate(lessons)
        for n, who in people
    }


@shape
def canvas(chance, people, lessons):
    at = chance.randrange(10000, 90000)
    late = {n: "_LATE" * chance.choice((0, 0, 1)) for n, _ in people}
    return {
        (n, lesson): f"learner{chr(97 + n)}{late[n]}_{at + n}_{7 * at + 100 * k + n}_{exercises(lesson)}"
        for k, lesson in enumerate(lessons)
        for n, _ in people
    }


@shape
def nbgrader(chance, people, lessons):
    return {(n, lesson): f"submitted/user{n}x/{lesson}/{exercises(lesson)}" for n, _ in people for lesson in lessons}


@shape
def exchange(chance, people, lessons):
    when = "2026-05-04 12:00:00.000000 UTC"
    return {
        (n, lesson): f"inbound/user{n}x+{lesson}+{when}+a{n}b/{exercises(lesson)}"
        for n, _ in people
        for lesson in lessons
    }


@shape
def github(chance, people, lessons):
    return {
        (n, lesson): f"micrograd-exercises-octo{chr(97 + n)}/exercises/{exercises(lesson)}"
        for n, _ in people
        for lesson in lessons
    }


@shape
def zip_each(chance, people, lessons):
    sub = chance.choice(("", "exercises/"))
    return {(n, lesson): f"{who}.zip!/{sub}{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def zip_in_folder(chance, people, lessons):
    return {(n, lesson): f"{who}/abgabe.zip!/{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def weekly_zips(chance, people, lessons):
    return {(n, one): f"week{k}.zip!/{who}/{exercises(one)}" for k, one in enumerate(lessons) for n, who in people}


@shape
def zips_in_a_zip(chance, people, lessons):
    return {(n, lesson): f"alle.zip!/{who}.zip!/{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def google(chance, people, lessons):
    copy = chance.choice(("", "Kopie von ", "Copy of "))
    return {(n, lesson): f"{who} - {copy}{exercises(lesson)}" for n, who in people for lesson in lessons}


@shape
def blackboard(chance, people, lessons):
    return {
        (n, lesson): f"Exercises 4_user{n}x_attempt_2026-05-04-10-11-{10 + n}_{exercises(lesson)}"
        for n, _ in people
        for lesson in lessons
    }


@shape
def teams(chance, people, lessons):
    return {
        (n, lesson): f"Submitted files/{who}/Exercises {int(lesson[:2])}/Version 1/{exercises(lesson)}"
        for n, who in people
        for lesson in lessons
    }


@shape
def some_flat(chance, people, lessons):
    return {
        (n, one): f"{one}_exercises_{who.replace(' ', '_')}.ipynb" if n % 3 == 2 else f"{who}/{exercises(one)}"
        for n, who in people
        for one in lessons
    }


@shape
def one_zip_late(chance, people, lessons):
    late = "Nachzügler.zip!/" if len(people) > 4 else ""
    return {(n, one): f"{late * (n > 2)}{who}/{exercises(one)}" for n, who in people for one in lessons}


@shape
def groups(chance, people, lessons):
    names = ("Team Rot", "Team Blau") if len(people) > 3 else ("",)
    return {
        (n, one): f"{names[n % len(names)]}/{who}/{exercises(one)}".lstrip("/") for n, who in people for one in lessons
    }


@shape
def checkout(chance, people, lessons):
    """Everybody's whole folder, with its lessons and a module of one's own; the lessons are nobody's exercise."""
    return {(n, one): f"{who}/exercises/{exercises(one)}" for n, who in people for one in lessons}


@shape
def mixed(chance, people, lessons):
    """Two ways of handing in side by side."""
    ways = chance.sample((folder_each, name_behind, moodle_flat, moodle_folders, zip_each, zip_in_folder, teams), 2)
    return {
        key: path
        for k, way in enumerate(ways)
        for key, path in way(chance, people, lessons[:1]).items()
        if key[0] % 2 == k
    }


@shape
def namesakes(chance, people, lessons):
    """All of one name, told apart by Moodle's number."""
    return {
        (n, lessons[0]): f"Ada Lovelace_{4000 + n}_assignsubmission_file_/{exercises(lessons[0])}" for n, _ in people
    }


@shape
def namesakes_of_canvas(chance, people, lessons):
    return {
        (n, one): f"lovelaceada_{4000 + n}_{70 * k + n + 9000}_{exercises(one)}"
        for k, one in enumerate(lessons)
        for n, _ in people
    }


@shape
def two_classes(chance, people, lessons):
    """In each class somebody has the name of somebody of the other."""
    names = [who for _, who in people[: (len(people) + 1) // 2]]
    return {(n, one): f"10{'ab'[n % 2]}/{names[n // 2]}/{exercises(one)}" for n, _ in people for one in lessons}


@shape
def ilias(chance, people, lessons):
    return {
        (n, one): f"Abgaben/{who.replace(' ', '_')}_login{n}x_302{n}/2026050410111{n}_{exercises(one)}"
        for n, who in people
        for one in lessons
    }


def made(seed):
    """The Class of a seed."""
    chance = random.Random(seed)
    many, names = chance.choice((1, 2, 3, 3, 5, 8)), set()
    while len(names) < many:
        names.add(f"{chance.choice(FIRST)} {chance.choice(LAST)}{chance.choice(('', '', ' de la Cruz', '-Meier'))}")
    names = sorted(names)
    chance.shuffle(names)
    written = chance.choice((lambda name: name, lambda name: name.replace(" ", "_"), _last_first))
    if chance.random() < 0.2:
        names = [unicodedata.normalize("NFD", name) for name in names]
    people = [(n, written(name)) for n, name in enumerate(names)]
    lessons = sorted(chance.sample(LESSONS, chance.choice((1, 1, 2, 3))))
    name = chance.choice(sorted(SHAPES))
    if written is _last_first and name in ("name_behind", "name_in_front", "google"):
        people = [(n, name_.replace(" ", "_")) for n, name_ in enumerate(names)]
    result = Class(names, name)
    above = "/".join(chance.sample(ABOVE, chance.choice((0, 0, 0, 1, 2)))) if name != "nbgrader" else ""
    packed = chance.random() < 0.25
    top = (above + ("abgaben.zip!/" if packed and not above else ".zip!/" if packed else "/" * bool(above))) or ""
    for (n, lesson), path in SHAPES[name](chance, people, lessons).items():
        result.files[top + path] = notebook(lesson, f"{n} {lesson}")
        result.owners[top + path] = n
        if name in IN_FOLDERS:
            result.homes.setdefault(n, []).append((top + path, lesson))
    if name == "checkout":
        for path in list(result.files):
            home = path.removesuffix("/" + path.rpartition("/")[2])[: -len("/exercises")]
            lesson = path.rpartition("/")[2].replace("_exercises", "")
            result.files[f"{home}/lessons/{lesson}"] = b'{"cells": [{"cell_type": "code", "source": "1"}]}'
            result.files[f"{home}/mine.py"] = b"x = 1"
    for _ in range(chance.choice((0, 1, 2, 4))):
        _accident(chance, result, top)
    return result


def _last_first(name):
    first, last = name.split(" ", 1)
    return f"{last}, {first}"


IN_FOLDERS = (
    "checkout",
    "namesakes",
    "two_classes",
    "folder_each",
    "folder_and_lesson",
    "lesson_and_folder",
    "moodle_folders",
    "nbgrader",
    "github",
    "teams",
)
LITTER = (".DS_Store", "Thumbs.db", "desktop.ini", "._05_order_exercises.ipynb", ".git/HEAD", "__MACOSX/x")


def _accident(chance, made, top):
    """One of what happens. In a learner's own folder whatever it is called is the learner's."""
    if not made.homes or chance.random() < 0.2:
        what = chance.choice(("README.md", "points.csv", ".DS_Store", "__MACOSX/._x.ipynb", "list.eml"))
        made.files[top + what] = b"nobody's"
        return
    n = chance.choice(sorted(made.homes))
    path, lesson = chance.choice(made.homes[n])
    folder, _, name = path.rpartition("/")
    in_zip = "!/" in path
    what = chance.choice(ACCIDENTS)
    new = f"{folder}/{name.removesuffix('.ipynb')}"
    if what == "copy":
        _add(made, chance.choice((f"{new} (1).ipynb", f"{new}-Copy1.ipynb", f"{new}_final.ipynb")), n, lesson)
    elif what == "a friend's name":
        other = chance.choice(made.people).replace(" ", "_")
        _add(made, f"{new}_{other}.ipynb", n, lesson)
    elif what == "blank":
        made.files[f"{new}-alt.ipynb"] = notebook(lesson, "blank", filled=False)
        made.owners[f"{new}-alt.ipynb"] = n
    elif what == "broken":
        made.files[f"{folder}/broken.ipynb"] = chance.choice((b"", b'{"cells": [', b"%PDF-1.7", b"{}", b"\xff\xfe{"))
        made.owners[f"{folder}/broken.ipynb"] = n
    elif what == "litter":
        made.files[f"{folder}/{chance.choice(LITTER)}"] = b"litter"
    elif what == "checkpoint":
        made.files[f"{folder}/.ipynb_checkpoints/{name}"] = notebook(lesson, "checkpoint")
    elif what == "own file":
        made.files[f"{folder}/mine.py"] = b"x = 1\n"
    elif what == "zip" and not _zips(folder) & {*made.files}:
        made.files[f"{folder}/more.zip"] = _zip({"old/" + name: notebook(lesson, "packed")})
        made.owners[f"{folder}/more.zip!/old/{name}"] = n
    elif what in ("damaged", "version", "locked", "empty zip", "bomb") and not _zips(folder) & {*made.files}:
        made.files[f"{folder}/odd.zip"] = _odd_zip(what, name)
        made.owners[
            f"{folder}/odd.zip" if what in ("damaged", "version", "empty zip") else f"{folder}/odd.zip!/{name}"
        ] = n
    elif not in_zip and not what.endswith(("zip", "bomb", "damaged", "version", "locked")):
        at = os.fsencode(folder) + b"/odd \xfc.ipynb" if what == "bytes" else f"{folder}/odd.ipynb"
        if what == "bytes":
            made.files[at] = notebook(lesson, "bytes")
        elif what == "deep":
            at = f"{folder}/{'d/' * 20}{name}"
            made.files[at] = notebook(lesson, "deep")
            return
        else:
            made.odd.setdefault(at, what)
        made.owners[at] = n


ACCIDENTS = (
    *("copy", "a friend's name", "blank", "broken", "litter", "checkpoint", "own file", "zip", "damaged", "version"),
    *("locked", "empty zip", "bomb", "link", "pipe", "socket", "bytes", "deep", "folder link"),
)


def _zips(folder):
    """One of them at most: two zips in the folder of the only learner could be two learners'."""
    return {f"{folder}/odd.zip", f"{folder}/more.zip"}


def _add(made, path, n, lesson):
    made.files[path] = notebook(lesson, path)
    made.owners[path] = n


def _odd_zip(what, name):
    if what == "empty zip":
        return _zip({})
    if what == "bomb":
        return _zip({name: b"0" * (21 << 20)})
    data = bytearray(_zip({name: b"{}"}))
    at = data.index(b"PK\x01\x02")
    if what == "damaged":
        data[at : at + 46] = bytes(46)
    elif what == "version":
        data[at + 6] = 99
    else:
        data[at + 8] |= 1
    return bytes(data)


def _zip(files):
    inner, buffer = {}, io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            outer, within, rest = path.partition("!/")
            if within:
                inner.setdefault(outer, {})[rest] = data
            else:
                archive.writestr(zipfile.ZipInfo(path, (2026, 5, 4, 12, 0, 0)), data, zipfile.ZIP_DEFLATED)
        for outer, rest in inner.items():
            archive.writestr(outer, _zip(rest))
    return buffer.getvalue()


def lay(made, root):
    """Lay a Class out in a folder."""
    packed = {}
    for path, data in made.files.items():
        if isinstance(path, str) and "!/" in path:
            outer, _, rest = path.partition("!/")
            packed.setdefault(outer, {})[rest] = data
        else:
            _put(root, path, data)
    for outer, files in packed.items():
        _put(root, outer, _zip(files))
    for path, what in made.odd.items():
        place = os.fsencode(root) + b"/" + os.fsencode(path)
        if what == "pipe":
            os.mkfifo(place)
        elif what == "socket":
            os.mknod(place, 0o140600)
        else:
            os.symlink("/etc" if what == "folder link" else "/etc/passwd", place)


def _put(root, path, data):
    place = os.fsencode(root) + b"/" + os.fsencode(path)
    os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place, "wb") as file:
        file.write(data)


def place(path):
    """What a report calls this place."""
    text = path.decode("utf-8", "backslashreplace") if isinstance(path, bytes) else path
    return unicodedata.normalize("NFC", text.replace("!/", "/"))
