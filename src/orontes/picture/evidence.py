from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from orontes.events.keys import place_key
from orontes.events.known import length, published, span
from orontes.events.sides import Sides, resolved, side_of, sides_of
from orontes.model.claim import Claim
from orontes.model.names import ActorName, PlaceName
from orontes.model.told import Told
from orontes.vocabulary.load import table

LONG_STAY = 7
LONGEST_PAST = 31
TAKES = ("territory.capture", "territory.handover")
UNRESTS = ("battle.clash", "territory.advance", "territory.contest", "territory.encircle")
WIDE = ("country", "admin1", "admin2", "region")


@dataclass(frozen=True, slots=True)
class Say:
    """What one voice says of who holds a place on a day: ``holder`` does, or (not ``favour``) not.

    ``change`` tells that control changed then; ``weight`` is in log-odds. ``voice_kind`` is the
    row of ``[voice]`` in vocabulary/control.toml that gave the weight.
    """

    claim: str
    voice: str
    voice_kind: str
    day: date
    known: datetime | None
    reported: date | None
    holder: str
    favour: bool
    change: bool
    weight: float
    dated: bool
    denial: bool = False
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unrest:
    """Fighting or disputed control at a place; who holds it is not told."""

    claim: str
    kind: str
    day: date
    known: datetime | None
    sides: tuple[str, ...]
    inside: bool


@dataclass(slots=True)
class Dossier:
    """All that is told about who holds one place."""

    key: str
    place: PlaceName
    says: list[Say] = field(default_factory=list)
    unrest: list[Unrest] = field(default_factory=list)
    fallen: list[tuple[Told, date]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What weighing needs beside the claim: the registry, and which sides fight in this war."""

    sides: Sides
    belligerents: frozenset[str]


def rules() -> dict[str, dict[str, float]]:
    return table("control")


def words(name: str) -> tuple[str, ...]:
    return tuple(table("control")["words"][name])


def gather(told: Sequence[Told], sides: Sides) -> dict[str, Dossier]:
    """A dossier for every place of which a territory claim or a clash is told."""
    setting = Setting(sides, belligerents(told, sides))
    found: dict[str, Dossier] = {}
    for one in told:
        place = one.claim.place
        if place is None or place.kind == "country" or not bears_on_control(one.claim):
            continue
        dossier = found.setdefault(place_key(place), Dossier(place_key(place), place))
        if place.id and not dossier.place.id:
            dossier.place = place
        take_in(dossier, one, setting)
    for dossier in found.values():
        name_takers(dossier, setting)
        dossier.says += counterclaims(dossier.says)
        dossier.says = [unlike_news(one, dossier.says) for one in dossier.says]
    return {key: found[key] for key in sorted(found) if found[key].says or found[key].unrest}


def bears_on_control(claim: Claim) -> bool:
    if claim.kind not in rules()["kind"] and claim.kind not in UNRESTS:
        return False
    if claim.stance == "past":
        return claim.when is not None and length(claim.when) <= LONGEST_PAST
    return claim.stance in ("asserted", "attributed", "denied")


def belligerents(told: Iterable[Told], sides: Sides) -> frozenset[str]:
    """Every side that takes, holds, leaves or fights for a place."""
    names: set[str] = set()
    for one in told:
        claim = one.claim
        if claim.kind.startswith(("territory.", "battle.")):
            names.update(sides_of((*claim.actor, *claim.target), day_of(one), sides))
    return resolved(names)


def day_of(told: Told) -> date | None:
    """The day on which a claim counts: the last that it allows; None if nothing dates it."""
    when, _ = span(told)
    return (when.latest or when.earliest) if when else None


def take_in(dossier: Dossier, told: Told, setting: Setting) -> None:
    claim, day = told.claim, day_of(told) or date.min
    if claim.kind in UNRESTS or is_partial(claim):
        if claim.stance != "denied":
            dossier.unrest += unrest(told, day, dossier.place, setting)
        return
    holder = holder_of(gainers(claim), day, setting)
    if claim.kind == "territory.withdraw" or (claim.kind == "force.surrender"):
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


def predicate(claim: Claim) -> str:
    first, last = (end - claim.start for end in claim.predicate)
    return claim.quote[first:last].casefold()


def gives_away(claim: Claim) -> bool:
    return (
        claim.kind == "territory.handover"
        and bool(claim.target)
        and predicate(claim).startswith(words("gives"))
    )


def gainers(claim: Claim) -> tuple[ActorName, ...]:
    return claim.target if gives_away(claim) else claim.actor


def losers(claim: Claim) -> tuple[ActorName, ...]:
    return claim.actor if gives_away(claim) else claim.target


def holder_of(actors: Sequence[ActorName], on: date, setting: Setting) -> str | None:
    """A side, ``joint:a+b`` for several, ``name:…`` for an unresolved name, None for nobody."""
    names = sides_of(actors, on, setting.sides)
    known = sorted(resolved(names)) or sorted(names)[:1]
    if not known:
        return None
    return known[0] if len(known) == 1 else "joint:" + "+".join(known)


def members(holder: str) -> frozenset[str]:
    return frozenset(holder.removeprefix("joint:").split("+"))


def holding(told: Told, day: date, holder: str, setting: Setting) -> list[Say]:
    claim = told.claim
    rivals = resolved(sides_of(losers(claim), day, setting.sides)) - members(holder)
    if (
        losers(claim)
        and not rivals
        and members(holder) & set(sides_of(losers(claim), day, setting.sides))
    ):
        return []
    favour = claim.stance != "denied"
    says = say(told, day, holder, favour, setting, rivals)
    if favour and claim.kind == "territory.hold" and claim.when and claim.when.earliest:
        if (day - claim.when.earliest).days > LONG_STAY:
            says += say(told, claim.when.earliest, holder, True, setting, rivals)
    return says


def leaving(told: Told, day: date, setting: Setting) -> list[Say]:
    """Who withdraws or surrenders no longer holds the place; a denial says that it still does."""
    leaver = holder_of(told.claim.actor, day, setting)
    if leaver is None:
        return []
    denied = told.claim.stance == "denied"
    says = say(told, day, leaver, denied, setting, frozenset())
    taker = holder_of(told.claim.target, day, setting)
    if told.claim.kind == "force.surrender" and taker and taker != leaver and not denied:
        says += say(told, day, taker, True, setting, members(leaver))
    return says


def say(
    told: Told, day: date, holder: str, favour: bool, setting: Setting, rivals: frozenset[str]
) -> list[Say]:
    """One say for each voice that vouches for the claim."""
    claim, days = told.claim, published(told)
    denied = claim.stance == "denied"
    found = {}
    for voice, kind in voices(told, day, holder, favour, setting):
        found[voice] = Say(
            claim=claim.id,
            voice=voice,
            voice_kind=kind,
            day=day,
            known=told.known,
            reported=days[1] if days else None,
            holder=holder,
            favour=favour,
            change=claim.kind != "territory.hold" and not denied,
            weight=weight(claim, kind, holder),
            dated=span(told)[1],
            denial=denied,
            before=before(claim, rivals, holder, favour),
        )
    return [found[voice] for voice in sorted(found)]


def before(claim: Claim, rivals: frozenset[str], holder: str, favour: bool) -> tuple[str, ...]:
    """Who held the place until this change, as far as the claim tells."""
    if claim.stance == "denied" or claim.kind == "territory.hold":
        return ()
    return tuple(sorted(rivals)) if favour else (holder,)


def voices(
    told: Told, on: date, holder: str, favour: bool, setting: Setting
) -> list[tuple[str, str]]:
    """Each voice with its kind; all spokesmen of a side about its own success are one voice."""
    if not told.claim.said_by:
        return [(next(iter(told.voices)), "publisher")]
    return [voice(actor, on, holder, favour, setting) for actor in told.claim.said_by]


def voice(
    actor: ActorName, on: date, holder: str, favour: bool, setting: Setting
) -> tuple[str, str]:
    if actor.id is None:
        return actor.name.casefold(), "unnamed"
    side = side_of(actor, on, setting.sides)
    friendly = side in members(holder)
    if friendly or side in setting.belligerents:
        return f"side:{side}", "own" if friendly == favour else "admits"
    return actor.id, "third"


def weight(claim: Claim, voice_kind: str, holder: str) -> float:
    table_ = rules()
    value = table_["voice"][voice_kind] * table_["kind"][claim.kind] * claim.confidence
    if (claim.extent or "").startswith(words("most")):
        value *= table_["kind"]["most"]
    if holder.startswith("name:"):
        value *= table_["kind"]["unresolved"]
    return value


def name_takers(dossier: Dossier, setting: Setting) -> None:
    """ "Hama has fallen", with no taker named: the one side that is told to have taken it then.

    If there is none, or several, the loser that is named no longer holds it.
    """
    for told, day in dossier.fallen:
        near = rules()["decide"]["fallen_days"]
        takers = {
            one.holder
            for one in dossier.says
            if one.favour and one.change and abs((one.day - day).days) <= near
        }
        if len(takers) == 1:
            dossier.says += say(told, day, takers.pop(), True, setting, frozenset())
        elif loser := holder_of(told.claim.target, day, setting):
            dossier.says += say(told, day, loser, False, setting, frozenset())
        else:
            parties: tuple[str, ...] = ()
            dossier.unrest.append(
                Unrest(told.claim.id, "territory.contest", day, told.known, parties, True)
            )


def unlike_news(one: Say, says: Sequence[Say]) -> Say:
    """An undated capture may tell again of one that another has undone since: then half a say."""
    if one.dated or not (one.change and one.favour):
        return one
    earlier = [s for s in says if s.change and s.favour and s.day < one.day]
    own = max((s.day for s in earlier if s.holder == one.holder), default=None)
    undone = own and any(s.holder != one.holder and s.day > own for s in earlier)
    if not undone:
        return one
    return replace(one, change=False, weight=one.weight * rules()["kind"]["retold"])


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
