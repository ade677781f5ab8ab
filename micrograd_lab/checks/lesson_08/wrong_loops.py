"""The twenty broken training loops of 8.2, each right but for one thing. 8.1 recognises them by their numbers, too."""

from typing import NamedTuple

from .written_loops import written

KEPT = "the gradients of the last step are still there when this one's arrive, and += adds them up."
EMPTY = "set every p.grad to 0.0 in each round, before loss.backward()."


class WrongLoop(NamedTuple):
    """`name` is that of the misconception, `nickname` and `nudge` are for who has not exposed it yet; `text` is the
    loop, and `says` and `tries` are told to who has written it."""

    name: str
    nickname: str
    nudge: str
    text: str
    says: str
    tries: str


WRONG_LOOPS = (
    WrongLoop(
        "no zero_grad",
        "the hoarder",
        "It forgets nothing. What does the second step see?",
        written("FBSY"),
        "Nothing empties the gradients: " + KEPT,
        EMPTY,
    ),
    WrongLoop(
        "the step sees only zeros",
        "the sweeper",
        "It does all that is asked, in an order in which nothing comes of it.",
        written("FBZSY"),
        "Every gradient is 0 when step looks, so nothing ever moves: they are emptied after backward, or backward has "
        "not been.",
        "forward, zero, backward, step: between backward and step nothing may touch the gradients.",
    ),
    WrongLoop(
        "zeroed every other time",
        "the good beginner",
        "Its first step is right, and so is every other one. Take three.",
        written("F", "if n % 2 == 0:\n    for p in parameters:\n        p.grad = 0.0", "BSY"),
        "The gradients are emptied in every other round alone.",
        EMPTY,
    ),
    WrongLoop(
        "uphill",
        "the climber",
        "It turns something round, somewhere between the gradient and the step.",
        written("FZB", "for p in parameters:\n    p.grad = -p.grad", "SY"),
        "The gradients have the wrong sign when step looks: it goes uphill.",
        "leave the gradients as backward has made them; step takes lr times the gradient off.",
    ),
    WrongLoop(
        "stepped twice",
        "the strider",
        "One gradient is one step's worth.",
        written("FZBSSY"),
        "step is called twice in each round, by the same gradients.",
        "call step(n) once.",
    ),
    WrongLoop(
        "one graph for all rounds",
        "the nostalgic",
        "Its graph was made once. Where does the loss come from in the third round?",
        written("ZBSY", before="loss = loss_of(0)"),
        "The loss is worked out once, and its graph is used in every round: a graph is a record of what happened, and "
        "the loss that it holds is that of the start.",
        "call loss_of(n) inside the loop.",
    ),
    WrongLoop(
        "stepped by the gradients of the last round",
        "the latecomer",
        "It acts on what it was told one round ago.",
        written("FSZBY"),
        "step comes before backward, so it goes by the gradients of the round before, and in the first by none.",
        "forward, zero, backward, and only then step(n).",
    ),
    WrongLoop(
        "one step too few",
        "the early riser",
        "Count what it gives.",
        written("FZBSY", over="range(steps - 1)"),
        "It takes one step less than is asked for.",
        "go over range(steps).",
    ),
    WrongLoop(
        "one step too many",
        "the eager one",
        "Count what it gives.",
        written("FZBSY", over="range(steps + 1)"),
        "It takes one step more than is asked for.",
        "go over range(steps).",
    ),
    WrongLoop(
        "the last parameter left out",
        "the nearly tidy",
        "All are emptied but one. Has your test more than one?",
        written("F", "for p in parameters[:-1]:\n    p.grad = 0.0", "BSY"),
        "The gradient of the last parameter is never emptied.",
        "go through all of parameters.",
    ),
    WrongLoop(
        "the first parameter alone",
        "the tidy at the door",
        "It empties one. Has your test more than two?",
        written("F", "for p in parameters[:1]:\n    p.grad = 0.0", "BSY"),
        "Only the first parameter's gradient is emptied.",
        "go through all of parameters.",
    ),
    WrongLoop(
        "the loss after the step",
        "the prophet",
        "It tells a loss of its own time. Which one is asked?",
        written("FZBS", "yield loss_of(n).data"),
        "The losses are those after each step, worked out anew. Asked is the one before the step, which you have.",
        "yield loss.data, of the loss from which backward began.",
    ),
    WrongLoop(
        "a Value, no number",
        "the wrapper",
        "Look at the kind of thing that it gives.",
        written("FZBS", "yield loss"),
        "It gives the loss as a Value, with its whole graph. Asked is the number.",
        "yield loss.data.",
    ),
    WrongLoop(
        "always the same batch",
        "the one-track mind",
        "It hardly knows which round it is. Does your loss?",
        written("loss = loss_of(0)", "ZBSY"),
        "loss_of is asked for the same n in every round.",
        "write loss_of(n).",
    ),
    WrongLoop(
        "always the first rate",
        "the timeless",
        "The round's number goes two ways. Does your step look at it?",
        written("FZB", "step(0)", "Y"),
        "step gets the same n in every round, so a rate that falls with n does not fall.",
        "write step(n).",
    ),
    WrongLoop(
        "momentum sneaked in",
        "the sledge",
        "It has a memory of its own, and says nothing of it.",
        written(
            "FZB",
            "for i, p in enumerate(parameters):\n    p.grad = speed[i] = 0.9 * speed[i] + p.grad",
            "SY",
            before="speed = [0.0] * len(parameters)",
        ),
        "Each step goes by this round's gradient and by nine tenths of what moved it before. How to step by a gradient "
        "is for step alone to say.",
        "leave the gradients as backward has made them.",
    ),
    WrongLoop(
        "gradients divided",
        "the fair one",
        "Everybody gets a share. Of what, and by how many?",
        written("FZB", "for p in parameters:\n    p.grad /= len(parameters)", "SY"),
        "Each gradient is divided by the number of parameters. Where a mean is wanted, it is in the loss.",
        "leave the gradients as backward has made them.",
    ),
    WrongLoop(
        "all at once",
        "the impatient",
        "It gives the right numbers, every one. When has it done its work?",
        written("FZBS", "found.append(loss.data)", before="found = []", after="return found"),
        "All the steps have been taken before the first loss is handed out. Whoever looks on after each step comes too "
        "late.",
        "write yield loss.data inside the loop: then each round waits until it is asked for.",
    ),
    WrongLoop(
        "data zeroed",
        "the eraser",
        "It empties something in each round.",
        written("F", "for p in parameters:\n    p.data = 0.0", "BSY"),
        "It is the numbers themselves that are set to 0, not their gradients.",
        "write p.grad = 0.0.",
    ),
    WrongLoop(
        "gradients cut off",
        "the careful one",
        "As long as it is not steep, nobody will notice.",
        written("FZB", "for p in parameters:\n    p.grad = max(-1.0, min(1.0, p.grad))", "SY"),
        "Gradients beyond 1 are cut off before the step.",
        "leave the gradients as backward has made them.",
    ),
)
