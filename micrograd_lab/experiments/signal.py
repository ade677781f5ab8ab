"""A signal through many layers: how large the answers are on their way there, and the gradients on their way back."""

from typing import NamedTuple

import numpy as np

LAYERS, WIDTH, POINTS, SEED = 30, 32, 200, 4  # of the first 30 seeds a usual one
GAINS = {"relu": 2**0.5, "tanh": 5 / 3, "linear": 1.0}  # He 2015 for ReLU; PyTorch's for tanh
NEAR = 0.97  # a tanh that answers beyond it has less than 6 % of its slope left


class Passage(NamedTuple):
    """What is found at each layer, by its number; 0 are the inputs.

    `answers` is the spread (the standard deviation over units and points) of what the layer answers, `gradients` that
    of the loss's gradients by these answers, both of layers + 1 numbers. Of each layer's units, `dead` counts those
    that answer 0 at every point, `saturated` those that are beyond NEAR, above or below, at more than half of them.
    """

    answers: list
    gradients: list
    dead: list
    saturated: list

    @property
    def there(self):
        """By how much the answers' spread is multiplied from the inputs to the last layer."""
        return self.answers[-1] / self.answers[0]

    @property
    def back(self):
        """By how much the gradients' spread is multiplied from the last layer to the inputs."""
        return self.gradients[0] / self.gradients[-1]


def kit(layers=LAYERS, width=WIDTH, activation="relu", seed=SEED):
    """The kit's weights: of each layer an array (width, width), normal, with a spread of gain / width ** 0.5."""
    draws = np.random.default_rng(seed)
    return [draws.normal(size=(width, width)) * (GAINS[activation] / width**0.5) for _ in range(layers)]


def sent(width=WIDTH, seed=SEED, points=POINTS):
    """(Inputs, gradients of the loss by the last layer's answers), each of shape (points, width), with a spread of 1.

    The same for all weights, so that two networks can be laid side by side.
    """
    draws = np.random.default_rng([seed, 1])
    return draws.normal(size=(points, width)), draws.normal(size=(points, width))


def passage(weights, activation="relu", scale=1.0, inputs=None, gradients=None):
    """The Passage through layers of these weights, each of them times `scale`, with biases of 0."""
    if inputs is None:
        inputs, gradients = sent(weights[0].shape[1])
    found, slopes, dead, saturated = [np.asarray(inputs)], [], [], []
    with np.errstate(all="ignore"):
        for w in weights:
            score = found[-1] @ (scale * w).T
            answer, slope = ACTIVATIONS[activation](score)
            found.append(answer)
            slopes.append(slope)
            dead.append(int((answer == 0).all(axis=0).sum()))
            near = (abs(answer) > NEAR).mean(axis=0) > 0.5
            saturated.append(int(near.sum()) if activation == "tanh" else 0)
        back = [np.asarray(gradients)]
        for w, slope in zip(reversed(weights), reversed(slopes), strict=True):
            back.append((back[-1] * slope) @ (scale * w))
        return Passage([float(x.std()) for x in found], [float(x.std()) for x in back[::-1]], dead, saturated)


def _relu(score):
    return np.maximum(score, 0.0), (score > 0).astype(float)


def _tanh(score):
    answer = np.tanh(score)
    return answer, 1 - answer**2


def _linear(score):
    return score, np.ones_like(score)


ACTIVATIONS = {"relu": _relu, "tanh": _tanh, "linear": _linear}
