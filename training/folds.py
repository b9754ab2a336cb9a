"""Which items train: five folds by the hash of the id, near-copies together, some never."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

FOLDS = 5
SHARED = 0.3


def folds(texts: Mapping[str, str], size: int = 5) -> dict[str, int]:
    """The fold of every id; items that share 30 % of their shingles share the fold."""
    parent = {name: name for name in texts}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for one, other in copies(texts, size):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {name: number(root(name)) for name in texts}


def number(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def copies(texts: Mapping[str, str], size: int) -> Iterable[tuple[str, str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    lengths = {}
    for name in sorted(texts):
        own = shingles(texts[name], size)
        lengths[name] = len(own)
        shared = Counter(other for shingle in own for other in holders[shingle][:50])
        for other, common in shared.items():
            if common >= SHARED * max(1, min(lengths[name], lengths[other])):
                yield other, name
        for shingle in own:
            holders[shingle].append(name)


def shingles(text: str, size: int) -> set[str]:
    words = "".join(char if char.isalnum() else " " for char in text.casefold()).split()
    return {" ".join(words[k : k + size]) for k in range(max(1, len(words) - size + 1))}


def sharing(texts: Mapping[str, str], kept: Iterable[str], most: int = 3) -> set[str]:
    """Ids of texts that share more than ``most`` eight-word runs with any of ``kept``."""
    forbidden = {shingle for text in kept for shingle in shingles(text, 8)}
    return {name for name, text in texts.items() if len(shingles(text, 8) & forbidden) > most}
