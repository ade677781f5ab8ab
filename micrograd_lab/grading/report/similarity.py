"""Which answers are like each other: leads for a teacher's eye, and no verdicts.

Winnowing, as in Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003: runs
of K tokens, whatever the names in them, of which the smallest hash in each window stands for the text.
"""

import io
import keyword
import re
import tokenize
import zlib
from collections import Counter, defaultdict
from itertools import combinations

K, WINDOW = 12, 4
SHARED, SHARE = 12, 0.6  # fewer prints in common are chance: there are only so many ways to write a short function
OWNERS = 0.1  # what more than this share of a class has written is how one writes it
LONGEST = 20_000  # signs of an answer that are compared: an answer has some hundreds
LEAST = 40  # signs of one's own that are no chance where they are the same

# A line that only gives something a number or a text: there are not many ways to write it.
PLAIN, TEXTS = re.compile(r"[\w.]+ *=[^a-zA-Z_]*"), re.compile(r"'[^']*'|\"[^\"]*\"")

KINDS = {tokenize.NUMBER: "0", tokenize.STRING: "s", tokenize.INDENT: "{", tokenize.DEDENT: "}"}


def tokens(source):
    """The tokens of a cell with names, numbers and texts made alike; without comments. What is no Python ends it."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.NAME:
                found.append(token.string if keyword.iskeyword(token.string) else "n")
            elif token.type == tokenize.OP:
                found.append(token.string)
            elif token.type in KINDS:
                found.append(KINDS[token.type])
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def prints(source):
    """The fingerprints of a cell."""
    parts = tokens(str(source)[:LONGEST])
    hashes = [zlib.crc32(" ".join(parts[n : n + K]).encode()) for n in range(len(parts) - K + 1)]
    return {min(hashes[n : n + WINDOW]) for n in range(max(len(hashes) - WINDOW + 1, min(len(hashes), 1)))}


def same(answers, known):
    """[[who, ...]] of those whose answers are all the same, letter for letter, names and comments too.

    `answers` is {who: {number: source}}; lines of `known`, {number: [texts that were handed out, or are right]}, are
    nobody's own, and who has hardly another is like many by chance.
    """
    lines = {number: {line for text in texts for line in _lines(text)} for number, texts in known.items()}
    alike = defaultdict(list)
    for who, cells in answers.items():
        texts = {number: tuple(_lines(source)) for number, source in sorted(cells.items())}
        own = [line for number, each in texts.items() for line in each if line not in lines.get(number, ())]
        if sum(len(line.strip()) for line in own if not PLAIN.fullmatch(TEXTS.sub("", line.strip()))) >= LEAST:
            alike[tuple(texts.items())].append(who)
    return [people for people in alike.values() if len(people) > 1]


def _lines(source):
    """The lines that are not empty, without what is not seen at their ends."""
    return [line.rstrip() for line in str(source)[:LONGEST].splitlines() if line.strip()]


def leads(answers, stubs):
    """[(share, shared, one, other, [numbers])] of pairs that look alike, the likest first.

    `answers` is {who: {number: source}}; what stands in the `stubs`, {number: source}, counts for nobody.
    """
    given = {number: prints(stub) for number, stub in stubs.items()}
    own = {
        (who, number): prints(source) - given.get(number, set())
        for who, cells in answers.items()
        for number, source in cells.items()
    }
    owners = defaultdict(set)
    for (who, number), found in own.items():
        for one in found:
            owners[number, one].add(who)
    most = max(2, min(10, int(OWNERS * len(answers))))
    shared = defaultdict(Counter)
    for (number, _), people in owners.items():
        if 2 <= len(people) <= most:
            for pair in combinations(sorted(people), 2):
                shared[pair][number] += 1
    sizes = {who: sum(len(own[who, number]) for number in cells) for who, cells in answers.items()}
    found = []
    for (one, other), counts in shared.items():
        many = sum(counts.values())
        share = many / max(1, min(sizes[one], sizes[other]))
        if many >= SHARED and share >= SHARE:
            found.append((round(share, 3), many, one, other, sorted(counts)))
    return sorted(found, key=lambda lead: (-lead[0], -lead[1], lead[2], lead[3]))
