"""What reports say may come next."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.brief.brief import Sentence
from orontes.brief.sections import claims, rest
from orontes.brief.wording import (
    capital,
    sources,
)
from orontes.model.told import Told
from orontes.picture.view import View

OPEN_STANCES = {"possible": "may be", "planned": "is planned", "hypothetical": "is thinkable"}
NEXT_KINDS = ("territory.", "battle.", "strike.", "route.", "movement.", "force.", "relation.arm")


def outlook(view: View) -> list[Sentence]:
    """What reports call possible, planned or thinkable; never worded as this brief's own view."""
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in view.told:
        claim = one.claim
        ahead = claim.stance in OPEN_STANCES and claim.kind.startswith(NEXT_KINDS)
        if ahead and claim.place:
            where = claim.place.id or claim.place.name
            groups[claim.kind, where, claim.stance].append(one)
    ordered = sorted(groups.values(), key=lambda g: (-len(voices(g)), g[0].claim.id))
    found = [next_sentence(group) for group in ordered]
    return rest(found, len(found), "such reports")


def voices(group: Sequence[Told]) -> set[str]:
    return {voice for one in group for voice in one.voices}


def next_sentence(group: Sequence[Told]) -> Sentence:
    claim = group[0].claim
    what = claim.kind.split(".")[1].replace("clash", "fighting").replace("air", "air strike")
    place = claim.place.name if claim.place else "a place that is not named"
    text = f"{capital(sources(len(voices(group))))} say that {what} at {place}"
    text += f" {OPEN_STANCES[claim.stance]}: “{excerpt(claim.quote)}”"
    if len(voices(group)) == 1:
        text = text.replace(" say ", " says ", 1)
    return Sentence(text, claims(one.claim.id for one in group))


def excerpt(quote: str, most: int = 30) -> str:
    parts = quote.split()
    return " ".join(parts[:most]) + (" …" if len(parts) > most else "")
