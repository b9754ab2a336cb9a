"""Control, fighting and disputes: each section of the brief from the view."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from orontes.brief import acts
from orontes.brief.brief import HolderRow, Level, Sentence
from orontes.brief.voices import Index, by_id, hedge, level
from orontes.brief.wording import (
    capital,
    day,
    listed,
    number,
    span,
    the,
    words,
)
from orontes.events.keys import place_key
from orontes.model.event import Event
from orontes.model.picture import Change, Control
from orontes.picture.view import View

FIGHTING = ("battle.", "strike.", "civilians.", "weapons.", "protest.", "force.surrender")
MOST = 12
MOST_ROWS = 80
DOUBT_BELOW = 0.8
UNKNOWN = "unknown"


def claims(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def first(sentences: Sequence[Sentence], one: str, more: str, most: int = MOST) -> list[Sentence]:
    """The first ones, then how many are left out, with their claims."""
    shown, left = list(sentences[:most]), sentences[most:]
    if left:
        ids = claims(claim for sentence in left for claim in sentence.claims)
        what = one if len(left) == 1 else more
        text = f"And {number(len(left))} more {what}, in the case file."
        shown.append(Sentence(text, ids, shown=0))
    return shown


def certainty(spell: Control) -> Level:
    if spell.contested or spell.against:
        return "disputed"
    return "doubtful" if spell.probability < DOUBT_BELOW else "plain"


def holder_rows(view: View) -> list[HolderRow]:
    """The places most told of, by holder; those whose holder is unknown last."""
    told_of = sorted(view.control, key=lambda s: (s.holder == UNKNOWN, *by_weight(s)))
    shown = sorted(
        told_of[:MOST_ROWS],
        key=lambda s: (s.holder == UNKNOWN, s.holder_name, s.place.casefold(), s.place_id),
    )
    return [
        HolderRow(
            place=spell.place,
            holder=spell.holder_name,
            since=day(spell.since) if spell.since else "not told",
            sure=sure(spell),
            contested=spell.contested,
            why=spell.why,
            claims=claims((*reversed(spell.claims), *spell.against)),
        )
        for spell in shown
    ]


def sure(spell: Control) -> str:
    if spell.basis == "supposed":
        return spell.basis
    return "–" if spell.holder == UNKNOWN else f"{spell.probability:.0%}"


def by_weight(spell: Control) -> tuple[int, int, str, str]:
    last = spell.last_reported.toordinal() if spell.last_reported else 0
    return -len(spell.claims) - len(spell.against), -last, spell.place, spell.place_id


def unlisted(view: View) -> list[Sentence]:
    """What the table of control leaves out."""
    left = sorted(view.control, key=lambda s: (s.holder == UNKNOWN, *by_weight(s)))[MOST_ROWS:]
    if not left:
        return []
    ids = claims(c for spell in left for c in (*spell.claims, *spell.against))
    places = "place" if len(left) == 1 else "places"
    return [Sentence(f"And {number(len(left))} more {places}, in the case file.", ids, shown=0)]


def changes(view: View) -> list[Sentence]:
    """Places that passed alike on one day, in one sentence; the newest first."""
    groups: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in view.changes:
        groups[change.day, change.before, change.after, change.supposed].append(change)
    found = [change_sentence(group) for group in groups.values()]
    return [*unlisted(view), *first(found, "change", "changes")]


def change_sentence(group: Sequence[Change]) -> Sentence:
    one = group[0]
    before = f" from {the(one.before)}" if one.before and one.before != UNKNOWN else ""
    places = listed([change.place for change in group], 12)
    on = f"on {day(one.day)}" if one.day else "on a day that is not told"
    text = f"{places} passed{before} to {the(one.after)} {on}."
    ids = claims(c for change in group for c in change.claims)
    return Sentence(text, ids, "supposed" if one.supposed else "plain")


def fighting(view: View) -> list[Sentence]:
    """By place, the places with the latest fighting first."""
    by_place: dict[str, list[Event]] = defaultdict(list)
    for event in view.events:
        if event.kind.startswith(FIGHTING):
            by_place[place_key(event.place) if event.place else ""].append(event)
    groups = sorted(
        by_place.items(), key=lambda item: (not item[0], -last_day(item[1]), -len(item[1]), item[0])
    )
    index = by_id(view)
    found = [place_sentence(group, index) for _, group in groups]
    return first(found, "place with fighting", "places with fighting")


def last_day(group: Sequence[Event]) -> int:
    days = [e.when.latest.toordinal() for e in group if e.when and e.when.latest]
    return max(days, default=0)


def place_sentence(group: Sequence[Event], index: Index) -> Sentence:
    newest = max(group, key=lambda e: (last_day([e]), e.sources, e.id))
    text = f"{capital(acts.of_event(newest))}{span(newest.when)} ({hedge(newest, index)})"
    if len(group) > 1:
        named = words("sorts")
        kinds = sorted({named.get(event.kind, event.kind.split(".")[1]) for event in group})
        where = f"at {newest.place.name}" if newest.place else "without a named place"
        text += f"; {number(len(group))} events {where} in all: {listed(kinds, 6)}"
    rest = (c for event in group for c in (*event.claims, *event.denied_by))
    ids = claims([*newest.claims, *newest.denied_by, *rest])
    return Sentence(f"{text}.", ids, level(newest, index))


def disputed(view: View) -> list[Sentence]:
    found = [
        Sentence(
            f"{spell.place}: {spell.why}",
            claims((*spell.against, *reversed(spell.claims))),
            "disputed",
        )
        for spell in sorted(view.control, key=by_weight)
        if spell.against or (spell.contested and spell.holder != UNKNOWN)
    ]
    index = by_id(view)
    for event in view.events:
        if event.denied_by:
            text = f"{capital(acts.of_event(event))}{span(event.when)}: {hedge(event, index)}."
            found.append(Sentence(text, claims((*event.denied_by, *event.claims)), "disputed"))
    return first(found, "dispute", "disputes")
