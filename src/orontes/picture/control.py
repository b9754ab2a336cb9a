"""Who holds which place: a pure function of what is told, ``at`` and ``known``.

What one claim says is settled in :mod:`evidence`, how says are weighed in :mod:`belief`, how one
holder follows another in :mod:`spells`; all figures are in vocabulary/control.toml.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from orontes.events.known import known_by, published
from orontes.events.sides import Sides, Unsided
from orontes.model.judgement import BY_HAND
from orontes.model.picture import Basis, Control
from orontes.model.told import Told
from orontes.picture.around import Around
from orontes.picture.certainty import certainty, likely
from orontes.picture.dossier import Dossier, Unrest, day_of, rules
from orontes.picture.evidence import gather
from orontes.picture.ground import Ground
from orontes.picture.spells import UNKNOWN, Spell, on, spells, troubles
from orontes.picture.supposed import behind, is_supposed
from orontes.picture.why import why

JOINT = "joint:"


def control(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Control]:
    """Who is believed to hold each place at the end of ``at``, by what was published by ``known``.

    Without ``at`` as things stand last; without ``known`` undated reports count too. A place of
    which only fighting is told has the holder ``unknown``. ``initial`` rows are what held before
    the reports begin, and what is supposed. Sorted by place name.
    """
    sides = registry or Unsided()
    counted = known_by(told, known)
    asof = at or last_day(counted)
    dossiers = gather(counted, sides, initial, ground)
    around = Around(dossiers)
    rows = [row for d in dossiers.values() if (row := standing(d, at, asof, sides, around))]
    return sorted(rows, key=lambda row: (row.place.casefold(), row.place_id))


def history(
    told: Iterable[Told],
    place_id: str | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Control]:
    """Every spell of a place (of all places, if none is named), the earliest first."""
    sides = registry or Unsided()
    counted = known_by(told, known)
    asof = last_day(counted)
    dossiers = gather(counted, sides, initial, ground)
    around = Around(dossiers)
    rows = []
    for dossier in dossiers.values():
        if place_id in (None, dossier.key):
            made = spells(dossier, None)
            rows += [row_of(dossier, one, one.until or asof, sides, around) for one in made]
            if not made and (row := standing(dossier, None, asof, sides, around)):
                rows.append(row)
    return rows


def last_day(told: Sequence[Told]) -> date:
    """The last day told of or published on, which stands for today where no ``at`` is given."""
    days = [day for one in told if (day := day_of(one))]
    read = [one for one in told if one.claim.reader != BY_HAND]
    days += [printed[1] for one in read if (printed := published(one))]
    return max(days, default=date.min)


def standing(
    dossier: Dossier, at: date | None, asof: date, sides: Sides, around: Around | None = None
) -> Control | None:
    """How one place stands; None if nothing told by then bears on it."""
    whole = on(spells(dossier, None), at)
    now = spells(dossier, at) if at else []
    current = now[-1] if now else whole
    if current is None or (at and not now and current.since and current.since > at):
        return fought_over(dossier, asof, sides)
    if now and whole and whole.holder == current.holder:
        current = replace(current, until=whole.until)
    return row_of(dossier, current, asof, sides, around)


def fought_over(dossier: Dossier, asof: date, sides: Sides) -> Control | None:
    told = [one for one in dossier.unrest if one.day <= asof]
    if not told:
        return None
    recent = [one for one in told if one.inside and is_recent(one, asof)]
    nobody = Spell(UNKNOWN, None, None, None, (), ())
    known = [one.known for one in told if one.known]
    row = row_of(dossier, nobody, asof, sides)
    return replace(
        row,
        contested=bool(recent),
        last_reported=max((o.day for o in told if o.day > date.min), default=None),
        known_at=min(known, default=None),
        claims=unique(one.claim for one in told),
    )


def is_recent(one: Unrest, asof: date) -> bool:
    return one.day == date.min or (asof - one.day).days <= rules()["decide"]["contest_days"]


def row_of(
    dossier: Dossier, spell: Spell, asof: date, sides: Sides, around: Around | None = None
) -> Control:
    place, trouble = dossier.place, troubles(dossier, spell, asof)
    nobody = spell.holder == UNKNOWN
    against = () if nobody else (*(s.claim for s in spell.opposed), *(u.claim for u in trouble))
    carried = (*spell.carriers, *spell.opposed) if nobody else spell.carriers
    known = [one.known for one in carried if one.known]
    reports = [o for o in carried if not is_supposed(o) and o.voice_kind != BY_HAND]
    reported = [day for one in reports if (day := one.reported or one.day) > date.min]
    name = name_of(spell.holder, sides)
    return Control(
        place=place.name,
        place_id=dossier.key,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        holder=spell.holder,
        holder_name=name,
        since=None if spell.guessed else spell.since,
        until=spell.until,
        probability=probability(dossier, spell, asof, trouble, around),
        contested=bool(trouble) or is_disputed(spell, asof),
        basis=basis(spell, asof),
        last_reported=max(reported, default=None),
        known_at=min(known, default=None),
        claims=unique(one.claim for one in carried),
        against=unique(against),
        why=why(dossier, spell, trouble, lambda holder: name_of(holder, sides)),
        supposed=behind(dossier, spell, lambda holder: name_of(holder, sides)),
        kind="site" if place.facility and place.kind == "settlement" else place.kind,
    )


def name_of(holder: str, sides: Sides) -> str:
    """The holder in words; an unresolved one under the name that the report gave it."""
    if holder in (UNKNOWN, "none"):
        return holder
    if holder.startswith(JOINT):
        return " and ".join(name_of(one, sides) for one in holder.removeprefix(JOINT).split("+"))
    return holder.removeprefix("name:") if holder.startswith("name:") else sides.name(holder)


def probability(
    dossier: Dossier, spell: Spell, day: date, trouble: Sequence[Unrest], around: Around | None
) -> float:
    decide = rules()["decide"]
    if any(is_supposed(one) for one in spell.carriers):
        return float(decide["highest"])
    kinds = {one.kind for one in trouble}
    odds = certainty(dossier, spell, day, around)
    odds -= decide["contest"] * ("territory.contest" in kinds)
    odds -= decide["clash"] * ("battle.clash" in kinds)
    return likely(odds) if spell.belief else float(decide["lowest"])


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
