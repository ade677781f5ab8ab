"""live.predict with each kind of answer, and live.predictions, which looks back."""

import pytest

from micrograd_lab import journal, live


def asked(**options):
    return live.predict(live.softmax(), "What comes?", lesson="12", name="test", **options)


def test_a_number_counts_when_it_is_near_enough():
    for answer, verdict in ((0.65, "As you predicted."), (0.9, "It turned out differently.")):
        prediction = asked(outcome=lambda view: 0.7, within=0.1)
        prediction.commit(str(answer))
        prediction.view.sliders[0].value += 0.1
        assert verdict in prediction.comparison.value
    assert [p["as_predicted"] for p in journal.predictions()] == [True, False]


def test_a_sign_is_chosen_among_falls_stays_and_rises():
    prediction = asked(outcome=live.SIGNS[0], options=live.SIGNS)
    assert prediction.entry.options == live.SIGNS
    prediction.commit(live.SIGNS[2])
    prediction.view.sliders[0].value += 0.1
    assert "falls" in prediction.comparison.value
    assert journal.predictions()[-1]["as_predicted"] is False


def test_looking_back_shows_what_came_true_and_what_did_not():
    assert repr(live.predictions()) == "No prediction has met its outcome yet."
    for answer in ("a", "b"):
        prediction = asked(outcome="b", options=["a", "b"])
        prediction.commit(answer)
        prediction.view.sliders[0].value += 0.1
    back = live.predictions()
    assert repr(back).splitlines() == [
        "1 of 2 as predicted. The others are worth a second look.",
        "lesson 12  What comes?  You said: a; it was: b",
        "lesson 12  What comes?  You said: b; as predicted",
    ]
    assert [p["answer"] for p in back.surprises] == ["a"]
    assert back._repr_html_().count("<tr>") == 3


def test_what_was_committed_and_has_no_outcome_yet_is_told_with_what_is_left_to_do():
    asked(outcome="b", options=["a", "b"]).commit("a")
    open_one = live.predictions()
    assert repr(open_one).splitlines() == [
        "No prediction has met its outcome yet. 1 is still open: its outcome is not there yet. Run its cell, commit "
        "again, and try the view.",
        "lesson 12  What comes?  You said: a; still open",
    ]
    again = asked(outcome="b", options=["a", "b"], then="Drag <a> slider.", big=True)
    again.commit("a", reason="It must.", confidence="sure")
    assert repr(live.predictions()).splitlines()[1:] == [
        "lesson 12  What comes?  You said: a (sure); still open. Drag <a> slider.",
        "    because: It must.",
    ]
    html = live.predictions()._repr_html_()
    assert all(text in html for text in ("still open. Drag &lt;a&gt; slider.", ">It must.<", "a (sure)"))
    again.view.sliders[0].value += 0.1
    assert "still open" not in repr(live.predictions())
    assert journal.waiting() == []


def test_a_whole_number_is_shown_as_it_was_typed():
    prediction = asked(outcome=-18.0)
    prediction.commit("-15")
    prediction.view.sliders[0].value += 0.1
    assert "You said: -15; it was: -18" in repr(live.predictions())
    html = live.predictions()._repr_html_()
    assert "-15<" in html
    assert ".0" not in html
    assert "you predicted -15. Predict" in asked(outcome=-18.0).status.value


def test_each_column_has_a_title():
    prediction = asked(outcome="b", options=["a", "b"])
    prediction.commit("a")
    prediction.view.sliders[0].value += 0.1
    assert "'></th>" not in live.predictions()._repr_html_()


def test_what_was_typed_is_shown_as_typed():
    journal.add("prediction", lesson="1", name="x", question="<b>?</b>", answer="<i>")
    journal.add("outcome", lesson="1", name="x", answer="<i>", outcome="&")
    html = live.predictions()._repr_html_()
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&amp;" in html


def test_an_outcome_without_its_question_is_passed_over():
    journal.add("outcome", lesson="1", name="x", answer="a", outcome="b")
    journal.add("prediction", lesson="2", name="y", question="?", answer="a")
    assert journal.predictions() == []


@pytest.fixture(autouse=True)
def own_journal(tmp_path, monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path))
