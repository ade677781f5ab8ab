"""The micrograd-lab command. Everything it needs is imported when it is needed."""

import json
import os
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from .extras import lacking, needing

OPENED = "Your notebooks are in {folder}.\nStarting JupyterLab; Ctrl-C stops it."
RELEASED = "{count} files in {folder}, no solutions among them."
WITH_CHECKPOINTS = "With checkpoint {numbers} of mine.py: right answers to the lessons up to there."
NOT_RELEASED = (
    "asked: a release in {folder}\nfound: {found}\n"
    "try:   a place that can be written, or the same again: it goes on where this one ended"
)
WITHOUT_RELEASE = (
    "asked: {asked}\nfound: {found}\n"
    "try:   `micrograd-lab build --release FOLDER --lessons {lessons}`, or `micrograd-lab build {which}` for the "
    "notebooks of one lesson here"
)
ALONE, BOTH = "--lessons without --release", "a lesson to build, and --release, which builds none"
VERIFIED = "Every notebook is what its source says."
EXPORTED, CLEARED = "{count} entries written to {file}.", "{count} entries deleted."
NOT_WRITTEN = "asked: {asked}\nfound: {found}\ntry:   another place; the journal itself lies in {folder}"
EXPORT, CHANGE = "a file for your entries", "a change to your journal"
KEPT, OFF = "Kept in {folder}", "Off; nothing new is kept in {folder}"
STOPPED = "Stopped. What is graded is kept in {folder}: the same command goes on."
TAKEN = (
    "asked: port {port}\nfound: another program already answers there\n"
    "try:   another number; without --port, a free one is found"
)

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Learn how neural networks learn.")


def command_in(room):
    """Make a function a command, where this copy has the room that it needs: a copy for a class has fewer."""
    return app.command() if Path(__file__).with_name(room).is_dir() else lambda function: function


@app.command()
def lab(
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    port: Annotated[
        int | None, typer.Option(min=1024, max=65535, help="Without it, the first free one from 8888.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="Where your notebooks are; without it MICROGRAD_LAB_FOLDER, or in your home.")
    ] = None,
):
    """Open the lessons in JupyterLab, in a folder of your own, which is brought up to date."""
    from . import learner_folder

    if find_spec("jupyterlab") is None:
        _fail(lacking("lab", "the lessons in JupyterLab", "jupyterlab"))
    options = [] if browser else ["--no-browser"]
    if port is not None:
        _check_free(port)
        options += [f"--port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options += ["--allow-root"]
    options += ["--log-level=WARN", "--ServerApp.answer_yes=True"]  # one Ctrl-C stops it, without a question
    try:
        own = learner_folder.chosen(folder)
        for sentence in learner_folder.update(own):
            typer.echo(sentence)
    except learner_folder.NoFolder as error:
        _fail(error)
    typer.echo(OPENED.format(folder=own))
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    subprocess.Popen([sys.executable, "-m", "micrograd_lab.trust"], **quiet)  # done long before JupyterLab has started
    options += [f"--ServerApp.root_dir={own}", "--LabApp.default_url=/lab/tree/lessons/index.ipynb"]
    raise typer.Exit(subprocess.run([sys.executable, "-m", "jupyterlab", *options], cwd=own).returncode)


@command_in("authoring")
def build(
    which: Annotated[str, typer.Argument(help='A lesson\'s number, as 02; "all" for every one.')] = "all",
    release: Annotated[
        Path | None,
        typer.Option(help="Build nothing; write a copy for a class, without solutions, here: a folder, or NAME.zip."),
    ] = None,
    lessons: Annotated[str, typer.Option(help="With --release: of these lessons alone, as 4,5 or 0-3.")] = "",
    checkpoints: Annotated[
        str, typer.Option(help="With --release: these checkpoints of mine.py, as 2,4; they hold right answers.")
    ] = "",
):
    """Build notebooks from their percent scripts, or a copy for a class."""
    authoring = _authoring()
    from rich.progress import track

    if lessons and not release:
        _fail(WITHOUT_RELEASE.format(asked=lessons, found=ALONE, lessons=lessons, which="05"))
    if release and which != "all":
        _fail(WITHOUT_RELEASE.format(asked=which, found=BOTH, lessons=lessons or which, which=which))
    if release:
        try:
            count, sentences = authoring.release(
                release,
                authoring.numbered(lessons) if lessons else None,
                authoring.numbered(checkpoints) if checkpoints else (),
            )
        except (OSError, ValueError) as error:
            of_the_disk = getattr(error, "errno", None) is not None  # and no sentence of ours
            _fail(NOT_RELEASED.format(folder=release, found=error) if of_the_disk else error)
        sentences += [WITH_CHECKPOINTS.format(numbers=checkpoints)] if checkpoints else []
        for line in [RELEASED.format(count=count, folder=release), *sentences]:
            typer.echo(line)
        return
    try:
        chosen = authoring.sources(None if which == "all" else which)
    except FileNotFoundError as error:
        _fail(error)
    for source in track(chosen, description="building"):
        typer.echo(authoring.build(source).name)
    authoring.write_readme(authoring.COURSE)
    # The list of lessons, and the lesson before, name this one.
    for source in authoring.outdated():
        typer.echo(authoring.build(source).name)


@command_in("authoring")
def verify():
    """Check that every notebook is what its source says."""
    try:
        troubles = _authoring().verify()
    except FileNotFoundError as error:
        _fail(error)
    for trouble in troubles:
        typer.echo(trouble)
    if troubles:
        raise typer.Exit(1)
    typer.echo(VERIFIED)


def _authoring():
    try:
        with needing("instructor", "to work on notebooks"):
            from . import authoring
    except ImportError as error:
        _fail(error)
    return authoring


@app.command()
def journal(
    export: Annotated[Path | None, typer.Option(help="Write all entries to this JSON file.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Delete what is kept.")] = False,
    on: Annotated[bool | None, typer.Option("--on/--off", help="Keep entries, or stop keeping them.")] = None,
):
    """Show what your journal keeps: your predictions and attempts, on this machine alone."""
    from . import journal as kept

    try:
        if on is not None:
            kept.switch(on)
        if export:
            everything = kept.entries()
            export.write_text(json.dumps(everything, ensure_ascii=False, indent=1), encoding="utf-8")
            typer.echo(EXPORTED.format(count=len(everything), file=export))
        if clear:
            typer.echo(CLEARED.format(count=kept.clear()))
    except OSError as error:
        _fail(NOT_WRITTEN.format(asked=EXPORT if export else CHANGE, found=error, folder=kept.folder()))
    for line in filter(None, [*map(kept.in_words, kept.entries()), kept.trouble()]):
        typer.echo(line)
    typer.echo((KEPT if kept.keeping() else OFF).format(folder=kept.folder()))


@command_in("grading")
def grade(
    submissions: Annotated[Path, typer.Argument(help="A folder of notebooks, or a zip from a course system.")],
    out: Annotated[Path, typer.Option(help="Where the report goes. What is graded there already stays graded.")],
    roster: Annotated[
        Path | None, typer.Option(help="A CSV of the class; who has handed in nothing is listed.")
    ] = None,
    lesson: Annotated[str, typer.Option(help="Take all notebooks as this lesson's, as 05.")] = "",
    personal: Annotated[
        bool, typer.Option("--personal", help="Own numbers by each one's id here, whatever they wrote at `me`.")
    ] = False,
    require_sandbox: Annotated[
        bool, typer.Option("--require-sandbox", help="Refuse to grade where there is no sandbox.")
    ] = False,
    seed: Annotated[
        Path | None, typer.Option(help="A file with the seed of the hidden cases, of an earlier run.")
    ] = None,
    seconds: Annotated[int, typer.Option(min=1, help="Of processor time, for each exercise.")] = 20,
    scheduler: Annotated[str, typer.Option(help="Grade on a Dask cluster, as tcp://host:8786.")] = "",
    jobs: Annotated[int | None, typer.Option(min=1, help="How many at a time; without it, one for each core.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let the report lose those who are in it and not among these.")
    ] = False,
    adjustments: Annotated[
        Path | None, typer.Option(help="A CSV of points by hand, late days and weights; without it, the report's own.")
    ] = None,
    late_penalty: Annotated[
        float | None, typer.Option(min=0, max=100, help="The percentage of the points that each late day takes off.")
    ] = None,
    late_free: Annotated[float | None, typer.Option(min=0, help="Late days that take nothing off.")] = None,
):
    """Grade what a class has handed in, each answer in a sandbox, and write a report."""
    chosen = (lesson, personal, require_sandbox, seed, scheduler, jobs, seconds, replace)
    by_hand = (adjustments, late_penalty, late_free)
    try:
        with needing("grade", "to grade"):
            from .grading.command import grade_class
        for line in grade_class(submissions, out, roster, *chosen, *by_hand):
            typer.echo(line)
    except (OSError, ValueError, ImportError) as error:
        _fail(error)
    except KeyboardInterrupt:
        _fail(STOPPED.format(folder=out))


def _check_free(port):
    with socket.socket() as probe:
        probe.settimeout(2)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            _fail(TAKEN.format(port=port))


def _fail(error):
    typer.echo(str(error), err=True)
    raise typer.Exit(1)
