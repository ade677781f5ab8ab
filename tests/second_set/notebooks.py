"""What happens to a notebook file on its way while everything in it stays right.

Each of CHANGES is a dict:
  what     in words
  how      Python code that defines change(nb) -> nb (nb as json.load gives it, an exercise notebook whose answer cells
           are already filled in rightly), or change_bytes(data) -> bytes (the file as it lies on disk)
  on       None: any exercise notebook; or the lesson's number, "04": only there does it make sense
  doubt    where a strict reading might not give full points
  needs    a value of `me` must be known to the grader in the same way ("me")
Each `how` is self-contained (it begins with the same small helpers).
Run this file to try all of them on the blank exercises.
"""

HELPERS = """
import copy, json, re, random, uuid

def text(c):
    return c["source"] if isinstance(c["source"], str) else "".join(c["source"])

def put(c, t):
    c["source"] = t.splitlines(keepends=True)

def gid(c):
    return c.get("metadata", {}).get("nbgrader", {}).get("grade_id", "")

def is_answer(c):
    return gid(c).endswith("-answer")

def is_check(c):
    return gid(c).endswith("-check")

def code(t, **md):
    return {"cell_type": "code", "execution_count": None, "id": uuid.uuid4().hex[:8], "metadata": md, "outputs": [], "source": t.splitlines(keepends=True)}

def md(t):
    return {"cell_type": "markdown", "id": uuid.uuid4().hex[:8], "metadata": {}, "source": t.splitlines(keepends=True)}

def where(nb, grade_id):
    return next(k for k, c in enumerate(nb["cells"]) if gid(c) == grade_id)

def code_cells(nb):
    return [c for c in nb["cells"] if c["cell_type"] == "code"]
"""
CHANGES = []


def C(what, how, on=None, **more):
    CHANGES.append({"what": what, "how": HELPERS + "\n" + how.strip("\n") + "\n", "on": on, **more})


# ---- cells cut, joined, moved
C(
    "every answer cell split at blank lines at top level",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        t = text(c)
        if not is_answer(c) or "\n\n\n" not in t:
            new.append(c); continue
        for k, part in enumerate(t.split("\n\n\n")):
            d = copy.deepcopy(c) if k == 0 else code("")
            put(d, part); new.append(d)
    nb["cells"] = new
    return nb""",
)
C(
    "the same, but the nbgrader metadata stays with the LAST part",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        parts = text(c).split("\n\n\n") if is_answer(c) else [text(c)]
        for k, part in enumerate(parts):
            d = copy.deepcopy(c) if k == len(parts) - 1 else code("")
            put(d, part); new.append(d)
    nb["cells"] = new
    return nb""",
)
C(
    "the cell split by Jupyter: both parts keep the nbgrader metadata, and so one grade_id is there twice",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        parts = text(c).split("\n\n\n") if is_answer(c) else [text(c)]
        for part in parts:
            d = copy.deepcopy(c); d["id"] = uuid.uuid4().hex[:8]
            put(d, part); new.append(d)
    nb["cells"] = new
    return nb""",
)
C(
    "each answer merged with its check, answer's metadata kept",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        if is_check(c) and is_answer(new[-1]):
            put(new[-1], text(new[-1]) + "\n\n" + text(c))
        else:
            new.append(c)
    nb["cells"] = new
    return nb""",
)
C(
    "each answer merged with its check, the check's metadata kept",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        if is_check(c) and is_answer(new[-1]):
            put(c, text(new.pop()) + "\n\n" + text(c))
        new.append(c)
    nb["cells"] = new
    return nb""",
)
C(
    "all code of the notebook in one single cell, without any metadata",
    r"""
def change(nb):
    nb["cells"] = [md("# all"), code("\n\n".join(text(c) for c in code_cells(nb)))]
    return nb""",
)
C(
    "all answers above all checks",
    r"""
def change(nb):
    checks = [c for c in nb["cells"] if is_check(c)]
    nb["cells"] = [c for c in nb["cells"] if not is_check(c)] + checks
    return nb""",
    doubt="where an exercise rebinds a name that an earlier check uses: in 02 Value stays the same class; in 05 and 06 fine",
)
C(
    "the imports also once more at the very end",
    r"""
def change(nb):
    nb["cells"].append(copy.deepcopy(nb["cells"][1]))
    return nb""",
)
C(
    "the first import cell moved above the title",
    r"""
def change(nb):
    nb["cells"].insert(0, nb["cells"].pop(1))
    return nb""",
)
C(
    "5.5 done before 5.4",
    r"""
def change(nb):
    i, j = where(nb, "5-4-answer"), where(nb, "5-5-answer")
    block = nb["cells"][j - 1 : j + 2]
    del nb["cells"][j - 1 : j + 2]
    nb["cells"][i - 1 : i - 1] = block
    return nb""",
    on="05",
)
C(
    "6.4 before 6.1: the blocks of the four exercises in reverse order (6.3's helpers with 6.3)",
    r"""
def change(nb):
    cells = nb["cells"]
    heads = [k for k, c in enumerate(cells) if re.match(r"## \d\.\d|## Where", text(c))]
    blocks = [cells[a:b] for a, b in zip(heads, heads[1:])]
    nb["cells"] = cells[: heads[0]] + [c for b in reversed(blocks) for c in b] + cells[heads[-1]:]
    return nb""",
    on="06",
    doubt="an answer to 6.4 that uses topological and sweep of 6.3 then comes too early",
)
C(
    "check cell before its answer cell (run in the other order by hand; execution counts say so)",
    r"""
def change(nb):
    cells = nb["cells"]
    for k in range(len(cells) - 1):
        if is_answer(cells[k]) and is_check(cells[k + 1]):
            cells[k], cells[k + 1] = cells[k + 1], cells[k]
            cells[k]["execution_count"], cells[k + 1]["execution_count"] = 2 * k + 2, 2 * k + 1
    return nb""",
    doubt="run from top to bottom each check raises NameError; the answers are there and right",
)

# ---- drafts, copies
C(
    "a wrong draft in the answer cell, the final version in a new cell below it",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        if is_answer(c):
            right = text(c)
            defs = re.findall(r"^def (\w+)\(", right, re.M)
            put(c, "\n\n".join(f"def {n}(*args):\n    return None  # draft" for n in defs) or "pass")
            if "class Value" in right or "Value.__" in right: put(c, "# draft, see below")
            new += [c, code(right)]
        else:
            new.append(c)
    nb["cells"] = new
    return nb""",
)
C(
    "answer cell left as given (blank), right answer in a new cell below the check, and the check repeated there",
    r"""
BLANK = "..."
def change(nb):
    new, held = [], None
    for c in nb["cells"]:
        if is_answer(c):
            held = text(c); put(c, BLANK)
        new.append(c)
        if is_check(c):
            new += [code(held), code(text(c))]
    nb["cells"] = new
    return nb""",
    doubt="the first check of each says 'not yet' and may raise NameError; the second passes",
)
C(
    "an older wrong version in a new cell ABOVE the answer cell",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        if is_answer(c):
            names = re.findall(r"^def (\w+)\(", text(c), re.M)
            if names and "Value" not in text(c):
                new.append(code("\n".join(f"def {n}(*a, **k):\n    return 0\n" for n in names)))
        new.append(c)
    nb["cells"] = new
    return nb""",
)
C(
    "every answer cell is there twice, the same",
    r"""
def change(nb):
    nb["cells"] = [d for c in nb["cells"] for d in ([c, copy.deepcopy(c)] if is_answer(c) else [c])]
    return nb""",
)
C(
    "the copy that Jupyter pastes: same metadata, new id, below the check",
    r"""
def change(nb):
    new, last = [], None
    for c in nb["cells"]:
        new.append(c)
        if is_answer(c): last = c
        if is_check(c) and last:
            d = copy.deepcopy(last); d["id"] = uuid.uuid4().hex[:8]; new.append(d)
    nb["cells"] = new
    return nb""",
)
C(
    "every check run twice, in a cell more",
    r"""
def change(nb):
    nb["cells"] = [d for c in nb["cells"] for d in ([c, code(text(c))] if is_check(c) else [c])]
    return nb""",
)
C(
    "the old attempt commented out above the answer in the same cell",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c):
            put(c, "\n".join("# " + line for line in text(c).splitlines()[:4]) + "\n\n" + text(c))
    return nb""",
)
C(
    "the answer cell has a wrong definition first and the right one below in the same cell",
    r"""
def change(nb):
    for c in nb["cells"]:
        names = re.findall(r"^def (\w+)\(", text(c), re.M) if is_answer(c) else []
        if names:
            put(c, "\n\n".join(f"def {n}(*args):\n    pass" for n in names) + "\n\n\n" + text(c))
    return nb""",
)

# ---- retyped
C(
    "a draft kept as a raw cell with wrong code",
    r"""
def change(nb):
    k = next(k for k, c in enumerate(nb["cells"]) if is_answer(c))
    nb["cells"].insert(k, {"cell_type": "raw", "id": "raw1", "metadata": {}, "source": ["def machine(x): return 0"]})
    return nb""",
)
C(
    "all text cells turned to raw",
    r"""
def change(nb):
    for c in nb["cells"]:
        if c["cell_type"] == "markdown": c["cell_type"] = "raw"
    return nb""",
)
C(
    "check cells turned to markdown (nothing graded stands in them)",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c):
            c["cell_type"] = "markdown"
            c.pop("outputs", None); c.pop("execution_count", None)
    return nb""",
)
C(
    "text of an answer copied into a markdown fence below, with a slip",
    r"""
def change(nb):
    for k, c in reversed(list(enumerate(nb["cells"]))):
        if is_answer(c): nb["cells"].insert(k + 1, md("```python\ndef f(x): return None\n```\nwas my first try"))
    return nb""",
)
C(
    "all text cells deleted",
    r"""
def change(nb):
    nb["cells"] = code_cells(nb)
    return nb""",
)
C(
    "titles translated and numbers in headings changed",
    r"""
def change(nb):
    for c in nb["cells"]:
        if c["cell_type"] == "markdown": put(c, re.sub(r"## (\d)\.(\d)", r"### Aufgabe \2", text(c)))
    return nb""",
)

# ---- metadata, ids, formats
C(
    "all cell metadata dropped",
    r"""
def change(nb):
    for c in nb["cells"]: c["metadata"] = {}
    return nb""",
)
C(
    "all ids dropped, nbformat_minor 4",
    r"""
def change(nb):
    for c in nb["cells"]: c.pop("id", None)
    nb["nbformat_minor"] = 4
    return nb""",
)
C(
    "ids dropped AND metadata dropped AND notebook metadata empty",
    r"""
def change(nb):
    for c in nb["cells"]:
        c.pop("id", None); c["metadata"] = {}
    nb["metadata"] = {}; nb["nbformat_minor"] = 2
    return nb""",
)
C(
    "nbformat 3: worksheets, input in place of source, heading cells",
    r"""
def change(nb):
    cells = []
    for c in nb["cells"]:
        if c["cell_type"] == "code":
            cells.append({"cell_type": "code", "collapsed": False, "input": text(c), "language": "python", "metadata": {}, "outputs": [], "prompt_number": 1})
        else:
            cells.append({"cell_type": c["cell_type"], "metadata": {}, "source": text(c)})
    return {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells, "metadata": {}}]}""",
    doubt="an old format; Jupyter still opens it",
)
C(
    "source is one string in place of a list of lines",
    r"""
def change(nb):
    for c in nb["cells"]: c["source"] = text(c)
    return nb""",
)
C(
    "source is a list of single characters",
    r"""
def change(nb):
    for c in nb["cells"]: c["source"] = list(text(c))
    return nb""",
)
C(
    "no outputs and no execution_count keys in code cells",
    r"""
def change(nb):
    for c in code_cells(nb):
        c.pop("outputs", None); c.pop("execution_count", None)
    return nb""",
)
C(
    "nbgrader's locked flags off, checksums changed",
    r"""
def change(nb):
    for c in nb["cells"]:
        g = c.get("metadata", {}).get("nbgrader")
        if g: g.update(locked=False, checksum="0" * 32)
        c["metadata"].pop("editable", None); c["metadata"].pop("deletable", None)
    return nb""",
)
C(
    "all cells have the same id (a tool's mistake)",
    r"""
def change(nb):
    for c in nb["cells"]: c["id"] = "cell"
    return nb""",
)
C(
    "grade_ids of two answers swapped by a merge tool, everything else in place",
    r"""
def change(nb):
    found = [c for c in nb["cells"] if is_answer(c)]
    a, b = found[0]["metadata"]["nbgrader"], found[1]["metadata"]["nbgrader"]
    a["grade_id"], b["grade_id"] = b["grade_id"], a["grade_id"]
    return nb""",
)
C(
    "Colab: metadata, ids as colab ids, %pip cell first, minor version 0",
    r"""
def change(nb):
    nb["metadata"] = {"colab": {"provenance": [], "toc_visible": True}, "kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}}
    for c in nb["cells"]:
        c["metadata"] = {"id": uuid.uuid4().hex[:12], **({"colab": {"base_uri": "https://localhost:8080/"}} if c["cell_type"] == "code" else {})}
        c.pop("id", None)
    nb["nbformat_minor"] = 0
    nb["cells"].insert(0, code("!pip install -q micrograd_lab 2>/dev/null || true"))
    return nb""",
)
C(
    "VS Code: languageId in each cell, vscode kernel metadata, no minor id",
    r"""
def change(nb):
    for c in nb["cells"]: c["metadata"]["vscode"] = {"languageId": "python"} if c["cell_type"] == "code" else {}
    nb["metadata"] = {"kernelspec": {"display_name": ".venv (3.12.1)", "language": "python", "name": "python3"}, "language_info": {"version": "3.12.1", "name": "python", "file_extension": ".py"}, "orig_nbformat": 4}
    return nb""",
)
C(
    "Kaggle: execution metadata, trusted, first cell of Kaggle",
    r"""
def change(nb):
    nb["metadata"] = {"kaggle": {"accelerator": "none", "dataSources": [], "isInternetEnabled": True}, "kernelspec": {"language": "python", "display_name": "Python 3", "name": "python3"}}
    for c in code_cells(nb): c["metadata"].update({"trusted": True, "execution": {"iopub.status.busy": "2025-01-01T00:00:00Z"}, "_kg_hide-input": True})
    nb["cells"].insert(0, code("# This Python 3 environment comes with many helpful analytics libraries installed\nimport os\nfor dirname, _, filenames in os.walk('/kaggle/input'):\n    for filename in filenames:\n        print(os.path.join(dirname, filename))"))
    return nb""",
)
C(
    "kernel of another name: 'micrograd-lab (venv)', and of conda",
    r"""
def change(nb):
    nb["metadata"]["kernelspec"] = {"display_name": "conda: ki", "language": "python", "name": "conda-env-ki-py"}
    return nb""",
)
C(
    "widgets' state of several megabytes in the notebook's metadata",
    r"""
def change(nb):
    nb["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {uuid.uuid4().hex: {"model_name": "HTMLModel", "state": {"value": "x" * 100_000}} for _ in range(30)}, "version_major": 2, "version_minor": 0}}
    return nb""",
)
C(
    "attachments in text cells (a photo of the paper)",
    r"""
def change(nb):
    c = next(c for c in nb["cells"] if c["cell_type"] == "markdown")
    c["attachments"] = {"foto.jpg": {"image/jpeg": "/9j/" + "A" * 5000}}
    put(c, text(c) + "\n![mein Blatt](attachment:foto.jpg)")
    return nb""",
)

# ---- me
C(
    "me is a number",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', "me = 20231234"))
    return nb""",
    needs="me",
    doubt="the text says 'name or id'; an id is often a number. The answers must be those of that me",
)
C(
    "me by an f-string from another variable",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', 'vorname, nachname = "Zoë", "Müller"\nme = f"{vorname} {nachname}"'))
    return nb""",
    needs="me",
)
C(
    "me empty by other ways: str(), single quotes",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', "me = str()"))
    return nb""",
)
C(
    "me set once in a cell at the top, the given line replaced by me = name",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', "me = name"))
    nb["cells"].insert(1, code("name = ''  # for all exercises"))
    return nb""",
)
C(
    "me with blanks around, and another case",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', 'me = "  ada LOVELACE "'))
    return nb""",
    needs="me",
)
C(
    'me set in the check call, not in the given cell: who=""',
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): put(c, text(c).replace("who=me", 'who=""'))
    return nb""",
)
C(
    "me left out of the check call",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): put(c, text(c).replace(", who=me", ""))
    return nb""",
)
C(
    "me = None for 'empty'",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', "me = None"))
    return nb""",
    doubt="'Leave me empty': None is empty to many",
)
C(
    "me by os.environ.get with the empty default",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, text(c).replace('me = ""', 'import os\nme = os.environ.get("LEARNER_NAME_NOT_SET", "")'))
    return nb""",
)

# ---- check cells
C(
    "check cells deleted",
    r"""
def change(nb):
    nb["cells"] = [c for c in nb["cells"] if not is_check(c)]
    return nb""",
)
C(
    "check imported under another name, everywhere",
    r"""
def change(nb):
    for c in code_cells(nb):
        put(c, re.sub(r"\bcheck\b(?!s)", "pruefe", text(c)))
    return nb""",
)
C(
    "the check's answer kept: result = check..., then print(result)",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): put(c, "result = " + text(c) + "\nprint(result)")
    return nb""",
)
C(
    "check called with assert",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): put(c, "assert " + text(c))
    return nb""",
)
C(
    "a hint asked and the solution shown after each check",
    r"""
def change(nb):
    new = []
    for c in nb["cells"]:
        new.append(c)
        m = re.match(r"check\.(\w+)\(", text(c)) if is_check(c) else None
        if m: new += [code(f"check.{m[1]}.hint()"), code(f"check.{m[1]}.solution()")]
    nb["cells"] = new
    return nb""",
)
C(
    "the summary cell deleted",
    r"""
def change(nb):
    nb["cells"] = [c for c in nb["cells"] if text(c).strip() not in ("check.summary()", "## Where you stand")]
    return nb""",
)
C(
    "comments and semicolons in check cells",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): put(c, "# geht!!\n" + text(c).rstrip() + ";")
    return nb""",
)
C(
    "%%time at the top of check cells",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): put(c, "%%time\n" + text(c))
    return nb""",
)

# ---- given cells
C(
    "demo cells (no answer, no check, no def, no import, no me) deleted",
    r"""
def change(nb):
    def demo(c):
        t = text(c)
        return c["cell_type"] == "code" and not is_answer(c) and not is_check(c) and not re.search(r"\bimport\b|^def |^class |^me = |given|Number = ", t, re.M) and "summary" not in t
    nb["cells"] = [c for c in nb["cells"] if not demo(c)]
    return nb""",
    on="05",
)
C(
    "draw.graph and draw.curve lines commented out",
    r"""
def change(nb):
    for c in code_cells(nb): put(c, re.sub(r"^(draw\.)", r"# \1", text(c), flags=re.M))
    return nb""",
)
C(
    "by_pytorch's cell deleted",
    r"""
def change(nb):
    nb["cells"] = [c for c in nb["cells"] if "def by_pytorch" not in text(c)]
    return nb""",
    on="06",
)
C(
    "given function f of 1.3 renamed by a learner who uses f for something else, demo cell adapted",
    r"""
def change(nb):
    for c in code_cells(nb):
        if text(c).startswith("def f(a, b, c)"): put(c, text(c).replace("def f(", "def funktion(").replace("round(f(", "round(funktion("))
        if "partials(f, [2.0" in text(c): put(c, text(c).replace("partials(f,", "partials(funktion,"))
    return nb""",
    on="01",
)
C(
    "the given Value of 4 with __repr__ and label added",
    r"""
def change(nb):
    for c in code_cells(nb):
        if text(c).startswith("class Value:") and not is_answer(c):
            put(c, text(c).replace("        self.grad = 0.0\n", "        self.grad = 0.0\n        self.label = ''\n") .replace("\n\n\ndef value", "\n\n    def __repr__(self):\n        return f'Value({self.data:.4f}, grad={self.grad:.4f})'\n\n\ndef value"))
    return nb""",
    on="04",
)
C(
    "numbers of the demo cells changed",
    r"""
def change(nb):
    for c in code_cells(nb):
        if not is_answer(c) and not is_check(c) and "Number(2.0)" in text(c): put(c, text(c).replace("Number(2.0)", "Number(1.5)"))
    return nb""",
    on="05",
)
C(
    "answers in one class for all of exercises 4, needless cells deleted",
    r'''
ONE = """class Value:
    def __init__(self, data, inputs=(), op="", slopes=()):
        self.data, self.inputs, self.op, self.grad = data, inputs, op, 0.0

        def _backward():
            for v, s in zip(inputs, slopes):
                v.grad += s * self.grad

        self._backward = _backward

    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data + o.data, (self, o), "+", (1.0, 1.0))

    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data * o.data, (self, o), "*", (o.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), f"**{k}", (k * self.data ** (k - 1),))

    def relu(self):
        return Value(max(0.0, self.data), (self,), "relu", (float(self.data > 0),))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), "tanh", (1 - math.tanh(self.data) ** 2,))

    def exp(self):
        return Value(math.exp(self.data), (self,), "exp", (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), "log", (1 / self.data,))

    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __truediv__(self, o): return self * o**-1
    def __radd__(self, o): return self + o
    def __rmul__(self, o): return self * o
    def __rsub__(self, o): return -self + o
    def __rtruediv__(self, o): return self**-1 * o
"""
def change(nb):
    drop = {"4-1-answer", "4-2-answer", "4-3-answer", "4-4-answer"}
    cells = [c for c in nb["cells"] if gid(c) not in drop]
    for c in cells:
        if text(c).startswith("class Value:"): put(c, ONE)
    nb["cells"] = cells
    return nb''',
    on="04",
)
C(
    "the class of lesson 2 completed in 2.1 by all later methods, cells 2.2 and 2.3 deleted with their text",
    r'''
MORE = """

def _radd(self, other): return self + other
def _rmul(self, other): return self * other
def _pow(self, k):
    if isinstance(k, Value): raise TypeError("the exponent must be a plain number")
    if self.data < 0 and k != int(k): raise ValueError("negative base with a fractional exponent")
    return Value(self.data**k, (self,), f"**{k}")


Value.__radd__, Value.__rmul__, Value.__pow__ = _radd, _rmul, _pow
Value.__neg__ = lambda self: self * -1
Value.__sub__ = lambda self, o: self + -o
Value.__rsub__ = lambda self, o: -self + o
Value.__truediv__ = lambda self, o: self * o**-1
Value.__rtruediv__ = lambda self, o: self**-1 * o
"""
def change(nb):
    nb["cells"] = [c for c in nb["cells"] if gid(c) not in ("2-2-answer", "2-3-answer")]
    c = nb["cells"][where(nb, "2-1-answer")]
    put(c, text(c) + MORE)
    return nb''',
    on="02",
)
C(
    "own class for 4 in a file: imported from nowhere here, so pasted by %%writefile and %run",
    r"""
def change(nb):
    c = nb["cells"][where(nb, "4-1-answer")]
    nb["cells"].insert(where(nb, "4-1-answer"), code("%%writefile notes_4.py\nprint('notes')"))
    nb["cells"].insert(where(nb, "4-1-answer"), code("%run notes_4.py"))
    return nb""",
    on="04",
    doubt="writes a file into the working folder; the answer cells stay as they are",
)

# ---- cells that trouble
C(
    "a helper cell in between: constants and a function that later answers may use",
    r"""
def change(nb):
    k = next(k for k, c in enumerate(nb["cells"]) if is_answer(c))
    nb["cells"].insert(k, code("EPS = 1e-9\n\ndef zeige(*args):\n    print(*args)\n\nzeige('Hilfszelle', EPS)"))
    return nb""",
)
C(
    "extra cells that raise, after each check",
    r"""
def change(nb):
    new = []
    for n, c in enumerate(nb["cells"]):
        new.append(c)
        if is_check(c): new.append(code(["1 / 0", "undefined_name", "raise SystemExit", "assert False", "raise KeyboardInterrupt", "[].pop()"][n % 6]))
    nb["cells"] = new
    return nb""",
)
C(
    "a cell that is no Python at all: shell line copied, broken brackets",
    r"""
def change(nb):
    nb["cells"].insert(2, code("pip install micrograd"))
    nb["cells"].append(code("print('Hallo'"))
    return nb""",
)
C(
    "an endless cell at the end",
    r"""
def change(nb):
    nb["cells"].append(code("while True:\n    pass"))
    return nb""",
)
C(
    "input() at the end, and in a cell in between with a try",
    r"""
def change(nb):
    nb["cells"].insert(2, code("try:\n    wer = input('Name? ')\nexcept Exception as e:\n    print(type(e).__name__)"))
    nb["cells"].append(code("input()"))
    return nb""",
)
C(
    "a long sleep at the end",
    r"""
def change(nb):
    nb["cells"].append(code("import time\ntime.sleep(3600)"))
    return nb""",
)
C(
    "exit() and os._exit at the end",
    r"""
def change(nb):
    nb["cells"] += [code("exit()"), code("import os\nos._exit(1)")]
    return nb""",
    doubt="os._exit kills the process that runs the notebook",
)
C(
    "sys.exit() in a try, quit commented, sys.stdout replaced for a while",
    r"""
def change(nb):
    nb["cells"].append(code("import sys, io\nold, sys.stdout = sys.stdout, io.StringIO()\nprint('quiet')\nsys.stdout = old\ntry:\n    sys.exit()\nexcept SystemExit:\n    pass"))
    return nb""",
)
C(
    "the last cell overwrites answers' names for a game",
    r"""
def change(nb):
    nb["cells"].append(code("order = f = x = y = a = b = c = h = line = letter = 0\nlist_ = [1, 2]\nprint(order)"))
    return nb""",
    doubt="the names y, order, letter are answers of 0.1, 1.5, 2.5: right when their checks ran; a grader that looks at the end sees 0, and functions that use a name f or h of the notebook, no longer find it",
)
C(
    "builtins shadowed by a demo: sum, list, max, in a cell after all checks",
    r"""
def change(nb):
    nb["cells"].append(code("sum = 3; max = 4; list = [1]; print(sum, max, list)"))
    return nb""",
    doubt="a grader that calls the learner's functions after the last cell calls them with sum, max and list broken",
)
C(
    "random seeds, warnings off, recursion limit raised at the top",
    r"""
def change(nb):
    nb["cells"].insert(1, code("import random, sys, warnings\nrandom.seed(0)\nsys.setrecursionlimit(20_000)\nwarnings.filterwarnings('ignore')"))
    return nb""",
)
C(
    "magics: %matplotlib inline, %load_ext autoreload, %%capture",
    r"""
def change(nb):
    nb["cells"].insert(1, code("%matplotlib inline\n%load_ext autoreload\n%autoreload 2"))
    nb["cells"].insert(2, code("%%capture quiet\nprint('x')"))
    nb["cells"].insert(3, code("!pwd\nfiles = !ls\n%env FOO=1\n?print"))
    return nb""",
    doubt="%matplotlib raises where matplotlib is missing; nothing depends on it",
)
C(
    "%%html, %%javascript, %%bash and %%script cells",
    r"""
def change(nb):
    nb["cells"] += [code("%%html\n<b>Fertig</b>"), code("%%javascript\nconsole.log(1)"), code("%%bash\necho 1"), code("%%script false --no-raise-error\nraise")]
    return nb""",
)
C(
    "'del' of helpers at the end and %reset -f",
    r"""
def change(nb):
    nb["cells"].append(code("%reset -f"))
    return nb""",
    doubt="a grader that looks at the end of the session finds nothing",
)
C(
    "top-level await, and nest_asyncio tried",
    r"""
def change(nb):
    nb["cells"].insert(2, code("try:\n    import nest_asyncio\n    nest_asyncio.apply()\nexcept ImportError:\n    pass\nimport asyncio\nawait asyncio.sleep(0)"))
    return nb""",
)
C(
    "empty cells and cells of blanks everywhere",
    r"""
def change(nb):
    nb["cells"] = [d for c in nb["cells"] for d in (c, code(""), code("   \n\t\n"))]
    return nb""",
)
C(
    "print floods: 200,000 lines in a cell",
    r"""
def change(nb):
    nb["cells"].insert(2, code("for i in range(200_000): print(i)"))
    return nb""",
)

# ---- outputs
C(
    "huge outputs: 20 MB of text and an image",
    r"""
def change(nb):
    c = code_cells(nb)[1]
    c["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["x" * 999 + "\n"] * 20_000}, {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo" + "A" * 1_000_000}}]
    return nb""",
)
C(
    "old outputs that say 'Not yet' and an old traceback",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_check(c): c["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["Not yet.\n"]}, {"output_type": "error", "ename": "NameError", "evalue": "name 'x' is not defined", "traceback": ["\u001b[0;31mNameError\u001b[0m"]}]
    return nb""",
)
C(
    "execution counts in wild order and very large",
    r"""
def change(nb):
    r = random.Random(1)
    for c in code_cells(nb): c["execution_count"] = r.randrange(1, 9999)
    return nb""",
)
C(
    "outputs broken: null, wrong keys",
    r"""
def change(nb):
    for c in code_cells(nb): c["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": None}, "metadata": None, "execution_count": "3"}]
    return nb""",
    doubt="not a valid notebook by the schema, and Jupyter shows it all the same",
)

# ---- text of answers
C(
    "tabs in place of four blanks in all answers",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c): put(c, re.sub(r"^( {4})+", lambda m: "\t" * (len(m[0]) // 4), text(c), flags=re.M))
    return nb""",
)
C(
    "the placeholder comment kept after the answer",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c): put(c, text(c) + "\n...  # your code here")
    return nb""",
)
C(
    "non-breaking blanks and zero-width characters in comments, typographic quotes in comments",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c): put(c, "# „meine\u00a0Lösung“ \u200b✓\n" + text(c))
    return nb""",
)
C(
    "form feed and trailing blanks",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c): put(c, "\x0c" + "\n".join(line + "   " for line in text(c).split("\n")) + "\n\n\n")
    return nb""",
)
C(
    "answers wrapped in if True: and if __name__ == '__main__':",
    r'''
def change(nb):
    for n, c in enumerate(c for c in nb["cells"] if is_answer(c)):
        if '"""' in text(c) or "%" in text(c): continue
        put(c, ("if __name__ == '__main__':\n" if n % 2 else "if True:\n") + "\n".join("    " + line for line in text(c).split("\n")))
    return nb''',
)
C(
    "solution tags of nbgrader around the answers",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c): put(c, "### BEGIN SOLUTION\n" + text(c) + "\n### END SOLUTION")
    return nb""",
)
C(
    "author and date comments, %% cell marks of jupytext in the answers",
    r"""
def change(nb):
    for c in nb["cells"]:
        if is_answer(c): put(c, "# %% [Antwort]\n# Autorin: Zoë, 3. Mai\n" + text(c))
    return nb""",
)

# ---- as bytes
C("UTF-8 with BOM", "def change_bytes(data):\n    return b'\\xef\\xbb\\xbf' + data")
C(
    "CRLF line ends in the JSON file",
    "def change_bytes(data):\n    return data.replace(b'\\r\\n', b'\\n').replace(b'\\n', b'\\r\\n')",
)
C(
    "CRLF inside the source strings",
    r"""
def change(nb):
    for c in nb["cells"]: c["source"] = [line.replace("\n", "\r\n") for line in text(c).splitlines(keepends=True)]
    return nb""",
)
C(
    "UTF-16 with BOM, as an old Windows editor saves",
    "def change_bytes(data):\n    return data.decode('utf-8').encode('utf-16')",
    doubt="Jupyter itself refuses UTF-16; a kind grader reads it",
)
C(
    "JSON without indentation, all non-ASCII escaped",
    "def change_bytes(data):\n    return json.dumps(json.loads(data), separators=(',', ':')).encode()",
)
C(
    "JSON with keys sorted in reverse and indented by tabs, non-ASCII as it is",
    r"""
def change_bytes(data):
    def turned(x):
        if isinstance(x, dict): return {k: turned(x[k]) for k in sorted(x, reverse=True)}
        return [turned(y) for y in x] if isinstance(x, list) else x
    return json.dumps(turned(json.loads(data)), indent="\t", ensure_ascii=False).encode("utf-8")""",
)
C(
    "blank lines and NULs of a cut download after the end of the JSON",
    "def change_bytes(data):\n    return data + b'\\n\\n\\n   \\n'",
)
C(
    "lone surrogate escaped in a text cell",
    r"""
def change_bytes(data):
    nb = json.loads(data)
    nb["cells"][0]["source"] = ["# Übung \ud83d cut emoji"]
    return json.dumps(nb).encode("ascii")""",
)
C(
    "NaN in an output's data, as Python's json writes it",
    r"""
def change_bytes(data):
    nb = json.loads(data)
    next(c for c in nb["cells"] if c["cell_type"] == "code")["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {"application/json": {"loss": float("nan")}}}]
    return json.dumps(nb).encode()""",
)
C(
    "zipped by the mail program: a gzip of the notebook under the same name",
    "def change_bytes(data):\n    import gzip\n    return gzip.compress(data)",
    doubt="no notebook any more; a learner's file all the same",
)

# ---- mixtures
C(
    "Colab metadata, checks deleted, merged with helper cell, ids dropped",
    r"""
def change(nb):
    nb["metadata"] = {"colab": {"provenance": []}}
    cells = [c for c in nb["cells"] if not is_check(c)]
    for c in cells:
        c.pop("id", None); c["metadata"] = {}
    cells.insert(0, code("from google.colab import drive\ndrive.mount('/content/drive')"))
    nb["cells"] = cells
    return nb""",
    doubt="the first cell raises ModuleNotFoundError outside Colab; all else is right",
)
C(
    "answers of a whole lesson above, in one cell, the answer cells only name them",
    r"""
def change(nb):
    found = [c for c in nb["cells"] if is_answer(c)]
    big = "\n\n\n".join(text(c) for c in found)
    k = next(k for k, c in enumerate(nb["cells"]) if is_answer(c))
    for c in found: put(c, "# siehe oben")
    nb["cells"].insert(k, code(big))
    return nb""",
    on="05",
)
C(
    "two notebooks of lessons pasted into one (the same notebook twice)",
    r"""
def change(nb):
    second = copy.deepcopy(nb["cells"])
    for c in second:
        if "id" in c: c["id"] = uuid.uuid4().hex[:8]
    nb["cells"] += second
    return nb""",
)

if __name__ == "__main__":
    import copy
    import glob
    import json
    import re

    for n, c in enumerate(CHANGES):
        space = {}
        exec(c["how"], space)
        for path in sorted(glob.glob("exercises/*.ipynb")):
            number = re.search(r"(\d\d)_", path)[1]
            if c["on"] not in (None, number):
                continue
            data = open(path, "rb").read()
            if "change_bytes" in space:
                assert isinstance(space["change_bytes"](data), bytes)
            else:
                before = json.loads(data)
                after = space["change"](copy.deepcopy(before))
                json.dumps(after)
                if after == before and number in ("00", c["on"]):
                    print("changes nothing:", number, c["what"])
    print(len(CHANGES), "changes")
