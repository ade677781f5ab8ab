"""What live.training says, on its buttons and below its picture."""

from ...base.player import Caption

PLAY = Caption("play", "play", "train, a step a frame")
STEP = Caption("step", "step-forward", "one training step")
RESET = Caption("reset", "undo", "new weights, from the same seed")
NO_POINTS = "There is nothing to learn yet. Click into the field to add points of both labels."
TOO_LARGE = "The loss is {loss} after {number} steps: the steps were too large. Lower the learning rate and reset."
CLICK = "Click into the field to add points; the network stays as it is. Clear removes all."
GIVEN_POINTS = "These points are given. Choose moons, circles, spirals or XOR: they can be made with more noise."
ADAM = "Adam moves every weight by about the learning rate a step. Try 0.03."
