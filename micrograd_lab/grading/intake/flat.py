"""Whose each file is that lies in a folder of several learners: by its name, or else by nothing, which is said.

Files of one lesson that lie side by side are as many learners', whatever they are called.
"""

import re
from collections import defaultdict

from . import shapes
from .names import folded, names_lesson, person_in, stem

NO_NAME = "nothing says whose this is"
PERHAPS_SAME = "perhaps of {who} too: another file of the same name and lesson lies beside it"
WORK = re.compile(
    r"\.(?:pdf|png|jpe?g|heic|webp|docx?|od[tp]|rtf|gdoc|url|lnk|webloc|crdownload|part|zip|tar|t?gz|7z|rar)$|^[^.]+$",
    re.I,
)


def owners(files, folder, known):
    """{Found: (who, number, Shape or None, note)} of what lies in a folder of several learners.

    `who` is "" for what is nobody's: a list, a mail, a note of a system's. known(name): whether somebody is called so.
    """
    result, open_ones = {}, []
    for one in files:
        shape = shapes.of_file(one.name)
        if shape:
            result[one] = shape.who, 0, shape, ""
        else:
            who, number = person_in(one.name, one.content)
            open_ones.append((one, who, number))
    named = defaultdict(list)
    for one, who, number in open_ones:
        if one.notebook:
            named[folded(who)].append((number, stem(one.name)[0], one.name, one, who))
        elif WORK.search(one.name) and (one.trouble or names_lesson(one.name)):
            result[one] = who or stem(one.name)[0], 0, None, "" if who else NO_NAME
        elif names_lesson(one.name) or (who and known(who)):
            result[one] = who, 0, None, ""
        else:
            result[one] = "", 0, None, ""
    nameless = named.pop("", [])
    for several in named.values():
        result |= _numbered(several, several[0][4], PERHAPS_SAME)
    if nameless:
        alone = not named and not any(who for who, *_ in result.values())
        base = min(nameless)[1]
        if folder.above is not None:  # in two folders, files of one name are not of one learner by that
            base = _place(folder).name if alone else f"{folder.name} {base}"
        result |= _numbered(nameless, base, NO_NAME, NO_NAME)
    return result


def _numbered(several, who, note, first=""):
    """Of files under one name, the n-th of each lesson is the n-th learner's."""
    result, lessons = {}, defaultdict(dict)
    for number, _, _, one, _ in sorted(several, key=lambda entry: entry[:3]):
        before = lessons[one.lesson]
        if not before:
            result[one] = who, 0, None, first
        else:
            number = number if number and number not in before else max(1, next(reversed(before))) + 1
            result[one] = f"{who} ({number})", number, None, note.format(who=who)
        before[number if before else 0] = one
    return result


def _place(folder):
    """The folder that stands for somebody without a name: the highest that has others beside it."""
    chain = [folder]
    while chain[-1].above is not None and chain[-1].above.above is not None:
        chain.append(chain[-1].above)
    return next((one for one in reversed(chain) if len(one.above.folders) > 1), chain[-1])
