"""Run a notebook's code cells where some modules can't be imported: run_without.py NOTEBOOK numpy matplotlib ...

Prints what differs from the outputs that the notebook holds, as JSON: [number of the cell, what it said or raised,
what it had said]. Only texts are compared; a picture may be drawn by something else.
"""

import configparser
import json
import re
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import nbformat
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

SANITIZE = Path(__file__).with_name("sanitize.cfg")


class Hidden(PathFinder):
    """Finds what is installed, but for some: those it does not know."""

    names = ()

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None if fullname.partition(".")[0] in cls.names else super().find_spec(fullname, path, target)


class Kept(DisplayHook):
    """Keeps the text of what a cell's last line gives."""

    text = ""

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.text = format_dict.get("text/plain", "")


class Shell(InteractiveShell):
    displayhook_class = Kept


def said(shell, source):
    """What a cell prints and shows, as text; and the error that it raised, or None."""
    shell.displayhook.text = ""
    with capture_output() as captured:
        result = shell.run_cell(source)
    shown = [output.data.get("text/plain", "") for output in captured.outputs]
    return [captured.stdout, *shown, shell.displayhook.text], result.error_in_exec or result.error_before_exec


def held(cell):
    """What the notebook holds of that: what was printed, then each text that was shown."""
    printed = "".join(
        output.text for output in cell.outputs if output.output_type == "stream" and output.name == "stdout"
    )
    return [printed, *(output.data.get("text/plain", "") for output in cell.outputs if "data" in output)]


def plain(texts):
    """One text, as tests compare it."""
    text = "\n".join(filter(None, texts))
    rules = configparser.RawConfigParser()
    rules.read(SANITIZE, encoding="utf-8")
    for rule in rules.sections():
        text = re.sub(rules[rule]["regex"], rules[rule]["replace"], text)
    return text.strip()


def differences(path):
    shell, found = Shell.instance(), []
    for number, cell in enumerate(nbformat.read(path, 4).cells):
        if cell.cell_type == "code":
            texts, error = said(shell, cell.source)
            if error is not None:
                found.append([number, f"{type(error).__name__}: {error}", plain(held(cell))])
            elif plain(texts) != plain(held(cell)):
                found.append([number, plain(texts), plain(held(cell))])
    return found


if __name__ == "__main__":
    notebook, *Hidden.names = sys.argv[1:]
    sys.meta_path = [Hidden if finder is PathFinder else finder for finder in sys.meta_path]
    found = differences(notebook)
    loaded = sorted({name.partition(".")[0] for name in sys.modules} & {*Hidden.names})
    print(json.dumps(found + [[-1, name, "not loaded"] for name in loaded], indent=1))
