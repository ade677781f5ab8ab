"""What each illness would show, and which part of a patient it is in."""

# What one would see if it were this.
WOULD = {
    "equal rows": "With equal rows a layer has 1 of its rows, and not as many as units.",
    "weights too small": "With weights that are too small the spread falls at each layer, from the first one on.",
    "weights too large": "With weights that are too large the spread grows at each layer, or tanh is saturated though "
    "the points lie near 1.",
    "dead units": "With dead units most units of a layer are shut, for every point, before the first step.",
    "inputs too large": "With inputs that are too large the spread of the points themselves is far above 1.",
    "rate too high": "With a rate that is too high all looks well before the first step, and then the loss jumps and "
    "stays where it lands.",
    "rate too low": "With a rate that is too low all looks well before the first step, and the loss falls smoothly, a "
    "little at each.",
}


PLACES = {  # where each illness is
    "equal rows": "weights",
    "weights too small": "weights",
    "dead units": "biases",
    "inputs too large": "points",
    "rate too high": "rate",
}
