"""Further slips of training loops, which 8.1 recognises by what they do: (name, text, says, tries)."""

from .other_losses import OTHER_LOSSES
from .stopping_loops import STOPPING_LOOPS
from .written_loops import written

EACH = "for p in parameters:\n    "
AS_THEY_ARE = "leave the gradients as backward has made them: how to step by them is for step alone to say."

MORE_LOOPS = (
    *OTHER_LOSSES,
    *STOPPING_LOOPS,
    (
        "zeroed once, after the first step",
        written("FBS", "if n == 0:\n    for p in parameters:\n        p.grad = 0.0", "Y"),
        "The gradients are emptied after the first step and never again, so from the second on they pile up.",
        "set every p.grad to 0.0 in each round.",
    ),
    (
        "every gradient but the first kept",
        written("F", "for p in parameters[1:]:\n    p.grad = 0.0", "BSY"),
        "The gradient of the first parameter is never emptied.",
        "go through all of parameters.",
    ),
    (
        "the last parameter alone",
        written("F", "parameters[-1].grad = 0.0", "BSY"),
        "Only the last parameter's gradient is emptied. Does the line that empties stand below its loop?",
        "indent it, so that each p is emptied.",
    ),
    (
        "every second parameter",
        written("F", "for p in parameters[::2]:\n    p.grad = 0.0", "BSY"),
        "Only every second parameter's gradient is emptied.",
        "go through all of parameters.",
    ),
    (
        "only what the loss reaches",
        written("F", "todo = [loss]\nwhile todo:\n    v = todo.pop()\n    v.grad = 0.0\n    todo += v.inputs", "BSY"),
        "Only what this round's loss is made of is emptied: a parameter that has no part in it keeps an old gradient, "
        "and step goes by that.",
        "go through all of parameters, whatever the loss reaches.",
    ),
    (
        "backward twice",
        written("FZBBSY"),
        "backward is called twice in each round, so each gradient arrives more than once.",
        "call loss.backward() once.",
    ),
    (
        "no step",
        written("FZBY"),
        "step is never called, so nothing moves, and the loss changes only with n.",
        "call step(n), with its brackets, after backward.",
    ),
    (
        "a step of its own",
        written("FZB", EACH + "p.data -= 0.1 * p.grad", "Y"),
        "It takes a step of its own and never calls step, which knows how to step and how far.",
        "call step(n) in its place.",
    ),
    (
        "a step of its own",
        written("FZB", EACH + "p.data -= 0.01 * p.grad", "Y"),
        "It takes a step of its own and never calls step, which knows how to step and how far.",
        "call step(n) in its place.",
    ),
    (
        "a step of its own, too",
        written("FZB", EACH + "p.data -= 0.1 * p.grad", "SY"),
        "It takes a step of its own beside that of step(n).",
        "leave moving the parameters to step.",
    ),
    (
        "handed out before the step",
        written("FZBYS"),
        "The loss is handed out before the step is taken, and the round stops there until somebody asks on. Whoever "
        "looks at the parameters then sees them one step behind, and the last step may never be taken.",
        "let yield be the last line of a round.",
    ),
    (
        "counted from 1",
        written("FZBSY", over="range(1, steps + 1)"),
        "The rounds are counted from 1, so loss_of and step get an n that is one too large.",
        "go over range(steps).",
    ),
    (
        "begins at the second round",
        written("FZBSY", over="range(1, steps)"),
        "It begins with round 1, so round 0 is left out.",
        "go over range(steps).",
    ),
    (
        "one round alone",
        written("FZBSY", over="range(1)"),
        "It takes a single round, however many are asked for.",
        "go over range(steps).",
    ),
    (
        "backwards",
        written("FZBSY", over="range(steps - 1, -1, -1)"),
        "The rounds are counted backwards.",
        "go over range(steps).",
    ),
    (
        "the number of steps for the round",
        written("loss = loss_of(steps)", "ZBSY"),
        "loss_of gets the number of all rounds in place of that of this one.",
        "write loss_of(n).",
    ),
    (
        "the number of steps for the round",
        written("FZB", "step(steps)", "Y"),
        "step gets the number of all rounds in place of that of this one.",
        "write step(n).",
    ),
    (
        "the next round's loss",
        written("loss = loss_of(n + 1)", "ZBSY"),
        "loss_of gets the number of the next round.",
        "write loss_of(n).",
    ),
    (
        "the next round's step",
        written("FZB", "step(n + 1)", "Y"),
        "step gets the number of the next round.",
        "write step(n).",
    ),
    (
        "the loss for the round",
        written("FZB", "step(loss.data)", "Y"),
        "step gets the loss. It is called with the number of the round.",
        "write step(n).",
    ),
    (
        "forward twice",
        written("F", "loss = loss_of(n)", "ZBSY"),
        "loss_of is called twice in each round. That costs twice as much, and where it draws a batch by chance, these "
        "are two.",
        "call it once, and keep what it gives.",
    ),
    (
        "the gradient's sign alone",
        written("FZB", EACH + "p.grad = float((p.grad > 0) - (p.grad < 0))", "SY"),
        "Only the sign of each gradient is left when step looks.",
        AS_THEY_ARE,
    ),
    (
        "the gradient scaled to length 1",
        written("FZB", "size = sum(p.grad**2 for p in parameters) ** 0.5 or 1.0\n" + EACH + "p.grad /= size", "SY"),
        "The gradients are divided by their length, so that only the direction is left.",
        AS_THEY_ARE,
    ),
    (
        "divided by the rounds",
        written("FZB", EACH + "p.grad /= steps", "SY"),
        "Each gradient is divided by the number of rounds.",
        AS_THEY_ARE,
    ),
    (
        "only the first moves",
        written("FZB", "for p in parameters[1:]:\n    p.grad = 0.0", "SY"),
        "After backward all gradients but the first are emptied, so only the first parameter moves.",
        "between backward and step nothing may touch the gradients.",
    ),
    (
        "the last does not move",
        written("FZB", "parameters[-1].grad = 0.0", "SY"),
        "After backward the last parameter's gradient is emptied, so it does not move.",
        "between backward and step nothing may touch the gradients.",
    ),
    (
        "backward in the first round alone",
        written("FZ", "if n == 0:\n    loss.backward()", "SY"),
        "backward is called in the first round alone; from then on every gradient is 0 when step looks.",
        "call loss.backward() in each round.",
    ),
    (
        "one step at the end",
        written("FZBY", after="step(steps - 1)"),
        "step is called once, after all rounds.",
        "call step(n) inside the loop.",
    ),
    (
        "gradients collected, one step",
        written("FBY", before=EACH + "p.grad = 0.0", after="step(steps - 1)"),
        "The gradients of all rounds are added up for one step at the end.",
        "empty the gradients and call step(n) in each round.",
    ),
    (
        "steps at once, losses last first",
        written("FZBS", "found.insert(0, loss.data)", before="found = []", after="return found"),
        "The losses come in a list, the last one first, after all steps.",
        "write yield loss.data inside the loop.",
    ),
    (
        "weaker and weaker",
        written("FZB", EACH + "p.grad *= 0.9**n", "SY"),
        "The gradients are made smaller with each round. A rate that falls is the business of step.",
        AS_THEY_ARE,
    ),
    (
        "weights drawn to 0",
        written("FZB", EACH + "p.grad += 0.1 * p.data", "SY"),
        "A tenth of each parameter is added to its gradient, which draws it towards 0.",
        AS_THEY_ARE,
    ),
    (
        "the gradients halved, not emptied",
        written("F", EACH + "p.grad *= 0.5", "BSY"),
        "Half of each old gradient is still there when the new one arrives.",
        "set p.grad to 0.0.",
    ),
    (
        "gradients set to 1",
        written("F", EACH + "p.grad = 1.0", "BSY"),
        "Each gradient begins at 1 in each round, and the 1 stays in it.",
        "set p.grad to 0.0. The 1 is for the loss, and backward puts it there.",
    ),
)

# Written differently, and the same in all that they do as one that is named: {name: texts}.
ALSO = {
    "no zero_grad": (
        written("F", EACH + "grad = 0.0", "BSY"),
        written("F", "loss.grad = 0.0", "BSY"),
        written("F", "if n == 0:\n    for p in parameters:\n        p.grad = 0.0", "BSY"),
    ),
    "all at once": (written("FZBS", "found.append(loss.data)", before="found = []", after="yield from found"),),
    "the step sees only zeros": (
        written("FZSBY"),
        written("FZSY"),
        written("FZ", "loss.backward", "SY"),
        written("ZSFBY"),
    ),
    "no step": (written("FZB", "step", "Y"), written("FZ", "loss.backward", "Y")),
    "the loss after the step": (written("FZBS", "loss = loss_of(n)", "Y"),),
}
