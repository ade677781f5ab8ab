"""Lesson 7: an expression that can decide. `from micrograd_lab.checks import lesson_07 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_game import GAME
from .judge_layer import LAYER
from .judge_mlp import MLP_JUDGE
from .judge_neuron import NEURON
from .judge_practice import PULLS, ROW
from .judge_xor import XOR

__all__ = ["complete_together", "game", "layer", "lesson", "mend_row", "mlp", "neuron", "summary", "xor"]

neuron = Exercise(
    "7.1",
    "Neuron",
    3,
    probe.network,
    NEURON,
    hints=(
        "What has to be a Value, so that a gradient can arrive there? And what is added before it bends?",
        "A Value for each input, drawn by random.uniform(-1, 1), and one for b, which begins at 0.0. Multiply in "
        "pairs, add up, add b, and then bend, if nonlin.",
        "act = sum((w * xi for w, xi in zip(self.w, x)), self.b); return act.relu() if self.nonlin else act",
    ),
    keeps="Neuron",
)

layer = Exercise(
    "7.2",
    "Layer",
    2,
    probe.network,
    LAYER,
    hints=(
        "How many neurons does it have, and how many inputs has each of them?",
        "nout neurons, each made anew with nin and nonlin; all are called with the same x. One by itself gives its "
        "Value, several give a list.",
        "[Neuron(nin, nonlin) for _ in range(nout)]; out = [n(x) for n in self.neurons]; "
        "out[0] if len(out) == 1 else out; [p for n in self.neurons for p in n.parameters()]",
    ),
    keeps="Layer",
)

mlp = Exercise(
    "7.3",
    "MLP",
    2,
    probe.network,
    MLP_JUDGE,
    hints=(
        "How many inputs does the second layer have? Which layer must be able to give a number below 0?",
        "sizes = [nin, *nouts]: layer i has sizes[i] inputs and sizes[i + 1] neurons, and bends unless it is the last. "
        "What one layer gives goes into the next, as a list.",
        "Layer(sizes[i], sizes[i + 1], nonlin=i != len(nouts) - 1); x = layer(x if isinstance(x, list) else [x])",
    ),
    keeps="MLP",
)

xor = Exercise(
    "7.4",
    "Nine numbers",
    3,
    probe.numbers,
    XOR,
    hints=(
        "Going from one corner to the one across, the score has to turn back on its way. Which neuron can do that?",
        "Let s run from 0 at A to 2 at B, and be 1 at C and D: (x1 - left) / width + (x2 - low) / height. The first "
        "hidden neuron gives s, and the second s - 1 where that is above 0.",
        "Then s - 2 * relu(s - 1) is 0 at A, 1 at C and D, and 0 at B. Take off a half, multiply by 2, and turn the "
        "sign where A is on the side of +1.",
    ),
)

game = Exercise(
    "7.5",
    "The lost game",
    3,
    probe.by_corner,
    GAME,
    hints=(
        "What is left of the sum of all four, if each counts once? Who has to count more, so that it disappears?",
        "Write the four down: side * (x1 * w1 + x2 * w2 + b) > 0. A number for each, above 0, so that 0 stands before "
        "w1, before w2 and before b.",
        "Where the lines A to B and C to D cross, each line is divided. A counts as much as B is far from there, B as "
        "much as A is, and so do C and D. Then multiply until A + B = C + D.",
    ),
)

complete_together = Practice(
    "7.a",
    "Complete it: together",
    probe.together,
    PULLS,
    hints=(
        "What does a box do, to which two arrows lead, with what is there when more arrives?",
        "total + pull(w, x, t)",
    ),
    answer="total = total + pull(w, x, t)",
)

mend_row = Practice(
    "7.b",
    "Mend it: row",
    probe.seats,
    ROW,
    hints=(
        "How often is make called, if nout is 4?",
        "[thing] * 4 writes the same thing four times. What makes a new one each time?",
        "[make() for _ in range(nout)]",
    ),
)

lesson = Lesson("07", "An expression that can decide", (neuron, layer, mlp, xor, game))
summary = lesson.summary
