"""Names as they come from outside, in one form; and what in them is no person's name."""

import re
import unicodedata
from functools import cache

from ..handout import handout, lessons

# What a browser, JupyterLab, a system's file manager, or a learner's folder that was brought up to date adds.
COPY = re.compile(
    r"(?: ?\((\d{1,3})\)|-Copy(\d+)|(?<=_exercises)_new(\d*)|[ _]*-[ _]*(?:Kopie|Copy|copie)(?: \((\d+)\))?)$"
)
COPY_OF = re.compile(r"(?:^|(?<=- ))(?:Kopie von|Copy of|Copie de|Copia de) ", re.I)
ENDINGS = re.compile(
    r"(?:~|#|\.(?:ipynb|ipy|json|txt|py|bak|graded|crdownload|zip|tar|t?gz|html?|pdf|gdoc|url|lnk))+$", re.I
)
ARCHIVE = re.compile(r"\.(?:zip|tar|tgz|tar\.gz|tar\.bz2|tar\.xz)$", re.I)
DATES = re.compile(r"(?:^|(?<=[_\- ]))(?:20\d\d-\d\d-\d\d|20\d\d[01]\d[0-3]\d(?:[T_-]?\d{6}Z?)?)(?=$|[_\- ])")
# "hw1-" or "Aufgabe 3 " before a name.
TASK = re.compile(
    r"[_\- ]*(?:hw|homework|lab|aufgabe|assignment|exercises?|blatt|sheet|week|woche|task|[uü]e?bung|lesson|lektion"
    r"|tp|td|devoir|serie|abgabe|unit|day)[_\- ]?\d{1,2}[_\- ]+(?=.*[^\W\d_])",
    re.I,
)
VERSIONS = re.compile(r"(?:^|(?<=[_\- ]))(?:final|v\d+|version \d+|really|wirklich|draft|exercises?)(?=$|[_\- ])", re.I)
# Of folders: what courses, course systems and computers call theirs. One that has none but such words is no person.
COURSE = (
    "submission submissions submitted files file inbound abgabe abgaben homework hw assignment assignments aufgabe "
    "aufgaben blatt exercise exercises uebung uebungen übung übungen lesson lessons lektion week woche weeks wochen "
    "semaine session kurs course class klasse cours notebook notebooks jupyter micrograd lab labs day tag unit sheet "
    "moodle canvas task tasks serie devoir devoirs rendus compito all alle everyone archive archiv download downloads "
    "upload uploads documents dokumente desktop schreibtisch src home users late nachzügler main master "
    "code data export"
)
VERSION = (
    "version attempt versuch try old new alt neu backup copy kopie final draft entwurf part teil tmp temp work works "
    "my mywork solution solutions ipynb checkpoints results second first letzte"
)
GENERIC = frozenset(f"{COURSE} {VERSION}".split())
SOLUTION = {
    *("musterlösung", "musterloesung", "lösung", "lösungen", "loesung", "loesungen"),
    "solution",
    "solutions",
    "corrigé",
}
BESIDE_SOLUTION = {"exercises", "of", "de", "sample", "model", "teacher", "teachers", "muster", "official", "class"}
CLASS = re.compile(
    r"(?:(?:kurs|klasse|class|group|gruppe|section|tutorium|groupe|gruppo|room) ?)?\d{1,2} ?[a-z]?", re.I
)


def shown(raw):
    """A name as it is shown and compared: composed letters, single spaces, bytes that are no text as \\xfc."""
    text = raw.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    text = "".join(sign if sign.isprintable() else " " for sign in unicodedata.normalize("NFC", text))
    return " ".join(text.split()) or ascii(raw)[1:-1] or "-"


def folded(text):
    """The same for the same name, however it is written: "Doe,  Jane" is "jane doe"."""
    last, comma, first = text.partition(",")
    if comma and last.strip() and first.strip() and "," not in first:
        text = f"{first.strip()} {last.strip()}"
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).split())


def letters(text):
    """Its letters, their marks and digits alone: "Doe_Jane" of one list is "doe jane" of another."""
    return "".join(sign for sign in folded_signs(text) if unicodedata.category(sign)[0] in "LMN")


def folded_signs(text):
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def words(text):
    """Its runs of letters and of digits: "week1_b" is week, 1, b."""
    return re.findall(r"[^\W\d_]+|\d+", folded_signs(text))


def is_generic(name):
    """Whether a folder is called as courses and computers call theirs: "Woche 3", "05_order", "10a"."""
    if CLASS.fullmatch(name) and not name.isdecimal():
        return True
    found = [word for word in words(name) if not word.isdecimal() and len(word) > 1]
    return bool(found) and set(found) <= GENERIC | _lesson_words()


def is_teachers(name):
    """Whether a folder is called as those who teach call their solutions; nobody's name alone is so."""
    found = [word for word in words(name) if not word.isdecimal()]
    return bool(SOLUTION & {*found}) and {*found} <= SOLUTION | BESIDE_SOLUTION


def stem(name):
    """A file's name without its endings and what was added to copies, and the number of the copy."""
    left, number = COPY_OF.sub("", ENDINGS.sub("", name.lstrip("#"))) or name, 0
    while match := COPY.search(left):
        number = max([number, *(int(n) for n in match.groups() if n)]) or 1
        left = ENDINGS.sub("", left[: match.start()]) or left[: match.start()]
    return (left or name), number


def person_in(name, lesson=""):
    """(whose file it says it is, the number of the copy): "alice" of 05_order-alice.ipynb, "" of 05_order (1).ipynb.

    `lesson` is that of the file's content, "" where nobody knows; then a number in front is taken for a lesson's.
    """
    left, number = stem(name)
    rest = _without_task(DATES.sub("", _handed_out().sub("", left)))
    if rest != left:
        rest = VERSIONS.sub("", rest)
    if match := re.match(r"[_\- ]*(\d\d)(?=[_\- ])", rest):
        rest = rest[match.end() :] if match[1] in (lesson, *([] if lesson else lessons())) else rest
    if (match := re.search(r"[_\- ](\d\d)[_\- ]*$", rest)) and match[1] == lesson:
        rest = rest[: match.start()]
    rest = COPY_OF.sub("", rest.strip("_- .+") + " ").strip("_- .+")
    if match := re.fullmatch(r"[(\[](.*)[)\]]", rest):
        rest = match[1].strip() if rest != left else rest
    if re.fullmatch(r"\d{1,2}", rest) and rest != left:
        return "", max(number, int(rest))
    return rest, number


def _without_task(text):
    match = TASK.match(text)
    return text[match.end() :] if match else text


def names_lesson(name):
    """Whether a file is called as one that was handed out."""
    return bool(_handed_out().search(stem(name)[0]))


def lesson_in(name):
    """The lesson that a file's name says, as "05"; "" where it says none."""
    if match := re.search(r"(?<!\d)(\d\d)_[a-z]", name, re.I):
        return match[1] if match[1] in lessons() else ""
    return ""


@cache
def _handed_out():
    """The names under which notebooks were handed out, as a pattern; the longest first."""
    names = {name for lesson in lessons() for name in handout(lesson).files}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    any_of = "|".join(re.escape(name).replace("_", "[_ -]?") for name in ordered)
    return re.compile(rf"(^|[_\- .]+)({any_of})(?=$|[_\- .(])", re.I)


@cache
def _lesson_words():
    return {word for lesson in lessons() for word in words(handout(lesson).name) if len(word) > 1}
