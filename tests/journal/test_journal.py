import json
from datetime import datetime
from pathlib import Path

import pytest

from micrograd_lab import journal


def test_what_is_added_is_read_back_in_order_with_its_time():
    assert journal.add("prediction", lesson="02", answer="grows") == ""
    assert journal.add("attempt", lesson="02", passed=False) == ""
    first, second = journal.entries()
    assert (first["kind"], first["lesson"], first["answer"]) == ("prediction", "02", "grows")
    assert (second["kind"], second["passed"]) == ("attempt", False)
    assert datetime.fromisoformat(first["time"]).tzinfo is not None


def test_entries_are_chosen_by_kind_and_fields():
    for lesson, answer in [("02", "a"), ("09", "b"), ("02", "c")]:
        journal.add("prediction", lesson=lesson, answer=answer)
    journal.add("attempt", lesson="02")
    assert [e["answer"] for e in journal.entries("prediction", lesson="02")] == ["a", "c"]
    assert len(journal.entries(lesson="02")) == 3
    assert journal.entries("prediction", lesson="02", answer="z") == []


def test_an_empty_journal_has_no_entries():
    assert journal.entries() == []
    assert journal.clear() == 0


@pytest.mark.parametrize("answer", ["größer", 'a "b"\n{c}', "\u2028 \u2029 \x85 \x0b \x0c \x1c \r\n", "漢", 3.5, None])
def test_an_answer_comes_back_as_it_was(answer):
    journal.add("prediction", answer=answer)
    journal.add("prediction", answer="after")
    assert [e["answer"] for e in journal.entries()] == [answer, "after"]
    assert not journal.aside().exists()


def test_one_line_an_entry():
    journal.add("prediction", answer="a\nb")
    journal.add("prediction", answer="c")
    lines = journal.path().read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["answer"] for line in lines] == ["a\nb", "c"]


def test_damaged_lines_are_set_aside_and_none_is_lost():
    journal.add("prediction", answer="first")
    with journal.path().open("ab") as file:
        file.write(b'{"kind": "pred\n\nnull\n\xff\xfe\n[1, 2]\n')
    journal.add("prediction", answer="last")
    for _ in range(2):
        assert [e["answer"] for e in journal.entries()] == ["first", "last"]
    assert journal.aside().read_bytes() == b'{"kind": "pred\nnull\n\xff\xfe\n[1, 2]\n'
    assert len(journal.path().read_text(encoding="utf-8").splitlines()) == 2


def test_an_entry_after_a_line_that_was_cut_off_is_whole():
    journal.add("prediction", answer="first")
    with journal.path().open("ab") as file:
        file.write('{"kind": "prediction", "answer": "grö'.encode()[:-1])  # killed while it wrote, within a letter
    journal.add("prediction", answer="second")
    journal.add("prediction", answer="third")
    assert [e["answer"] for e in journal.entries()] == ["first", "second", "third"]
    assert journal.aside().read_bytes() == b'{"kind": "prediction", "answer": "gr\xc3\n'


def test_switched_off_it_keeps_nothing_new_and_forgets_nothing():
    journal.add("prediction", answer="before")
    journal.switch(False)
    assert journal.add("prediction", answer="while off") == "The journal is off, so this is not kept."
    assert not journal.keeping()
    journal.switch(True)
    journal.add("prediction", answer="after")
    assert [e["answer"] for e in journal.entries()] == ["before", "after"]


def test_the_switch_may_be_thrown_before_there_is_a_journal():
    journal.switch(False)
    journal.switch(False)
    assert not journal.keeping()
    journal.switch(True)
    journal.switch(True)
    assert journal.keeping()


@pytest.mark.parametrize("word", ["off", "OFF"])
def test_the_environment_switches_it_off_too(monkeypatch, word):
    monkeypatch.setenv("MICROGRAD_LAB_JOURNAL", word)
    assert not journal.keeping()
    assert "off" in journal.add("prediction")
    assert not journal.path().exists()


def test_clear_deletes_and_counts():
    journal.add("prediction")
    journal.add("prediction")
    assert journal.clear() == 2
    assert journal.entries() == []
    assert not journal.path().exists()


def test_the_environment_chooses_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path / "chosen" / "deep"))
    journal.add("prediction", answer="here")
    assert journal.folder() == tmp_path / "chosen" / "deep"
    assert "here" in (tmp_path / "chosen" / "deep" / "journal.jsonl").read_text(encoding="utf-8")


def test_without_it_the_folder_is_the_systems_place_for_a_users_data(monkeypatch):
    import platformdirs

    monkeypatch.delenv("MICROGRAD_LAB_DATA")
    assert journal.folder() == Path(platformdirs.user_data_dir("micrograd_lab", appauthor=False))


def test_a_folder_that_cannot_be_written_gives_a_sentence_and_no_error(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path / "file"))
    said = journal.add("prediction", answer="lost")
    assert said.startswith("This could not be kept in your journal (")
    assert said.endswith("Everything else works.")
    assert journal.keeping()
    assert journal.entries() == []


def test_a_full_disk_gives_a_sentence_and_no_error(monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    assert "No space left on device" in journal.add("prediction")
