"""Own sentences with every claim marked: kinds of words, slots and stance of each claim.

Format of a line (training/README.md): ``[words|1=kind,2.slot]``, a tab, ``1 stance; 2 stance``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from orontes.encoder.chunks import BREAK
from orontes.encoder.labels import KINDS, SLOTS, STANCES
from orontes.encoder.pieces import Pieces, pieces
from training.example import IGNORE, Example, blank, covered, paint
from training.folds import number
from training.tasks.read import own_lines

MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
LABEL = re.compile(r"(\d)(?:=([a-z]+\.[a-z]+)|\.([a-z_]+))")
MOST = 4
LONGEST = 800


@dataclass
class Marked:
    kind: str = ""
    span: tuple[int, int] = (0, 0)
    stance: str = "asserted"
    slots: list[tuple[str, int, int]] = field(default_factory=list)


Sentence = tuple[str, list[Marked]]


def parse(line: str) -> Sentence:
    """A line's sentence and its claims; ValueError where the marks are wrong."""
    body, _, tail = line.partition("\t")
    text, at, claims = "", 0, dict[str, Marked]()
    for match in MARK.finditer(body):
        text += body[at : match.start()]
        span = (len(text), len(text) + len(match[1]))
        text += match[1]
        at = match.end()
        for label in match[2].split(","):
            known = LABEL.fullmatch(label.strip())
            if known is None:
                raise ValueError(f"no label {label!r}: {line}")
            claim = claims.setdefault(known[1], Marked())
            if known[2]:
                claim.kind, claim.span = known[2], span
            else:
                claim.slots.append((known[3], *span))
    text += body[at:]
    for part in filter(None, (part.strip() for part in tail.split(";"))):
        name, stance = part.split()
        claims[name].stance = stance
    return text, [claim for claim in claims.values() if claim.kind]


def sentences(held: int | None) -> list[Sentence]:
    """All own sentences; ``held`` leaves out a fold by the hash of the text."""
    found = dict(parse(line) for line in own_lines("k*.txt"))
    return [(text, found[text]) for text in sorted(found) if held is None or number(text) != held]


def kinds(held: int | None, seed: int) -> Iterator[Example]:
    """Sentences set together in chunks of one to four, as they meet the encoder."""
    random = Random(seed)
    todo = sentences(held)
    random.shuffle(todo)
    while todo:
        size = random.randint(1, MOST)
        while size > 1 and sum(len(text) for text, _ in todo[:size]) > LONGEST:
            size -= 1
        yield kinds_of(todo[:size])
        todo = todo[size:]


def kinds_of(group: Sequence[Sentence]) -> Example:
    text, spans = "", []
    for sentence, claims in group:
        start = len(text) + bool(text)
        text = f"{text} {sentence}" if text else sentence
        spans += [(c.kind, c.span[0] + start, c.span[1] + start) for c in claims]
    found = pieces(text)
    truth = np.zeros((len(found.ids), len(KINDS)), dtype=np.int64)
    for kind, start, end in spans:
        truth[covered(found, start, end), KINDS.index(kind)] = 1
    truth[[k for k in range(len(truth)) if found.word[k] < 0 or inner(found, k)]] = IGNORE
    return Example(found.ids, kinds=truth)


def inner(found: Pieces, k: int) -> bool:
    return k > 0 and found.word[k] == found.word[k - 1]


def slots(held: int | None) -> Iterator[Example]:
    """One example a claim: its predicate in marks, the fillers of its slots, its stance."""
    for text, claims in sentences(held):
        for claim in claims:
            low, high = sentence_round(text, claim.span)
            start, end = claim.span[0] - low, claim.span[1] - low
            found = pieces(text[low:high], [(start, "<v>"), (end, "</v>")])
            tags = blank(found, "slot")
            for name, first, last in claim.slots:
                if not low <= first < last <= high:
                    continue
                site = name == "place" and not any(char.isupper() for char in text[first:last])
                column = SLOTS.index("site" if site else name)
                paint(tags, found, column, [(first - low, last - low)])
            yield Example(
                found.ids,
                {"slot": tags},
                label={"stance": STANCES.index(claim.stance)},
                marks=found.marks,
            )


def sentence_round(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence of a paragraph that holds the span, as the reader meets it."""
    ends = [0, *(match.end() for match in BREAK.finditer(text)), len(text)]
    low = max(end for end in ends if end <= span[0])
    high = min(end for end in ends if end >= span[1])
    return low, high
