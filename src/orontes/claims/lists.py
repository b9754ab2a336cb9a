"""Names run together, as in texts that lost their commas: "Daraa Latakia and Homs"."""

from collections.abc import Callable

from spacy.tokens import Span

from orontes.model.names import Lexicon

Likely = Callable[[int, int], float]
SURE = 0.6
TOLD = frozenset({"GPE", "LOC"})
JOINTS = frozenset({"and", "&"})
Cut = list[Span]


def parted(run: Span, lexicon: Lexicon, likely: Likely | None) -> Cut:
    """A run that is no known name, as the places that it is made up of; else as it is.

    The trained reader must be sure of each; without it, the parser must take all for places.
    """
    pieces = tiles(run, lexicon) if len(run) > 1 else None
    if not pieces or len(pieces) == 1 or not all(told(piece, likely) for piece in pieces):
        return [run]
    return pieces


def told(piece: Span, likely: Likely | None) -> bool:
    if likely is None:
        return all(token.ent_type_ in TOLD for token in piece)
    return likely(piece.start_char, piece.end_char) >= SURE


def tiles(run: Span, lexicon: Lexicon) -> Cut | None:
    """The fewest known places that make up the run; None if there are none."""
    rest: dict[int, Cut] = {len(run): []}
    for i in range(len(run) - 1, -1, -1):
        if i and not parts(run, i):
            continue
        if run[i].text in JOINTS and i + 1 in rest:
            rest[i] = rest[i + 1]
            continue
        found = [
            [run[i:j], *rest[j]]
            for j in sorted(rest, reverse=True)
            if j > i and run[j - 1].text not in JOINTS and lexicon.is_place(run[i:j].text)
        ]
        if found:
            rest[i] = min(found, key=len)
    return rest.get(0)


def parts(run: Span, i: int) -> bool:
    """Whether a space parts the token from the one before."""
    return bool(run[i - 1].whitespace_)
