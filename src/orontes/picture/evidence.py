"""From claims to a dossier: all that bears on who holds a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from orontes.events.known import length
from orontes.events.sides import Sides, resolved, sides_of
from orontes.model.claim import Claim, Stance
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.beside import counterclaims, founded, unlike_news, unopposed
from orontes.picture.dossier import Dossier, Say, Setting, Unrest, day_of, rules, words
from orontes.picture.implied import imply
from orontes.picture.initial import begin
from orontes.picture.sayings import gainers, holder_of, holding, leaving, predicate
from orontes.picture.takers import name_takers

LONGEST_PAST = 31
NO_LONGER = "no longer"
ENDED = 40
"""Characters up to the predicate's end in which "no longer" is looked for."""
TAKES = ("territory.capture", "territory.handover")
LEAVES = ("territory.withdraw", "force.surrender")
GIVES_UP = ("force.surrender",)
"""Who takes in those that give up may be nobody's foe."""
UNRESTS = ("battle.clash", "territory.advance", "territory.contest", "territory.encircle")
WIDE = ("country", "admin1", "admin2", "region")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one claim adds to the dossier of its place."""

    says: Sequence[Say] = ()
    unrest: Sequence[Unrest] = ()
    fallen: tuple[Told, date] | None = None


def compiled(
    key: str,
    place: PlaceName,
    taken: Sequence[Taken],
    given: Sequence[Control],
    wide: Sequence[Say],
    setting: Setting,
) -> Dossier:
    """The dossier of one place: its claims as taken, what is given to hold there at the start or
    supposed, and what is said of the whole units in which it lies; in order of publication."""
    dossier = Dossier(key, place)
    begin(dossier, given)
    for one in taken:
        dossier.says += one.says
        dossier.unrest += one.unrest
        if one.fallen:
            dossier.fallen.append(one.fallen)
    dossier.says = founded(dossier.says)
    name_takers(dossier, setting)
    dossier.says = [unopposed(one, dossier) for one in dossier.says]
    dossier.says += counterclaims(dossier.says)
    dossier.says = unlike_news(dossier.says)
    dossier.says += wide
    imply(dossier, setting)
    return dossier


def bears_on_control(claim: Claim) -> bool:
    if claim.kind not in rules()["kind"] and claim.kind not in UNRESTS:
        return False
    if claim.stance == "past":
        return claim.when is not None and length(claim.when) <= LONGEST_PAST
    return claim.stance in ("asserted", "attributed", "denied")


class Parties:
    """Every side that takes, holds, leaves or fights for a place, and who does it to whom, as far
    as the claims taken so far tell.

    A side of the war that denies what another is said to do is its foe too. Who only watches, by
    the registry, never fights, whatever a misread claim says.
    """

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._fighting: set[str] = set()
        self._foes: set[tuple[str, str]] = set()
        self._denied: set[tuple[str, str]] = set()
        self._seen: set[tuple[object, ...]] = set()

    def take(self, told: Told) -> bool:
        """Whether a claim tells of sides, or of enmities, that none before it did."""
        claim, day = told.claim, day_of(told)
        denied = claim.stance == "denied"
        ours = resolved(sides_of(claim.actor, day, self._sides))
        theirs = resolved(sides_of(claim.target, day, self._sides)) - ours
        speakers: frozenset[str] = frozenset()
        if denied:
            speakers = resolved(sides_of(claim.said_by, day, self._sides)) - ours
        parties = (ours, theirs, speakers, claim.kind in GIVES_UP)
        if parties in self._seen:
            return False
        self._seen.add(parties)
        self._fighting |= {one for one in ours | theirs if not watches(one, self._sides)}
        if claim.kind not in GIVES_UP:
            self._foes |= set(product(ours, theirs))
        self._denied |= set(product(ours, speakers))
        return True

    def setting(self) -> Setting:
        foes = self._foes | {(a, b) for a, b in self._denied if b in self._fighting}
        return Setting(
            self._sides,
            frozenset(self._fighting),
            frozenset(foes | {(other, one) for one, other in foes}),
        )


def setting_of(told: Iterable[Told], sides: Sides) -> Setting:
    """Who fights in the war of these claims, and whom."""
    parties = Parties(sides)
    for one in told:
        if bears_on_control(one.claim):
            parties.take(one)
    return parties.setting()


def watches(side: str, sides: Sides) -> bool:
    actor = sides.get(side)
    return actor is not None and actor.kind in words("watchers")


def taken(told: Told, place: PlaceName, setting: Setting) -> Taken:
    told = ended(told)
    claim, day = told.claim, day_of(told) or date.min
    if claim.kind in UNRESTS or is_partial(claim):
        denied = claim.stance == "denied"
        return Taken(unrest=[] if denied else unrest(told, day, place, setting))
    if claim.kind in LEAVES:
        left = claim.kind == "territory.withdraw" and claim.stance != "denied"
        return Taken(leaving(told, day, setting), fallen=(told, day) if left else None)
    holder = holder_of(gainers(claim), day, setting)
    if holder is not None:
        return Taken(holding(told, day, holder, setting))
    fallen = claim.kind in TAKES and claim.stance != "denied"
    return Taken(fallen=(told, day) if fallen else None)


def ended(told: Told) -> Told:
    """Who "no longer" holds a place has lost it."""
    claim = told.claim
    before = claim.quote[: claim.predicate[1] - claim.start].casefold()[-ENDED:]
    if claim.kind != "territory.hold" or NO_LONGER not in before:
        return told
    stance: Stance = "attributed" if claim.said_by else "asserted"
    return replace(told, claim=replace(claim, kind="territory.withdraw", stance=stance))


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
