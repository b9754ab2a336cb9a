"""Syndicated copies: which report repeats an earlier one."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from orontes.model.report import Source

WORDS = re.compile(r"\w+")
SIZE = 3
SHARE = 0.7
FEWEST_WORDS = 12
MOST_HOLDERS = 50
NEVER = datetime.max.replace(tzinfo=UTC)


def shingles(text: str) -> frozenset[int]:
    """Hashes of every three words in a row; of the whole text if it has under twelve words."""
    words = WORDS.findall(text.casefold())
    if len(words) < FEWEST_WORDS:
        return frozenset([code(" ".join(words))])
    return frozenset(code(" ".join(words[i : i + SIZE])) for i in range(len(words) - SIZE + 1))


def code(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest())


def roots(reports: Sequence[tuple[Source, frozenset[int]]]) -> dict[str, str]:
    """For each report that repeats an earlier one, the earliest report that it repeats.

    A copy holds at least 70 % of the smaller one's three-word shingles (Broder 1997, containment);
    earlier is by (known, id), undated reports come last. Of a shingle that stands in very many
    reports only the earliest are followed, so that stock phrases cost nothing.
    """
    ordered = sorted(reports, key=lambda pair: (pair[0].known or NEVER, pair[0].id))
    holders: dict[int, list[int]] = {}
    found: dict[str, str] = {}
    for position, (source, parts) in enumerate(ordered):
        near = {earlier for part in parts for earlier in holders.get(part, ())}
        copied = (e for e in sorted(near) if repeats(parts, ordered[e][1]))
        if (first := next(copied, None)) is not None:
            root = ordered[first][0].id
            found[source.id] = found.get(root, root)
        for part in parts:
            earliest = holders.setdefault(part, [])
            if len(earliest) < MOST_HOLDERS:
                earliest.append(position)
    return found


def repeats(parts: frozenset[int], earlier: frozenset[int]) -> bool:
    return share_most(len(parts & earlier), len(parts), len(earlier))


def share_most(shared: int, size: int, other: int) -> bool:
    """Whether so many shared shingles make one of two reports of these sizes a copy."""
    return shared >= SHARE * min(size, other)
