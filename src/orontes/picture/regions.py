"""What is told of a whole province or district, brought to the places that lie in it.

"They left the entire province" is said of each of its towns, with less weight than of a town that
is named. A claim about a part of a province, or about villages of it, is said of none.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from orontes.events.sides import resolved, sides_of
from orontes.model.claim import Claim
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.picture.dossier import Say, Setting, day_of, rules, words
from orontes.picture.sayings import gainers, losers, say

REACH = 40
"""Characters before a unit's name in which a word such as "entire" is looked for."""
UNITS = frozenset({"admin1", "admin2"})
LEAVES = frozenset({"territory.withdraw"})
TAKES = frozenset({"territory.capture", "territory.handover", "territory.hold"})


def unit_claims(told: Sequence[Told]) -> list[tuple[int, Told]]:
    """The claims that may be of a whole unit, with their numbers; none that names towns in it."""
    found = [(number, one) for number, one in enumerate(told) if may_be_whole(one)]
    documents = {one.claim.doc for _, one in found}
    listed = {
        spot(one)
        for one in told
        if one.claim.doc in documents and one.claim.place and one.claim.place.kind not in UNITS
    }
    return [
        (number, one)
        for number, one in found
        if one.claim.extent == "whole" or spot(one) not in listed
    ]


def of_unit(told: Told, setting: Setting) -> list[Say]:
    """What a claim about a whole unit says of each place in it."""
    found = whole(told, setting)
    return [lighter(one) for one in say(told, found[2], *found[:2], setting)] if found else []


def spot(told: Told) -> tuple[str, int, str]:
    """A sentence and what it tells: of towns in the province, if it names them."""
    return told.claim.doc, told.claim.start, told.claim.kind


def lighter(one: Say) -> Say:
    """A conquest takes a unit place by place, on days not told; a retreat empties it at once."""
    weight = one.weight * rules()["kind"]["within"]
    return replace(
        one, weight=weight, change=True, within=True, guessed=one.favour and not one.again
    )


def may_be_whole(told: Told) -> bool:
    claim = told.claim
    return (
        claim.place is not None
        and claim.place.kind in UNITS
        and claim.stance in ("asserted", "attributed")
        and claim.kind in TAKES | LEAVES
        and claim.extent in (None, "whole")
        and day_of(told) is not None
        and is_whole(claim)
        and not tells(claim.quote, "begun")
    )


def whole(told: Told, setting: Setting) -> tuple[str, bool, date] | None:
    """Holder, whether it holds or no longer, and the day, of a claim of a whole unit."""
    claim, day, takes = told.claim, day_of(told), told.claim.kind in TAKES
    if day is None:
        return None
    side = one_of(told, setting, gainers(claim) if takes else claim.actor)
    if takes and side and tells(claim.quote, "free"):
        return side, False, day
    if side:
        return side, takes, day
    loser = one_of(told, setting, losers(claim)) if takes else None
    return (loser, False, day) if loser else None


def is_whole(claim: Claim) -> bool:
    """Whether the claim has the extent ``whole``, or says so just before the unit's name."""
    name = claim.place.name.casefold() if claim.place else ""
    before = claim.quote.casefold().partition(name)[0][-REACH:]
    leaves = claim.kind in LEAVES and tells(claim.quote, "left")
    return claim.extent == "whole" or leaves or tells(before, "whole") or tells(claim.quote, "free")


def tells(text: str, row: str) -> bool:
    plain = f" {text.casefold()} "
    return any(f" {word} " in plain for word in words(row))


def one_of(told: Told, setting: Setting, actors: Sequence[ActorName]) -> str | None:
    """The one side of the war among the actors, None if there are several or none."""
    on = day_of(told)
    sides = resolved(sides_of(actors, on, setting.sides)) & setting.belligerents
    return next(iter(sides)) if len(sides) == 1 else None
