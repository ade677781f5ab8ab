"""What one would type for the duel on screen."""

from ....experiments.duel import ARROWS, BY_HAND, DESCENT, POINTS, RATE, SIDES


def typed(duel, seed, chosen, turn):
    """live.duel(...) with its arguments that are not as usual, and below it the moves that were made."""
    given = []
    if (duel.points, duel.sides) != (POINTS, SIDES):
        given += [f"points={list(duel.points)}", f"sides={list(duel.sides)}"]
    given += [f"lr={duel.lr:g}"] if duel.lr != RATE else []
    given += [f"seed={seed}"] if seed is not None else []
    call, lines = f"live.duel({', '.join(given)})", []
    made = {"hand": moves(duel, BY_HAND), "arrows": moves(duel, ARROWS), "descent": len(duel.paths[DESCENT]) - 1}
    if played := [f"{name}={moved}" for name, moved in made.items() if moved]:
        lines.append(f"view.play({', '.join(played)})")
    if turn != BY_HAND:
        lines.append(f"view.turn({list(duel.paths).index(turn) + 1})")
    lines += [f"view.choose({chosen!r})"] if chosen else []
    return "\n".join([f"view = {call}", *lines, "view"]) if lines else call


def moves(duel, name):
    """Where the moves of a round led, the start left out."""
    return [tuple(round(x, 6) for x in numbers) for numbers in duel.paths[name][1:]]
