"""A made war of any size, seeded: places that change hands, and what reports claim of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.report import Report, Source
from orontes.model.rows import claim_id, digest
from orontes.model.when import When
from orontes.places.gazetteer import Gazetteer

BOX = (29.0, 33.0, 42.0, 49.0)
FIRST, DAYS = date(2023, 1, 1), 730
PER_REPORT = 8
COPIED = 0.08
SIDES = ("syr-army", "hts", "sdf", "isis")
KINDS = {
    "territory.hold": ("held", 12),
    "territory.capture": ("captured", 10),
    "battle.clash": ("fought", 9),
    "territory.withdraw": ("left", 4),
    "territory.advance": ("advanced on", 3),
    "territory.contest": ("contested", 2),
    "strike.air": ("bombed", 15),
    "strike.shelling": ("shelled", 15),
    "toll.killed": ("killed people in", 15),
    "movement.flee": ("drove people from", 8),
    "statement.call": ("called for calm in", 7),
}
CROWD = (10, 0.8)
"""Claims of the place of a rank: (rank + 10) to the power of -0.8."""
Read = tuple[Report, list[Claim]]


@dataclass(frozen=True, slots=True)
class Town:
    place: PlaceName
    turns: tuple[tuple[int, str], ...]

    def holder(self, day: int) -> str:
        return [side for first, side in self.turns if first <= day][-1]


def towns(number: int, seed: int = 0) -> list[Town]:
    """The largest settlements of a part of the Middle East; each changes hands up to 3 times."""
    rng = random.Random(seed)
    found = Gazetteer.open().within(BOX, 0)[:number]
    rng.shuffle(found)
    return [
        Town(
            PlaceName(one.name, one.id, one.lat, one.lon, "settlement", one.country),
            tuple(
                (day, rng.choice(SIDES))
                for day in [0, *sorted(rng.sample(range(1, DAYS), rng.randint(0, 3)))]
            ),
        )
        for one in found
    ]


def reports(claims: int, places: int, seed: int = 0) -> Iterator[Read]:
    """Reports with their claims, in order of publication; about ``claims`` claims in all."""
    rng, known = random.Random(seed), towns(places, seed)
    weights = [(rank + CROWD[0]) ** -CROWD[1] for rank in range(len(known))]
    number = claims // PER_REPORT
    last: Read | None = None
    for count in range(number):
        day = count * DAYS // number
        if last and rng.random() < COPIED:
            yield copied(last, count, day)
            continue
        told = rng.choices(known, weights, k=PER_REPORT)
        last = written(rng, told, count, day)
        yield last


def written(rng: random.Random, told: list[Town], count: int, day: int) -> Read:
    """Most is told within three days; a tenth of the reports comes up to ten weeks late."""
    late = rng.randint(10, 70) if rng.random() < 0.1 else rng.randint(0, 2)
    source = source_of(count, day, f"Outlet {rng.randint(1, 60)}")
    text, claims = "", []
    for town in told:
        claim = claimed(rng, town, max(0, day - late), source.id, len(text))
        claims.append(claim)
        text += claim.quote + " "
    return Report(source, text), claims


def source_of(count: int, day: int, publisher: str) -> Source:
    moment = datetime.combine(FIRST, datetime.min.time(), UTC) + timedelta(day, 60 * (count % 1440))
    published = moment.isoformat(timespec="minutes")
    return Source(digest(count, publisher, prefix="r_"), None, publisher, None, published)


def claimed(rng: random.Random, town: Town, day: int, doc: str, start: int) -> Claim:
    kind = rng.choices(list(KINDS), [share for _, share in KINDS.values()])[0]
    verb, holder = KINDS[kind][0], town.holder(day)
    foe = rng.choice([side for side in SIDES if side != holder])
    attacked = kind != "territory.hold" and rng.random() < 0.3
    actor, target = (foe, holder) if attacked else (holder, foe)
    on = FIRST + timedelta(day)
    quote = f"On {on:%d %B %Y} {actor} {verb} {town.place.name}, once of {target}."
    at, voice = start + quote.index(verb), rng.choice((actor, "sohr"))
    claim = Claim(
        doc=doc,
        kind=kind,
        start=start,
        end=start + len(quote),
        quote=quote,
        predicate=(at, at + len(verb)),
        actor=(ActorName(actor, actor),),
        target=(ActorName(target, target),) if rng.random() < 0.5 else (),
        place=town.place,
        when=None if rng.random() < 0.2 else When.on(on),
        count=Count(rng.randint(1, 40), None) if kind in ("toll.killed", "movement.flee") else None,
        said_by=(ActorName(voice, voice),) if rng.random() < 0.3 else (),
        stance="denied" if rng.random() < 0.04 else "asserted",
        confidence=round(rng.uniform(0.6, 0.99), 3),
        reader="made",
    )
    return named(claim)


def named(claim: Claim) -> Claim:
    return replace(claim, id=claim_id(claim))


def copied(read: Read, count: int, day: int) -> Read:
    """The same text and claims in another outlet."""
    report, claims = read
    source = source_of(count, day, f"Copyist {count % 7}")
    return Report(source, report.text), [named(replace(one, doc=source.id)) for one in claims]
