"""The colours of all pictures: Okabe & Ito 2008, told apart by every eye."""

# "ink" and "grey" follow the page's theme in the browser.
COLOURS = {
    "ink": "#222222",
    "grey": "#767676",
    "orange": "#e69f00",
    "blue": "#0072b2",
    "sky": "#56b4e9",
    "green": "#009e73",
    "red": "#d55e00",
    "purple": "#cc79a7",
}
ORANGE, BLUE = (COLOURS[name] for name in ("orange", "blue"))


def blue_to_orange():
    """Scores from -1 to 1, white at 0, as a matplotlib colour map."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("score", [BLUE, "#ffffff", ORANGE])


def white_to_grey():
    """Heights: white up to the middle of the range, grey at its top."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("height", ["#ffffff", "#ffffff", "#a0a0a0"])
