"""Who holds a place, set by hand: a claim of the analyst, known when it was made."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from orontes.actors.registry import Registry
from orontes.case.supposing import holder_of, place_of
from orontes.errors import WrongCall
from orontes.model.claim import Claim, Stance
from orontes.model.judgement import BY_HAND, Anchor, Judgement
from orontes.model.names import ActorName, PlaceName
from orontes.model.picture import Control
from orontes.model.report import Report, Source
from orontes.model.rows import claim_id, instant, place_row
from orontes.model.rows import place_of as place_in
from orontes.model.told import Told
from orontes.model.when import When
from orontes.picture.standing import name_of
from orontes.picture.words import in_words
from orontes.reports.identity import report_id
from orontes.vocabulary.load import table, version

Read = tuple[Report, Sequence[Claim]]


def changes(
    place: str,
    holder: str,
    since: date,
    until: date | None,
    told: Sequence[Told],
    initial: Sequence[Control],
    registry: Registry,
) -> tuple[tuple[str, str], ...]:
    """Place, holder and days as a judgement keeps them. Raises WrongCall for unknown names."""
    if until and until <= since:
        raise WrongCall(f"--until {until} is not later than --since {since}; it is the first day")
    spot = place_row(place_of(place, told, initial))
    side = holder_of(holder, told, initial, registry, since)
    identity = None if side.startswith("name:") else side
    actor = {"id": identity, "name": name_of(side, registry)}
    days = [("since", since.isoformat())] + ([("until", until.isoformat())] if until else [])
    return tuple((slot, json.dumps(value)) for slot, value in [
        ("place", spot), ("holder", actor), *days
    ])  # fmt: skip


def made(values: Sequence[tuple[str, str]], why: str, user: str, at: datetime) -> Judgement:
    """The judgement of the claim that it makes; it is a claim like any other."""
    _, claims = given(dict(values), why, user, at)
    anchors = tuple(Anchor(claim) for claim in claims)
    return Judgement(claims[0].id, "control", why, user, at, tuple(values), anchors)


def given_by(judgement: Judgement) -> Read:
    """The report and the claims of a control set by hand, the same in every case."""
    return given(dict(judgement.changes), judgement.why, judgement.user, judgement.made)


def given(values: dict[str, str], why: str, user: str, at: datetime) -> Read:
    slots = {slot: json.loads(value) for slot, value in values.items()}
    place, holder = (
        place_in(slots["place"]),
        ActorName(slots["holder"]["name"], slots["holder"]["id"]),
    )
    assert place is not None
    rules = table("judging")
    names = {"place": place.name, "holder": holder.name, "user": user, "why": why.rstrip(".")}
    days: dict[str, date] = {
        slot: date.fromisoformat(slots[slot]) for slot in ("since", "until") if slot in slots
    }
    told = {slot: in_words(day) for slot, day in days.items()}
    parts = [rules["says"][name].format(**names, **told) for name in sentences(days)]
    text, published = " ".join(parts), instant(at)
    publisher, title = rules["publisher"], rules["title"].format(user=user)
    identity = report_id(text, publisher, None, published)
    source = Source(
        identity, title, publisher, published=published, language="en", origin=publisher
    )
    claims: list[Claim] = []
    for name, day in zip(sentences(days), days.values(), strict=True):
        start = len(parts[0]) + 1 if claims else 0
        words = rules["says"][f"{name}_words"]
        claims.append(claim(identity, parts[len(claims)], start, words, place, holder, day, user))
    return Report(source, text), claims


def sentences(days: dict[str, date]) -> list[str]:
    return ["held", "left"][: len(days)]


def claim(
    report: str,
    quote: str,
    start: int,
    words: str,
    place: PlaceName,
    holder: ActorName,
    day: date,
    user: str,
) -> Claim:
    """The second sentence, which has a start, denies that the holder still holds the place."""
    stance: Stance = "denied" if start else "attributed"
    at = start + quote.index(words)
    bare = Claim(
        doc=report,
        kind="territory.hold",
        start=start,
        end=start + len(quote),
        quote=quote,
        predicate=(at, at + len(words)),
        actor=(holder,),
        place=place,
        when=When.on(day),
        said_by=(ActorName(user),),
        stance=stance,
        reader=BY_HAND,
        vocabulary=version(),
    )
    return with_id(bare)


def with_id(bare: Claim) -> Claim:
    return replace(bare, id=claim_id(bare))
