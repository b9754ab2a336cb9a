"""Which claims of one report, and of its copies, tell of the same happening."""

from collections.abc import Iterable

from orontes.events.linking import NONE, Links
from orontes.events.piece import Piece
from orontes.events.strand import Strand
from orontes.events.weigh import kinds, sides, weight


def strands(told: Iterable[Piece], links: Links = NONE) -> list[Strand]:
    """The claims of one report, in the order of its text, gathered by what they tell of."""
    found: list[Strand] = []
    for piece in sorted(told, key=lambda piece: piece.place_in_text):
        alone = Strand.of([piece], piece.group)
        fitting = [
            (*closeness(alone, strand), number)
            for number, strand in enumerate(found)
            if cohere(alone, strand) and not links.part(alone, strand)
        ]
        if fitting:
            found[max(fitting)[-1]].add(piece)
        else:
            found.append(alone)
    return found


def closeness(piece: Strand, strand: Strand) -> tuple[bool, int, bool, int]:
    """The same sentence first, then the same figures, days and kinds, then the last told."""
    overlap = bool(piece.when and strand.when and piece.when.overlaps(strand.when))
    return one_sentence(piece, strand), piece.counted(strand), overlap, kinds(piece, strand) or 0


def cohere(piece: Strand, strand: Strand) -> bool:
    return (
        alike(piece, strand)
        and near(piece, strand)
        and in_time(piece, strand)
        and sides(piece, strand) in (0, weight("same_party"))
        and (not piece.miscounts(strand) or is_part(piece, strand))
        and (not piece.words or not strand.words or bool(piece.words & strand.words))
    )


def is_part(piece: Strand, strand: Strand) -> bool:
    return all(one.leans and strand.counts_more(one) for one in piece.pieces)


def alike(piece: Strand, strand: Strand) -> bool:
    """Kinds that differ are one happening only within a sentence."""
    return (kinds(piece, strand) or 0) >= 0 or one_sentence(piece, strand)


def one_sentence(piece: Strand, strand: Strand) -> bool:
    said = {one.sentence for one in piece.pieces}
    return any(one.sentence in said for one in strand.pieces)


def near(piece: Strand, strand: Strand) -> bool:
    nearness = piece.nearness(strand)
    if nearness is None:
        return one_sentence(piece, strand) or goes_on(piece, strand)
    if nearness == "same":
        return True
    if not piece.group.parts:
        return False
    unknown = any(spot.named for spot in (*piece.spots, *strand.spots))
    return nearness != "apart" or (unknown and one_sentence(piece, strand))


def goes_on(piece: Strand, strand: Strand) -> bool:
    """Whether what has no place tells no day either, or neither of the two has one."""
    placeless = [one for one in (piece, strand) if not one.spots]
    return len(placeless) == 2 or not placeless[0].dated


def in_time(piece: Strand, strand: Strand) -> bool:
    if not (piece.dated and strand.dated and piece.when and strand.when):
        return True
    return piece.when.overlaps(strand.when)
