"""Graphs made of lines of Python, of any class of values."""


def graph(case, value):
    """The graph that a case describes: its output, and {name: input}.

    A case has `inputs`, {name: number}, and `lines` of Python, the last of which gives y; line i may say `y = ...`.
    """
    leaves = {name: value(number) for name, number in case["inputs"].items()}
    names = {"__builtins__": {"range": range, "sum": sum}, **leaves}
    for line in case["lines"]:
        exec(line, names)
    return names["y"], leaves
