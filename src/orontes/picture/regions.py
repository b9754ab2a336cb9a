"""What is told of a whole province or district, brought to the places that lie in it.

"They left the entire province" is said of each of its towns, with less weight than of a town that
is named. A claim about a part of a province, or about villages of it, is said of none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from orontes.events.sides import resolved, sides_of
from orontes.model.claim import Claim
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.picture.dossier import Dossier, Say, Setting, day_of, rules, words
from orontes.picture.ground import Ground
from orontes.picture.sayings import gainers, losers, say

REACH = 40
"""Characters before a unit's name in which a word such as "entire" is looked for."""
UNITS = frozenset({"admin1", "admin2"})
LEAVES = frozenset({"territory.withdraw"})
TAKES = frozenset({"territory.capture", "territory.handover", "territory.hold"})


def spread(
    told: Sequence[Told], dossiers: Iterable[Dossier], setting: Setting, ground: Ground
) -> None:
    """Add the says about whole units to the dossiers of the places within."""
    places = [one for one in dossiers if one.place.kind in (None, "settlement")]
    listed = {spot(one) for one in told if one.claim.place and one.claim.place.kind not in UNITS}
    for one in told:
        found = whole(one, setting)
        if found is None or (spot(one) in listed and one.claim.extent != "whole"):
            continue
        holder, favour, day = found
        unit = one.claim.place
        assert unit is not None
        says = [lighter(s) for s in say(one, day, holder, favour, setting)]
        for dossier in places:
            if ground.inside(dossier.place, unit):
                dossier.says += says


def spot(told: Told) -> tuple[str, int, str]:
    """A sentence and what it tells: of towns in the province, if it names them."""
    return told.claim.doc, told.claim.start, told.claim.kind


def lighter(one: Say) -> Say:
    """A conquest takes a unit place by place, on days not told; a retreat empties it at once."""
    weight = one.weight * rules()["kind"]["within"]
    return replace(
        one, weight=weight, change=True, within=True, guessed=one.favour and not one.again
    )


def whole(told: Told, setting: Setting) -> tuple[str, bool, date] | None:
    """Holder, whether it holds or no longer, and the day, if a claim is of a unit as a whole."""
    claim, day = told.claim, day_of(told)
    if claim.place is None or claim.place.kind not in UNITS or day is None:
        return None
    if claim.stance not in ("asserted", "attributed"):
        return None
    takes, leaves = claim.kind in TAKES, claim.kind in LEAVES
    if not (takes or leaves) or claim.extent not in (None, "whole"):
        return None
    if not is_whole(claim) or tells(claim.quote, "begun"):
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
