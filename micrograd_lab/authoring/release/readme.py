"""README.md of a copy for a class: for learners, and for nobody else."""

from .. import course, index
from ..build import read
from .notebooks import needs_mine, owns_numbers

README = """# micrograd_lab

Lessons on how neural networks learn. In each you first say what will happen, then drag a slider and see it happen. In
the exercises you write the code, and a check answers at once.

## Start

You need Python 3.11 or newer, and nothing else. Open a terminal in this folder, the one that holds `start.py`, and type

```
python3 start.py
```

On Windows type `py start.py`. The first time takes a minute or two and a network connection; from then on it takes
seconds and works offline. The lessons open in your browser; Ctrl-C in the terminal stops them.
`python3 start.py install` sets everything up and opens nothing; `python3 start.py -h` lists what else there is.

## Your notebooks

The notebooks that open are yours. They lie in the folder `micrograd-notebooks` in your home folder, or in the one that
you name with `--folder`; the terminal shows which. To begin a notebook afresh, delete it there and start again.

When you get a later copy, unpack it over this one, or beside it, and start it as ever. What you have written stays as
it is.

## Lessons

{table}
The [gallery](lessons/gallery.ipynb) shows every live view on one page.
{hand_in}
## Your data

What you predict in a lesson and try in an exercise is kept in a file on your machine, and nothing leaves it.
`python3 start.py journal` shows it; `--export FILE`, `--clear` and `--off` do what they say.

## Without start.py

In an environment of your own, as conda or uv make it: `pip install -c requirements.lock -e ".[lab]"`, then
`micrograd-lab lab`.

Licence: MIT.
"""
HAND_IN = """
## What to hand in

For each lesson one file, saved, under the name that it has. Each lies in the folder `exercises` of your notebooks:

{files}

{mine}Hand in that notebook and not the lesson's own, and not the one in this folder, which stays as it was. Hand in
what you have: each exercise counts by itself. Where a browser adds ` (1)` to the name, no harm is done.
"""
FILE, NUMBERS = "- lesson {lesson}: `exercises/{file}`", ", with your name or id between the quotes of `me`"
MINE, BESIDE = " and `mine.py`", "`mine.py` lies beside that folder, and goes with each lesson that runs on it.\n\n"


def readme(chosen):
    """README.md for these lessons' scripts, as text: with a row for each, and the files that are handed in."""
    lessons = [source for source in chosen if course.number(source)]
    handed_in = [source for source in lessons if source.with_stem("exercises").exists()]
    files = "\n".join(map(_file, handed_in))
    hand_in = HAND_IN.format(files=files, mine=BESIDE if MINE in files else "") if files else ""
    return README.format(table=index.table(lessons), hand_in=hand_in)


def _file(source):
    script = source.with_stem("exercises")
    notebook = read(script)
    own = (MINE if needs_mine(notebook) else "") + (NUMBERS if owns_numbers(notebook) else "")
    return FILE.format(lesson=int(course.number(source)), file=course.unsolved(source).name) + own
