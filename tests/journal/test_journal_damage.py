"""A journal that is damaged, shared or out of reach: nothing is lost without a word, and nothing stops a lesson."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from micrograd_lab import cli, journal, live

MANY = """
import sys
from micrograd_lab import journal
who, number = sys.argv[1], int(sys.argv[2])
for n in range(number):
    assert journal.add("prediction", lesson=who, name=str(n), answer="x" * (20_000 if n % 10 == 0 else 5)) == ""
    if n % 7 == 0:
        journal.entries()
"""


def damage(*lines):
    journal.folder().mkdir(parents=True, exist_ok=True)
    with journal.path().open("ab") as file:
        file.write(b"\n".join(lines) + b"\n")


def said_everywhere():
    """What a learner reads in each of the three places that show the journal; all of them must work."""
    shown = [repr(live.predictions()), live.predictions()._repr_html_(), repr(live.progress())]
    shown += [live.progress()._repr_html_(), CliRunner().invoke(cli.app, ["journal"], catch_exceptions=False).output]
    return [text.replace("&#x27;", "'").replace("\n", "") for text in shown]


BAD = {
    "half a line": b'{"time": "2026-01-01", "kind": "predic',
    "a list": b'[{"kind": "prediction"}]',
    "pairs, which dict() would take": b'[["kind", "prediction"]]',
    "an empty list": b"[]",
    "null": b"null",
    "a number": b"7",
    "a kind that is a number": b'{"kind": 3}',
    "no kind": b'{"time": "2026-01-01"}',
    "invalid UTF-8": b"\xff\xfe\x00",
    "invalid UTF-8 within a string": b'{"kind": "prediction", "answer": "gr\xc3"}',
    "zeros, as after a power cut": b"\x00" * 600,
    "brackets without end": b"[" * 200_000,
    "a number without end": b'{"kind": "prediction", "answer": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_a_line_that_is_no_entry_is_set_aside_as_it_was_and_said(line):
    journal.add("prediction", answer="before")
    damage(line)
    journal.add("prediction", answer="after")
    for _ in range(2):
        assert [e["answer"] for e in journal.entries()] == ["before", "after"]
    assert journal.aside().read_bytes() == line + b"\n"
    sentence = f"1 line of your journal can't be read. It lies in {journal.aside()}. Everything else is still here."
    assert journal.trouble() == sentence
    assert all(sentence in text for text in said_everywhere())


def test_several_lines_are_counted():
    damage(*BAD.values())
    assert journal.trouble().startswith(f"{len(BAD)} lines of your journal can't be read. They lie in ")


def test_nothing_is_said_of_a_journal_that_is_well_or_not_there():
    assert journal.trouble() == ""
    journal.add("prediction", answer="a")
    assert journal.trouble() == ""
    assert not any("can't be read" in text for text in said_everywhere())


def test_a_mark_that_an_editor_puts_first_does_no_harm():
    damage(b'\xef\xbb\xbf{"kind": "prediction", "answer": "a"}')
    assert [e["answer"] for e in journal.entries()] == ["a"]
    assert journal.trouble() == ""


KINDS = ("prediction", "outcome", "observation", "attempt", "hint", "solution", "answer", "unknown", "")
FIELDS = ("lesson", "name", "question", "answer", "outcome", "exercise", "misconception", "points", "of", "level")
VALUES = ([1, {"a": []}], {"b": 1}, None, True, -3, 1e308, float("nan"), "", "²", "<b>")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [..., *VALUES], ids=repr)
def test_an_entry_with_missing_or_strange_fields_is_kept_and_stops_nothing(kind, value):
    fields = {} if value is ... else dict.fromkeys((*FIELDS, "title", "time", "sentence", "as_predicted"), value)
    journal.add("prediction", lesson="02", name="x", question="Up?", answer="up")
    journal.add("attempt", exercise="5.2", title="Backward", outcome="Passed", points=2.0, of=2.0)
    damage(
        json.dumps({"kind": kind, **fields}).encode(), json.dumps({**fields, "kind": kind, "exercise": "5.1"}).encode()
    )
    journal.add("outcome", lesson="02", name="x", answer="up", outcome="up")
    assert len(journal.entries()) == 5
    assert [p["question"] for p in journal.predictions() if p["lesson"] == "02"] == ["Up?"]
    (passed,) = [r for r in journal.progress() if r["exercise"] == "5.2"]
    assert (passed["attempts"], passed["points"]) == (1, 2.0)
    assert all("<b>" not in text for text in said_everywhere()[1:4:2])
    view = live.graph("a + a", a=2.0)
    live.predict(view, "Up?", "up", ["up", "down"], lesson="02", name="x")


def test_what_json_cannot_hold_is_kept_in_words():
    assert journal.add("prediction", answer={1, 2}, name="\ud800") == ""
    assert [(e["answer"], e["name"]) for e in journal.entries()] == [("{1, 2}", "?")]


def test_two_processes_at_once_lose_nothing():
    number = 300
    (journal.folder()).mkdir(parents=True)
    damage(b"half a li")
    running = [subprocess.Popen([sys.executable, "-c", MANY, who, str(number)]) for who in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    kept = [(e["lesson"], int(e["name"])) for e in journal.entries()]
    assert sorted(kept) == [(who, n) for who in "abc" for n in range(number)]
    assert [n for who, n in kept if who == "b"] == list(range(number))
    assert journal.aside().read_bytes() == b"half a li\n"


def test_a_journal_that_is_a_folder_is_said_and_stops_nothing():
    journal.path().mkdir(parents=True)
    assert "could not be kept in your journal" in journal.add("prediction", answer="a")
    assert journal.entries() == journal.predictions() == journal.progress() == []
    assert journal.trouble().startswith(f"Your journal can't be read: {journal.path()} is a folder. Move it away")
    assert all(journal.trouble() in text for text in said_everywhere())
    answer = CliRunner().invoke(cli.app, ["journal", "--clear"])
    assert answer.exit_code == 1
    assert [line[:7] for line in answer.output.splitlines()] == ["asked: ", "found: ", "try:   "]


def test_a_place_that_cannot_be_written_is_said_by_export(tmp_path):
    answer = CliRunner().invoke(cli.app, ["journal", "--export", str(tmp_path / "none" / "mine.json")])
    assert answer.exit_code == 1
    assert answer.output.startswith("asked: a file for your entries\nfound: ")


@pytest.fixture
def open_folder(monkeypatch):
    """A folder that everyone may enter, and somebody in it who may not do everything: not root."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        monkeypatch.setenv("MICROGRAD_LAB_DATA", name)
        yield Path(name)
        Path(name).chmod(0o755)


class Ordinary:
    """As an ordinary user: root could write everywhere."""

    def __enter__(self):
        self.root = os.geteuid() == 0
        if self.root:
            os.seteuid(65534)

    def __exit__(self, *_):
        if self.root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX has them")
def test_a_journal_that_can_only_be_read_is_read_and_its_damage_said(open_folder):
    journal.add("prediction", lesson="02", name="x", answer="first")
    damage(b"half a li")
    journal.path().chmod(0o444)
    (open_folder / "journal.lock").unlink()
    open_folder.chmod(0o555)
    before = journal.path().read_bytes()
    with Ordinary():
        assert "Permission denied" in journal.add("prediction", answer="second")
        assert [e["answer"] for e in journal.entries()] == ["first"]
        sentence = f"1 line of your journal can't be read. It lies in {journal.path()}. Everything else is still here."
        assert journal.trouble() == sentence
        assert all(sentence in text for text in said_everywhere())
    assert journal.path().read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX has them")
@pytest.mark.parametrize("closed", ["the file", "the folder"])
def test_a_journal_that_cannot_be_read_is_said(open_folder, closed):
    journal.add("prediction", answer="first")
    (journal.path() if closed == "the file" else open_folder).chmod(0)
    with Ordinary():
        assert journal.entries() == []
        assert journal.keeping()
        assert journal.trouble() == (
            f"Your journal can't be read (Permission denied): {journal.path()}. See who may read that file."
        )
        assert all(journal.trouble() in text for text in said_everywhere())
    open_folder.chmod(0o755)
