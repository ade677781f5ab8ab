"""What a sandboxed process has answered, as plain results: one per case, whatever it was that came."""

import json
import math
from dataclasses import dataclass

ENDED = "Ended"  # the "error" of cases that the process did not live to answer
DEEPEST, LONGEST, MOST = 8, 2000, 5000


@dataclass(frozen=True)
class Reply:
    """`results`, one per case; `troubles` of cells; `missing` where there is nothing to check; how it ended, if not
    well."""

    results: list
    troubles: tuple = ()
    missing: bool = False
    end: str = "done"


def parse_reply(raw, end, cases, seconds):
    """The Reply in the lines that came; nothing in them is trusted, not even their shape."""
    lines = raw.split("\n")
    whole, head = lines[:-1], None
    if len(whole) > cases + 1:
        return Reply([{"error": ENDED}] * cases, end="more answers than questions")
    results = []
    for number, line in enumerate(whole):
        try:
            read = plain(json.loads(line))
        except (ValueError, RecursionError):
            return Reply([{"error": ENDED}] * cases, end="answers that cannot be read")
        if number:
            results.append(error(read) if isinstance(read, dict) and "error" in read else read)
        else:
            head = read
    head = head if isinstance(head, dict) else {}
    troubles = head.get("troubles")
    troubles = tuple(t for t in troubles if isinstance(t, dict)) if isinstance(troubles, list) else ()
    if "missing" in head:
        return Reply([{"error": ENDED}] * cases, troubles, missing=True, end=end)
    if len(results) < cases:
        out_of_time = end in ("time", "signal 24") or (end == "signal 9" and not results)
        fill = {"error": "TimeUp", "says": f"{seconds:g}"} if out_of_time else {"error": ENDED}
        return Reply(results + [fill] * (cases - len(results)), troubles, end=end if end != "done" else "exit")
    return Reply(results, troubles)


def error(read):
    """An error's type, text, line and code, and nothing of another kind under these names."""
    texts = {name: read[name] for name in ("error", "says", "code") if isinstance(read.get(name), str)}
    line = {"line": read["line"]} if type(read.get("line")) is int else {}
    return {"error": ENDED, "says": "", **texts, **line}


def plain(thing, depth=DEEPEST):
    """JSON as it is, but shallow, with numbers that are floats or small, and texts that fit on a page."""
    if isinstance(thing, bool) or thing is None or isinstance(thing, float):
        return thing
    if isinstance(thing, int):
        return thing if abs(thing) < 1 << 53 else float(thing) if abs(thing) < 1 << 1000 else math.inf
    if isinstance(thing, str):
        return thing[:LONGEST]
    if not depth:
        return {"type": "nest of lists"}
    if isinstance(thing, list):
        return [plain(item, depth - 1) for item in thing[:MOST]]
    return {key[:LONGEST]: plain(value, depth - 1) for key, value in list(thing.items())[:MOST]}
