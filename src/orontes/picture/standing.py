"""How one place stands on a day, all but the weight of its neighbours."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from datetime import date

from orontes.events.sides import Sides
from orontes.model.judgement import BY_HAND
from orontes.model.picture import Basis, Control
from orontes.picture.certainty import Own, own
from orontes.picture.dossier import Dossier, Unrest, rules
from orontes.picture.factions import factions
from orontes.picture.spells import UNKNOWN, Spell, troubles
from orontes.picture.supposed import behind, is_supposed
from orontes.picture.why import why

JOINT = "joint:"
NAMES = [field.name for field in fields(Control)]
MAKE: Callable[..., Control] = Control
PROBABILITY = NAMES.index("probability")


class Standing:
    """A row of control but for its probability; ``own`` is what the place itself gives to that."""

    __slots__ = ("_after", "_before", "_row", "holder", "own")

    def __init__(self, row: Control, own: Own) -> None:
        values = [getattr(row, name) for name in NAMES]
        self._before, self._after = values[:PROBABILITY], values[PROBABILITY + 1 :]
        self._row, self.own, self.holder = row, own, row.holder

    def row(self, probability: float) -> Control:
        if self._row.probability != probability:
            self._row = MAKE(*self._before, probability, *self._after)
        return self._row


def stand(dossier: Dossier, spell: Spell, asof: date, sides: Sides) -> Standing:
    """The spell as believed on a day."""
    trouble = troubles(dossier, spell, asof)
    return Standing(row_of(dossier, spell, asof, sides, trouble), own(spell, asof, trouble))


def fought_over(dossier: Dossier, asof: date, sides: Sides) -> Standing | None:
    """A place of which only fighting is told; None if none is told of by then."""
    told = [one for one in dossier.unrest if one.day <= asof]
    if not told:
        return None
    spell = Spell(UNKNOWN, None, None, None, (), ())
    trouble = troubles(dossier, spell, asof)
    known = [one.known for one in told if one.known]
    row = replace(
        row_of(dossier, spell, asof, sides, trouble),
        contested=any(one.inside and is_recent(one, asof) for one in told),
        last_reported=max((one.day for one in told if one.day > date.min), default=None),
        known_at=min(known, default=None),
        claims=unique(one.claim for one in told),
    )
    return Standing(row, own(spell, asof, trouble))


def row_of(
    dossier: Dossier, spell: Spell, asof: date, sides: Sides, trouble: Sequence[Unrest]
) -> Control:
    place = dossier.place
    nobody = spell.holder == UNKNOWN
    against = () if nobody else (*(s.claim for s in spell.opposed), *(u.claim for u in trouble))
    carried = (*spell.carriers, *spell.opposed) if nobody else spell.carriers
    known = [one.known for one in carried if one.known]
    reports = [o for o in carried if not is_supposed(o) and o.voice_kind != BY_HAND]
    reported = [day for one in reports if (day := one.reported or one.day) > date.min]

    def name(holder: str) -> str:
        return name_of(holder, sides)

    return Control(
        place=place.name,
        place_id=dossier.key,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        holder=spell.holder,
        holder_name=name(spell.holder),
        since=None if spell.guessed else spell.since,
        until=spell.until,
        probability=0.0,
        contested=bool(trouble) or is_disputed(spell, asof),
        basis=basis(spell, asof),
        last_reported=max(reported, default=None),
        known_at=min(known, default=None),
        claims=unique(one.claim for one in carried),
        against=unique(against),
        why=why(dossier, spell, trouble, name),
        supposed=behind(dossier, spell, name),
        factions=factions(spell, sides),
        kind="site" if place.facility and place.kind == "settlement" else place.kind,
    )


def is_recent(one: Unrest, asof: date) -> bool:
    return one.day == date.min or (asof - one.day).days <= rules()["decide"]["contest_days"]


def name_of(holder: str, sides: Sides) -> str:
    """The holder in words; an unresolved one under the name that the report gave it."""
    if holder in (UNKNOWN, "none"):
        return holder
    if holder.startswith(JOINT):
        return " and ".join(name_of(one, sides) for one in holder.removeprefix(JOINT).split("+"))
    return holder.removeprefix("name:") if holder.startswith("name:") else sides.name(holder)


def is_disputed(spell: Spell, asof: date) -> bool:
    """A rival holder is credible, and one has spoken for it, or against this one, of late."""
    decide = rules()["decide"]
    if spell.belief is None or spell.holder == UNKNOWN:
        return False
    rival = max((p for h, p in spell.belief.holders.items() if h != spell.holder), default=0.0)
    held = spell.belief.holders.get(spell.holder, 0.0)
    credible = rival >= decide["rival"] or held < 1 - 2 * decide["rival"]
    return credible and any(
        one.day > date.min and (asof - one.day).days <= decide["rival_days"]
        for one in spell.opposed
    )


def basis(spell: Spell, asof: date) -> Basis:
    if spell.carriers and all(one.voice_kind == "initial" for one in spell.carriers):
        return "initial"
    if spell.carriers and all(one.voice_kind == BY_HAND for one in spell.carriers):
        return "judged"
    if any(is_supposed(one) for one in spell.carriers):
        return "supposed"
    first = min((one.day for one in spell.carriers), default=asof)
    return "inferred" if first > asof else "reported"


def unique(claims: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for claim in claims if claim))
