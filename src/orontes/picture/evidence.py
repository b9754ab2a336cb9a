"""From claims to dossiers: all that bears on who holds each place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from orontes.events.keys import place_key
from orontes.events.known import length
from orontes.events.sides import Sides, resolved, sides_of
from orontes.model.claim import Claim
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.dossier import Dossier, Say, Setting, Unrest, day_of, rules, words
from orontes.picture.ground import Ground, NoGround
from orontes.picture.implied import imply
from orontes.picture.initial import Home, begin
from orontes.picture.regions import spread
from orontes.picture.sayings import gainers, holder_of, holding, leaving, predicate, say

LONGEST_PAST = 31
TAKES = ("territory.capture", "territory.handover")
LEAVES = ("territory.withdraw", "force.surrender")
UNRESTS = ("battle.clash", "territory.advance", "territory.contest", "territory.encircle")
WIDE = ("country", "admin1", "admin2", "region")


def gather(
    told: Sequence[Told],
    sides: Sides,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> dict[str, Dossier]:
    """A dossier for every place of which a territory claim, a clash or the initial table tells."""
    setting = setting_of(told, sides)
    found: dict[str, Dossier] = {}
    home = Home(initial)
    for one in map(home.bring, told):
        place = one.claim.place
        if place is None or place.kind == "country" or not bears_on_control(one.claim):
            continue
        dossier = found.setdefault(place_key(place), Dossier(place_key(place), place))
        if place.id and not dossier.place.id:
            dossier.place = place
        take_in(dossier, one, setting)
    begin(found, initial)
    for dossier in found.values():
        name_takers(dossier, setting)
        dossier.says += counterclaims(dossier.says)
        dossier.says = [unlike_news(one, dossier.says) for one in dossier.says]
    spread(told, found.values(), setting, ground or NoGround())
    for dossier in found.values():
        imply(dossier, setting)
    return {key: found[key] for key in sorted(found) if found[key].says or found[key].unrest}


def bears_on_control(claim: Claim) -> bool:
    if claim.kind not in rules()["kind"] and claim.kind not in UNRESTS:
        return False
    if claim.stance == "past":
        return claim.when is not None and length(claim.when) <= LONGEST_PAST
    return claim.stance in ("asserted", "attributed", "denied")


def setting_of(told: Iterable[Told], sides: Sides) -> Setting:
    """Every side that takes, holds, leaves or fights for a place, and who does it to whom.

    A side of the war that denies what another is said to do is its foe too. Who only watches, by
    the registry, never fights, whatever a misread claim says.
    """
    fighting: set[str] = set()
    foes: set[tuple[str, str]] = set()
    denied: set[tuple[str, str]] = set()
    for one in told:
        claim, day = one.claim, day_of(one)
        if bears_on_control(claim):
            ours = resolved(sides_of(claim.actor, day, sides))
            theirs = resolved(sides_of(claim.target, day, sides)) - ours
            fighting |= {one for one in ours | theirs if not watches(one, sides)}
            foes |= set(product(ours, theirs))
            if claim.stance == "denied":
                speakers = resolved(sides_of(claim.said_by, day, sides)) - ours
                denied |= set(product(ours, speakers))
    foes |= {(one, other) for one, other in denied if other in fighting}
    return Setting(
        sides, frozenset(fighting), frozenset(foes | {(other, one) for one, other in foes})
    )


def watches(side: str, sides: Sides) -> bool:
    actor = sides.get(side)
    return actor is not None and actor.kind in words("watchers")


def take_in(dossier: Dossier, told: Told, setting: Setting) -> None:
    claim, day = told.claim, day_of(told) or date.min
    if claim.kind in UNRESTS or is_partial(claim):
        if claim.stance != "denied":
            dossier.unrest += unrest(told, day, dossier.place, setting)
        return
    holder = holder_of(gainers(claim), day, setting)
    if claim.kind in LEAVES:
        says = leaving(told, day, setting)
    elif holder is None:
        if claim.kind in TAKES and claim.stance != "denied":
            dossier.fallen.append((told, day))
        says = []
    else:
        says = holding(told, day, holder, setting)
    dossier.says += says


def is_partial(claim: Claim) -> bool:
    extent = (claim.extent or "").casefold()
    if extent == "facility" or extent.startswith("facility"):
        return not (claim.place and claim.place.facility)
    return extent.startswith(words("partial"))


def unrest(told: Told, day: date, place: PlaceName, setting: Setting) -> list[Unrest]:
    """A clash near a region or on the outskirts says nothing of who holds the place."""
    claim = told.claim
    if claim.kind == "territory.encircle" or place.kind in WIDE:
        inside = False
    elif claim.kind == "territory.advance":
        inside = predicate(claim).startswith(words("inside"))
    else:
        inside = not (claim.extent or "").startswith("outskirts")
    parties = resolved(sides_of((*claim.actor, *claim.target), day, setting.sides))
    if place.kind in WIDE and claim.kind != "territory.contest":
        return []
    kind = "territory.contest" if inside and claim.kind != "battle.clash" else claim.kind
    return [Unrest(claim.id, kind, day, told.known, tuple(sorted(parties)), inside)]


def name_takers(dossier: Dossier, setting: Setting) -> None:
    """As in "Hama has fallen", no taker named: the one side told to have taken it then.

    If there is none, or several, the loser that is named no longer holds it; if none is named, it
    is the one side that fights the last holder.
    """
    for told, day in dossier.fallen:
        near = rules()["decide"]["fallen_days"]
        takers = {
            one.holder
            for one in dossier.says
            if one.favour and one.change and abs((one.day - day).days) <= near
        }
        if len(takers) == 1:
            dossier.says += say(told, day, takers.pop(), True, setting)
        elif loser := holder_of(told.claim.target, day, setting):
            dossier.says += say(told, day, loser, False, setting)
        elif not takers and (taker := heir(dossier, told, day, setting)):
            dossier.says += say(told, day, taker, True, setting)
        else:
            parties: tuple[str, ...] = ()
            dossier.unrest.append(
                Unrest(told.claim.id, "territory.contest", day, told.known, parties, True)
            )


def heir(dossier: Dossier, told: Told, day: date, setting: Setting) -> str | None:
    """Who took a place, if no report names them: the one side that fights its last holder.

    A place won back, of whose loss nothing is told, is the holder's own again.
    """
    before = [one for one in dossier.says if one.favour and one.day < day]
    if not before:
        return None
    holder = max(before, key=lambda one: (one.day, one.weight, one.claim)).holder
    again = any(word in predicate(told.claim) for word in words("again"))
    if again and all(one.holder == holder for one in before):
        return holder
    return setting.foe(holder)


def unlike_news(one: Say, says: Sequence[Say]) -> Say:
    """An undated capture may tell again of one that another has undone since: then half a say."""
    if one.dated or not (one.change and one.favour):
        return one
    earlier = [s for s in says if s.change and s.favour and s.day < one.day]
    own = max((s.day for s in earlier if s.holder == one.holder), default=None)
    undone = own and any(s.holder != one.holder and s.day > own for s in earlier)
    if not undone:
        return one
    return replace(one, change=False, retold=True, weight=one.weight * rules()["kind"]["retold"])


def counterclaims(says: Sequence[Say]) -> list[Say]:
    """A side that denies losing a place it is told to have held claims by that to hold it."""
    held = {one.holder for one in says if one.favour} | {b for one in says for b in one.before}
    return [
        replace(
            one,
            holder=side,
            favour=True,
            voice_kind="own",
            weight=one.weight * rules()["kind"]["territory.hold"],
            denial=True,
        )
        for one in says
        if one.denial and not one.favour and one.voice.startswith("side:")
        if (side := one.voice.removeprefix("side:")) != one.holder and side in held
    ]
