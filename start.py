"""The commands of micrograd_lab, for a machine that has only Python.

    python3 start.py                 open the lessons in JupyterLab
    python3 start.py --no-browser    serve them and print the address
    python3 start.py --folder MINE   with your notebooks there, and not in the folder micrograd-notebooks in your home
    python3 start.py install         only set up, to work without a network later
    python3 start.py journal         show what your journal keeps; also --export FILE, --clear, --off, --on

The first run makes .venv beside this file; later runs only start. Delete .venv to undo everything;
your notebooks stay where they are.
"""

# Python 3.6 can parse this file, so that an old Python is answered with a sentence and not with a SyntaxError.
import argparse
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))
READY = VENV / "micrograd-lab.json"  # what .venv holds; written last
UNFINISHED = VENV / "micrograd-lab.unfinished"  # there while installing, and after it was cut off
TRUSTED = VENV / "micrograd-lab.trusted"  # what the lessons were when Jupyter was last told to trust them
NEEDED = (3, 11)
COMES_WITH = {"instructor": {"grade", "lab"}, "test": {"grade", "instructor", "lab"}}  # extras within extras
SPACE_MB = 1500
# Two at a time, a file each: what one test of a file sets up, the next one uses.
TWO_AT_A_TIME = ["--numprocesses=2", "--dist=loadfile"]
BROWSER = "tests/browser"
NBVAL = [
    "--nbval",
    "--nbval-current-env",
    "--nbval-cell-timeout=60",
    "--nbval-sanitize-with=tests/sanitize.cfg",
]
SIGN = """
import sys
from nbformat import NO_CONVERT, read, sign
notary = sign.NotebookNotary()
for path in sys.argv[3:]:
    notary.sign(read(path, NO_CONVERT))
with open(sys.argv[1], "w") as trusted:
    trusted.write(sys.argv[2])
"""
NOTEBOOKS = ("lessons", "solutions")
SETTINGS = {
    # The tests install nbgrader. Its teacher's menus and pages are not for learners, and slow the start.
    "etc/jupyter/labconfig/page_config.json": {"disabledExtensions": {"@jupyter/nbgrader": True}},
    "etc/jupyter/jupyter_server_config.d/zz-micrograd-lab.json": {
        "ServerApp": {
            "jpserver_extensions": {
                "nbgrader.server_extensions." + name: False
                for name in ("formgrader", "validate_assignment", "assignment_list", "course_list")
            }
        }
    },
}
OF_THE_KIT = {  # what each does, and the extras that it needs
    "journal": ("what your journal keeps", set()),
    "build": ("with --release FOLDER, a copy for a class", {"instructor"}),
    "grade": ("grade a class", {"grade"}),
}
AGAIN = "`python3 start.py` again" if os.name != "nt" else "`py start.py` again"


# A copy for a class has this file, and neither tests nor what builds and grades.
FOR_A_CLASS = (ROOT / "micrograd_lab" / "checks" / "RELEASE.txt").exists()
MORE = """
For authors:

    python3 start.py test            run the tests; further words go to pytest
    python3 start.py test --all      the long ones too, with PyTorch as second opinion

For a class:

    python3 start.py build --release class.zip     a copy for learners, without solutions
    python3 start.py grade FOLDER --out REPORT     grade what was handed in
"""


class Stopped(Exception):
    def __init__(self, asked, found, remedy):
        super().__init__(f"asked: {asked}\nfound: {found}\ntry:   {remedy}")


class NoFolder(Exception):
    """There is no folder for the notebooks, and it was said why."""


def disk_full(found):
    return Stopped("room on the disk", found, f"free {SPACE_MB} MB there, then {AGAIN}")


def check_python(version, executable):
    if version < NEEDED:
        found = f"Python {version[0]}.{version[1]} ({executable})"
        remedy = "install a newer one (python.org has them), then `python3.13 start.py`, on Windows `py -3.13 start.py`"
        raise Stopped("Python 3.11 or newer", found, remedy)


def check_project():
    for name in ("pyproject.toml", "requirements.lock", "micrograd_lab"):
        if not (ROOT / name).exists():
            remedy = "download or clone the whole project and run start.py in its folder"
            raise Stopped("the project around start.py", f"no {name} in {ROOT}", remedy)


def check_port(port):
    if not 1024 <= port <= 65535:
        raise Stopped(f"port {port}", "a port is a number from 1024 to 65535", "--port 8890")
    with socket.socket() as probe:
        probe.settimeout(2)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            remedy = "another number; without --port, a free one is found"
            raise Stopped(f"port {port}", "another program already answers there", remedy)


def check_machine():
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        found = f"{sys.executable} comes without venv or ensurepip, as Debian's and Ubuntu's Python do"
        raise Stopped("a virtual environment", found, f"`sudo apt install python3-venv`, then {AGAIN}")
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free < SPACE_MB:
        raise disk_full(f"{free} MB are free for {VENV}")


def fingerprint():
    # The folder belongs to it: an editable installation holds its path, so a moved folder is installed anew.
    parts = [(ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml")]
    parts += [path.read_bytes() for path in sorted((ROOT / "settings").rglob("*.js*"))]  # what is laid into .venv
    parts += [str(ROOT).encode(), json.dumps(SETTINGS).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def recorded():
    """The fingerprint and the extras of the last finished installation."""
    try:
        marker = json.loads(READY.read_text(encoding="utf-8"))
        return marker["fingerprint"], set(marker["extras"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", set()


def interpreter_runs():
    """Does .venv's Python start, as the version that .venv was made for? A system's upgrade can end either."""
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        made_for = re.search(r"^version\w* *= *(\d+)\.(\d+)", (VENV / "pyvenv.cfg").read_text(), re.MULTILINE)
        answer = subprocess.run([PYTHON, "-Ic", question], stdout=subprocess.PIPE, timeout=60).stdout.decode()
    except (OSError, subprocess.SubprocessError):
        return False
    version = tuple(map(int, made_for.groups())) if made_for else (0, 0)
    return version >= NEEDED and answer.split() == ["{}.{}".format(*version)]


def prepare(extras):
    """Make .venv hold the pinned packages and these extras. When it already does, only look."""
    usable = interpreter_runs() and not UNFINISHED.exists()
    found, already = recorded()
    there = already.union(*(COMES_WITH.get(extra, ()) for extra in already))
    if usable and found == fingerprint() and extras <= there:
        return
    if VENV.exists() and not usable:
        print(".venv is unfinished or its Python is gone: removing it.", flush=True)
        shutil.rmtree(str(VENV))
    if usable:
        print("Bringing .venv up to date.", flush=True)
        extras = extras | already
    else:
        check_machine()
        print("Setting up .venv in this folder: a minute or two. Later starts take seconds.", flush=True)
        VENV.mkdir()
    UNFINISHED.touch()
    if not usable:
        make_environment()
    install(extras)
    for path, content in SETTINGS.items():
        (VENV / path).parent.mkdir(parents=True, exist_ok=True)
        (VENV / path).write_text(json.dumps(content), encoding="utf-8")
    READY.write_text(json.dumps({"fingerprint": fingerprint(), "extras": sorted(extras)}), encoding="utf-8")
    UNFINISHED.unlink()
    trust(wait=True)


def trust(wait):
    """Have Jupyter show the lessons' SVG pictures before a cell runs, which it does in notebooks that it trusts.

    Only those that were handed out, and only when they have changed. Without it the lessons work too.
    """
    folders = [script.parent.name for script in sorted((ROOT / "course").glob("*/lesson.py"))]
    if FOR_A_CLASS:  # which comes without their sources
        folders = [notebook.stem for notebook in sorted((ROOT / "lessons").glob("*.ipynb"))]
    named = [ROOT / "lessons" / (name + ".ipynb") for name in folders]
    named += [ROOT / "solutions" / (name + "_solutions.ipynb") for name in folders]
    notebooks = [path for path in named if path.exists()]
    try:
        # Signatures lie in a user's own folder: for another user the lessons are signed anew.
        digest = hashlib.sha256(os.environ.get("JUPYTER_DATA_DIR", os.path.expanduser("~")).encode())
        for path in notebooks:
            digest.update(path.read_bytes())
        if notebooks and not (TRUSTED.exists() and TRUSTED.read_text() == digest.hexdigest()):
            sign(digest.hexdigest(), notebooks, wait)
    except (OSError, ValueError, subprocess.SubprocessError):
        pass


def sign(digest, notebooks, wait):
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    process = subprocess.Popen([PYTHON, "-c", SIGN, str(TRUSTED), digest, *map(str, notebooks)], **quiet)
    if wait:
        process.wait(60)


def make_environment():
    import venv  # here, since a Python can lack it

    venv.EnvBuilder(symlinks=os.name != "nt").create(str(VENV))
    run([PYTHON, "-Im", "ensurepip"])


def install(extras):
    """The versions in requirements.lock: by uv where there is one, which is much faster, and else by pip."""
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    uv = shutil.which("uv")
    steps = [["hatchling"], kit(extras - {"oracle"})]
    print("Installing the packages with {}.".format("uv" if uv else "pip"), flush=True)
    if uv:
        uv = [uv, "pip", "install", "--python", PYTHON] + ([] if sys.stderr.isatty() else ["--quiet"])
        if all(subprocess.call(uv + pinned(step), cwd=str(ROOT)) == 0 for step in steps):
            steps = []
        else:
            print("uv could not do it: now with pip.", flush=True)
    if "oracle" in extras:
        # By pip even where there is a uv: PyTorch is outside the lock, and its wheel may lie where only pip looks.
        print("PyTorch comes too: large, several minutes.", flush=True)
        steps.append(kit(extras))
    for step in steps:
        run(pip + pinned(step))


def kit(extras):
    return ["--no-build-isolation", "-e", ".[{}]".format(",".join(sorted(extras))) if extras else "."]


def pinned(step):
    return ["-c", "requirements.lock", *step]


def run(words):
    """A dot every two seconds, so that nobody thinks it has died; its own words only when it fails."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(words, cwd=str(ROOT), **streams) as process:
        text, dots = None, ""
        while text is None:
            try:
                text = process.communicate(timeout=2)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                print(".", end="", flush=True)
                dots = "\n"
        print(end=dots, flush=True)
    if process.returncode == 0:
        return
    if re.search("no space left|not enough space|quota exceeded", text, re.IGNORECASE):
        raise disk_full("it was full before everything was installed")
    if re.search("connection|retrying|timed out|name resolution|getaddrinfo|unreachable", text, re.IGNORECASE):
        UNFINISHED.unlink()  # pip fetches everything before it installs anything, so .venv is what it was
        remedy = f"check the network, then {AGAIN}; once installed, no network is needed"
        reasons = re.findall(r"\[Errno[^'\"()]*", text) or ["no answer"]
        raise Stopped("packages from the network", "they could not be reached: " + reasons[-1], remedy)
    last = "".join("\n       " + line[:200] for line in text.strip().splitlines()[-8:])
    raise Stopped("what requirements.lock names", "the installer stopped:" + last, f"delete .venv, then {AGAIN}")


def wait_for(words, env, cwd=str(ROOT)):
    """The exit code. Ctrl-C reaches the command itself, which ends in its own way."""
    with subprocess.Popen(words, cwd=cwd, env=env) as process:
        # Deaf meanwhile: a Ctrl-C in the midst of wait() would lose the exit code.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            return process.wait()
        finally:
            signal.signal(signal.SIGINT, before)


def activated():
    """So that `!pip` in a notebook and JupyterLab's terminal mean .venv too."""
    return dict(os.environ, VIRTUAL_ENV=str(VENV), PATH=str(BIN) + os.pathsep + os.environ.get("PATH", ""))


def learner_folder(folder):
    """A folder of the learner's own, with the notebooks in it; the installed package says on stderr what it kept."""
    folder = folder or os.environ.get("MICROGRAD_LAB_FOLDER")
    words = [PYTHON, "-m", "micrograd_lab.learner_folder"]
    words += [os.path.abspath(os.path.expanduser(folder))] if folder else []
    with subprocess.Popen(words, cwd=str(ROOT), env=dict(os.environ, PYTHONUTF8="1"), stdout=subprocess.PIPE) as asked:
        said = asked.communicate()[0].decode("utf-8", "replace").strip()
    if asked.returncode:
        raise NoFolder
    return said


def lab(port, browser, folder=None):
    if port is not None:
        check_port(port)
    prepare({"lab"})
    trust(wait=False)  # it is done long before JupyterLab has started
    own = learner_folder(folder)
    words = [PYTHON, "-m", "jupyterlab", "--LabApp.default_url=/lab/tree/lessons/index.ipynb"]
    words += [f"--ServerApp.root_dir={own}", "--log-level=WARN"]
    words += ["--ServerApp.answer_yes=True"]  # one Ctrl-C stops it, without a question
    words += [] if port is None else [f"--port={port}", "--ServerApp.port_retries=0"]
    words += [] if browser else ["--no-browser"]
    words += ["--allow-root"] if os.name != "nt" and os.geteuid() == 0 else []
    print(f"Your notebooks are in {own}.\nStarting JupyterLab; Ctrl-C stops it.", flush=True)
    if os.name == "nt":
        return wait_for(words, activated(), own)
    os.chdir(own)
    os.execve(PYTHON, words, activated())


def pytest_runs(words, everything):
    # Three runs: a browser has the machine to itself, since what it shows in time depends on what else runs, and a
    # browser test and a notebook's kernel cannot share an event loop. One when paths are named.
    pytest = [PYTHON, "-m", "pytest"]
    long = ["--all"] if everything else []  # tests/conftest.py gives pytest this option, for the tests alone
    named = [word for word in words if os.path.exists(str(ROOT / word.split("::")[0]))]
    if named:
        return [[*pytest, *NBVAL, *([] if all(name.startswith(NOTEBOOKS) for name in named) else long), *words]]
    notebooks = [name for name in NOTEBOOKS if (ROOT / name).exists()]
    return [
        [*pytest, "tests", "--ignore=" + BROWSER, *TWO_AT_A_TIME, *long, *words],
        [*pytest, BROWSER, *long, *words],
        [*pytest, *notebooks, *NBVAL, *words],
    ]


def test(words, everything):
    began = time.time()
    prepare({"test", "oracle"} if everything else {"test"})
    codes = []
    with tempfile.TemporaryDirectory() as folder:
        for run_words in pytest_runs(words, everything):
            # What one notebook keeps in mine.py, another must not find.
            own = {"MICROGRAD_LAB_MINE": "fresh"} if "--nbval" in run_words else {}
            codes.append(wait_for(run_words, dict(activated(), MICROGRAD_LAB_DATA=folder, **own)))
            if codes[-1] == 2:  # interrupted
                break
    if words and set(codes) == {0, 5}:
        codes = [0]  # `-k name` chose nothing in one of the three, which pytest calls 5
    code = next((code for code in codes if code != 0), 0)
    outcome = "Everything passed" if code == 0 else "Not everything passed"
    print("{} in {} min {} s.".format(outcome, *divmod(round(time.time() - began), 60)), flush=True)
    return code


def of_the_kit(command, words):
    """A command of the package, with all of its own words; paths in them are the caller's."""
    prepare(OF_THE_KIT[command][1])
    kit = str(BIN / ("micrograd-lab.exe" if os.name == "nt" else "micrograd-lab"))
    return wait_for([kit, command, *words], activated(), os.getcwd())


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Stopped("start.py " + " ".join(sys.argv[1:]), message, "`start.py -h` lists what there is")


def parse(words):
    says = __doc__ if FOR_A_CLASS else __doc__ + MORE
    names = ["lab", "install", "journal"] if FOR_A_CLASS else ["lab", "install", "test", *OF_THE_KIT]
    parser = Parser(prog="start.py", description=says, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", metavar=" | ".join(names))
    one = commands.add_parser("lab", help="what a bare start.py does", allow_abbrev=False)
    one.add_argument("--no-browser", dest="browser", action="store_false", help="print the address, open nothing")
    one.add_argument("--port", type=int, help="without it, the first free one from 8888")
    one.add_argument("--folder", help="where your notebooks are; without it MICROGRAD_LAB_FOLDER, or in your home")
    one = commands.add_parser("install", help="only set up", allow_abbrev=False)
    extras = ["lab"] if FOR_A_CLASS else ["lab", *COMES_WITH, "grade", "oracle"]
    one.add_argument("--extra", action="append", choices=extras, default=["lab"])
    if "test" in names:
        one = commands.add_parser("test", help="run the tests", allow_abbrev=False)
        one.add_argument("--all", action="store_true", help="the long ones too; installs PyTorch")
    # Their words, -h too, are the installed command's.
    for name, (does, _) in OF_THE_KIT.items():
        if name in names:
            commands.add_parser(name, help=does, add_help=False, allow_abbrev=False)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["lab", *words]
    chosen, rest = parser.parse_known_args(words)
    if rest and chosen.command not in ("test", *OF_THE_KIT):
        parser.error("unknown: " + " ".join(rest))
    return chosen, rest


def main(words):
    try:
        check_python(sys.version_info[:2], sys.executable)
        check_project()
        chosen, rest = parse(words)
        if chosen.command == "lab":
            return lab(chosen.port, chosen.browser, chosen.folder)
        if chosen.command == "test":
            return test(rest, chosen.all)
        if chosen.command in OF_THE_KIT:
            return of_the_kit(chosen.command, rest)
        prepare(set(chosen.extra))
        print("Ready: start.py opens the lessons, without a network too.")
        return 0
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on.", file=sys.stderr)
        return 130
    except Stopped as reason:
        print(reason, file=sys.stderr)
    except NoFolder:
        pass
    except OSError as error:
        remedy = "close what still uses .venv, look at the folder's permissions, then " + AGAIN
        full = error.errno == errno.ENOSPC
        print(disk_full(str(error)) if full else Stopped("a file", str(error), remedy), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
