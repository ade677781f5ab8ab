"""Programs in which some operations are made of others, as many classes make them: a - b of a + -b, -a of a * -1, and
a / b of a * b**-1. What is wrong in the others goes wrong there too."""

from itertools import product

COMPOSED = ("-", "neg", "/")
TURNED = {"rsub": "-", "rdiv": "/"}


def ways(programs):
    """These programs, all in one way: as they are, then with one, two or all of COMPOSED made of others."""
    for chosen in sorted(product((False, True), repeat=len(COMPOSED)), key=sum):
        made = {op for op, composed in zip(COMPOSED, chosen, strict=True) if composed}
        yield [_composed(program, made) for program in programs]


def _composed(program, made):
    """The program where the operations in `made` are made of others."""
    first = len(program["inputs"])
    steps, places = [], list(range(first))  # where each place of the program is now

    def note(*step):
        steps.append(list(step))
        return first + len(steps) - 1

    def negative(a):
        return note("*", a, note("number", -1.0)) if "neg" in made else note("neg", a)

    def put(op, operands):
        if op in TURNED and TURNED[op] in made:
            op, operands = TURNED[op], operands[::-1]
        if op not in made:
            return note(op, *operands)
        if op == "neg":
            return negative(*operands)
        a, b = operands
        return note("+", a, negative(b)) if op == "-" else note("*", a, note("**-1.0", b))

    for op, *operands in program["steps"]:
        places.append(note(op, *operands) if op == "number" else put(op, [places[n] for n in operands]))
    return {"inputs": program["inputs"], "steps": steps, "output": places[program["output"]]}
