"""How one party is named in several ways within a text: by title, by end, by initials."""

import re
from collections.abc import Iterator

from orontes.encoder.spans import Bounded

TITLES = frozenset(
    "ambassador archbishop attorney bishop brother capt captain col colonel commander deputy don"
    " dona dr engineer father fr gen general governor journalist judge lic lieutenant lt maj major"
    " mayor minister monsignor mr mrs ms msgr officer president priest professor rev reverend"
    " senator sergeant sgt sister".split()
)
SMALL = frozenset("and de del el for in la las los of the y".split())
SHORT = range(2, 8)
MISSED = 2
"""Words of a long name that its initials may leave out."""
NUMBER = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
BREAK = re.compile(rf",\s+(?:and\s+)?|;\s+|\s+and\s+(?={NUMBER}\s)", re.IGNORECASE)
BEHIND = re.compile(r"\s+(?:who|which|that|where)\b.*$|\s+(?:of|the|and|a|in)$", re.I | re.S)
EDGES = " \n\t\"',;:.()[]"


def same(one: str, other: str) -> bool:
    """Whether two names, in lower case, may name one party: up to a title, by end or initials."""
    short, long = sorted((untitled(one), untitled(other)), key=len)
    if long == short or long.endswith(f" {short}"):
        return True
    return is_initials(short, long)


def untitled(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].strip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def is_initials(short: str, long: str) -> bool:
    """``fmln`` of "farabundo marti national liberation front": its letters begin words in order."""
    letters = re.sub(r"[^a-z]", "", short)
    firsts = [word[0] for word in re.findall(r"[a-z']+", long) if word not in SMALL]
    if " " in short.strip() or len(letters) not in SHORT or not firsts:
        return False
    if firsts[0] != letters[0] or not 0 <= len(firsts) - len(letters) <= MISSED:
        return False
    rest = iter(firsts)
    return all(letter in rest for letter in letters)


def parts(text: str, span: Bounded) -> Iterator[Bounded]:
    """The parties of a span, "one officer and two soldiers" apart, without what hangs on them."""
    start = span.start
    for found in [*BREAK.finditer(text, span.start, span.end), None]:
        end = found.start() if found else span.end
        name = BEHIND.sub("", text[start:end]).strip(EDGES)
        if name:
            first = text.index(name, start)
            yield Bounded(first, first + len(name), span.score)
        start = found.end() if found else end
