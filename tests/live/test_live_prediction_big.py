"""A big prediction: a reason and a confidence before the outcome, and a sentence to what this learner said."""

import re

import pytest

from micrograd_lab import journal, live
from micrograd_lab.live.learner.predict import said

OPTIONS = ["it falls", "it stays", "it rises"]
ANSWERS = {"it falls": "Falling is what the other one does.", None: "Nothing else moves here."}


def big(**more):
    options = {"lesson": "03", "name": "up", "answers": ANSWERS, "big": True} | more
    return live.predict(live.softmax(), "What does it do?", "it rises", options=OPTIONS, **options)


def tried(prediction):
    prediction.view.sliders[0].value += 0.1
    return prediction


def test_it_says_what_is_missing_one_thing_after_another():
    prediction = big()
    for given, missing in [
        ((None, "", None), "No answer is chosen yet. Choose it falls, it stays or it rises: a guess is enough."),
        (("it falls", "", None), "How sure are you? Choose a guess, fairly sure or sure."),
        (("it falls", "", "certain"), "certain is no answer to how sure you are. Choose a guess, fairly sure or sure."),
        (("it falls", " ", "sure"), "Why do you think so? Half a sentence will do; or press commit once more"),
    ]:
        prediction.commit(*given)
        assert missing in prediction.status.value
        assert missing in prediction.text()
        assert prediction.answer is None
        assert all(control.disabled for control in prediction.view.controls)
    assert journal.entries() == []


def test_a_reason_is_asked_for_once_and_may_be_left_out():
    prediction = big()
    for _ in range(2):
        assert prediction.answer is None
        prediction.commit("it falls", confidence="a guess")
    assert (prediction.answer, prediction.reason) == ("it falls", "")


def test_by_the_controls_as_from_code():
    prediction = big()
    prediction.entry.value = "it stays"
    prediction.asking.reason.value = "Nothing pulls it."
    prediction.asking.confidence.value = "sure"
    prediction.button.click()
    assert (prediction.answer, prediction.reason, prediction.confidence) == ("it stays", "Nothing pulls it.", "sure")


def test_reason_and_confidence_are_kept_and_an_unasked_one_has_none():
    big().commit("it falls", reason="It did before.", confidence="fairly sure")
    big(big=False, name="light").commit("it falls")
    kept, light = journal.entries("prediction")
    assert (kept["reason"], kept["confidence"]) == ("It did before.", "fairly sure")
    assert kept["options"] == OPTIONS
    assert not {"reason", "confidence", "options"} & light.keys()


def test_the_learners_own_reason_stands_beside_what_is_said_to_this_answer():
    for answer, told in (("it falls", ANSWERS["it falls"]), ("it stays", ANSWERS[None]), ("it rises", ANSWERS[None])):
        prediction = big()
        prediction.commit(answer, reason="because <it> did", confidence="sure")
        assert told not in prediction.comparison.value
        assert told not in prediction.text()
        tried(prediction)
        for seen in (prediction.comparison.value, prediction.text()):
            assert told in seen
            assert "because because" not in seen
        assert "because &lt;it&gt; did" in prediction.comparison.value
        assert "  because <it> did" in prediction.text().splitlines()


@pytest.mark.parametrize("confidence", journal.CONFIDENCES)
@pytest.mark.parametrize(("answer", "right"), [("it rises", True), ("it falls", False)])
def test_the_sentence_speaks_to_how_sure_one_was(answer, right, confidence):
    prediction = big()
    prediction.commit(answer, reason="It must.", confidence=confidence)
    tried(prediction)
    by_confidence = {"a guess": said.ONLY_A_GUESS, "fairly sure": said.FAIRLY, "sure": said.SURE}
    expected = (said.GUESSED if confidence == "a guess" else said.SAME_REASON) if right else by_confidence[confidence]
    assert expected in prediction.text().splitlines()
    assert (said.COMES_BACK in prediction.text()) == (confidence == "sure" and not right)


def test_without_a_name_or_a_journal_nothing_is_said_to_come_back():
    unnamed = big(name="")
    journal.switch(False)
    unkept = big()
    for prediction in (unnamed, unkept):
        prediction.commit("it falls", reason="It must.", confidence="sure")
        assert said.SURE in tried(prediction).text()
        assert said.COMES_BACK not in prediction.text()


def test_answers_may_be_a_function_and_a_number_is_met_within_its_margin():
    def told(answer):
        return "Too low." if answer < 0.7 else "High enough."

    for given, sentence in ((0.2, "Too low."), (0.75, "High enough.")):
        prediction = live.predict(live.softmax(), "How much?", 0.7, within=0.1, answers=told)
        prediction.commit(given)
        assert sentence in tried(prediction).text()
    prediction = live.predict(live.softmax(), "How much?", 0.7, within=0.1, answers={0.5: "Half.", None: "Other."})
    prediction.commit(0.55)
    assert "Half." in tried(prediction).text()


def test_room_for_the_outcome_is_there_before_it():
    prediction = big()
    prediction.commit("it falls", reason="It must.", confidence="sure")
    before, row = prediction.comparison.value, prediction.sentence.layout
    room = re.findall(r"visibility:hidden.*?</div><div>(.*?)</div>", before)
    words = " ".join((said.SURE, ANSWERS["it falls"], said.COMES_BACK))
    assert [len(word) for word in words.split()] in [[len(word) for word in text.split()] for text in room]
    assert {letter for text in room for letter in text} <= set("nrim ")
    assert row.display == "none"
    tried(prediction)
    assert row.display == ""
    rows = [prediction.sentence in getattr(child, "children", ()) for child in prediction.children]
    assert rows.index(True) > prediction.children.index(prediction.view)  # so it moves nothing either


def test_what_there_is_to_do_stands_where_the_outcome_will():
    prediction = big(then="Drag the first slider.")
    prediction.commit("it falls", reason="It must.", confidence="sure")
    for seen in (prediction.comparison.value, prediction.text()):
        assert "Now try it. Drag the first slider." in seen
    tried(prediction)
    for seen in (prediction.comparison.value, prediction.text()):
        assert "Now try it." not in seen


def test_what_the_page_itself_runs_is_not_kept():
    """Cells that are moved from code ask again without a name."""
    first = big()
    again = live.predict(live.softmax(), first.question, first.outcome, first.options, tried=first.tried)
    again.commit("it falls")
    tried(again).saw("It rose.")
    assert journal.entries() == []
    assert journal.misses("09") == []
    assert "Predict to unlock." in big().status.value


def test_looking_back_shows_reason_confidence_and_what_was_seen():
    prediction = big()
    prediction.commit("it falls", reason="It <did> before.", confidence="sure")
    tried(prediction).saw("Its share grew.")
    assert repr(live.predictions()).splitlines() == [
        "0 of 1 as predicted. The others are worth a second look.",
        "lesson 03  What does it do?  You said: it falls (sure); it was: it rises",
        "    because: It <did> before.",
        "    you saw: Its share grew.",
    ]
    html = live.predictions()._repr_html_()
    assert all(text in html for text in ("It &lt;did&gt; before.", "Its share grew.", "it falls (sure)", ">because<"))


def test_entries_of_an_older_journal_are_read_as_they_are():
    journal.add("prediction", lesson="02", name="x", question="Up?", answer="up")
    journal.add("outcome", lesson="02", name="x", answer="up", outcome="down", as_predicted=False)
    (entry,) = journal.predictions()
    assert (entry["reason"], entry["confidence"], entry["saw"]) == ("", "", "")
    assert "because" not in live.predictions()._repr_html_()
    assert journal.misses("09") == []


def answered(lesson, name, confidence, right, reason="so"):
    outcome = "it rises" if right else "it falls"
    prediction = live.predict(live.softmax(), "?", outcome, options=OPTIONS, big=True, lesson=lesson, name=name)
    prediction.commit("it rises", reason=reason, confidence=confidence)
    tried(prediction)


def test_what_was_sure_and_wrong_comes_back_two_lessons_later_until_it_is_answered_rightly():
    answered("03", "a", "sure", right=False)
    answered("03", "b", "a guess", right=False)
    answered("04", "c", "fairly sure", right=False)
    answered("04", "d", "sure", right=False)
    answered("04", "e", "sure", right=True)
    answered("gallery", "f", "sure", right=False)
    back = {lesson: [miss["name"] for miss in journal.misses(lesson)] for lesson in ("04", "05", "06")}
    assert back == {"04": [], "05": ["a"], "06": ["d", "c", "a"]}
    answered("04", "d", "fairly sure", right=True)
    assert [miss["name"] for miss in journal.misses("06")] == ["c", "a"]
    assert {"lesson", "name", "question", "answer", "outcome", "reason"} <= journal.misses("06")[0].keys()


def test_a_miss_with_options_is_asked_again_in_the_warm_up():
    answered("03", "up or down", "sure", right=False)
    first = live.warmup("05").items[0]
    assert (first.options, first.right) == (tuple(OPTIONS), ("it falls",))
    assert "You were sure" in first.told or "you were sure" in first.told
