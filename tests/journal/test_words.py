"""What the journal's words make of what a learner wrote."""

import pytest

from micrograd_lab.journal.words import because


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("it says a twice", "because it says a twice"),
        ("because it says a twice", "because it says a twice"),
        ("Twice a is twice y.", "because: Twice a is twice y."),
        ("Because it says a twice.", "because it says a twice."),
        ("I saw two", "because I saw two"),
        ("I'd say so", "because I'd say so"),
        ("It did before.", "because: It did before."),
        ("because", "because because"),
        ("  2 of them ", "because 2 of them"),
    ],
)
def test_no_capital_of_the_learners_stands_in_the_middle_of_a_sentence(reason, shown):
    assert because(reason) == shown
