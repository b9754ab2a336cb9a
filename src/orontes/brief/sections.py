"""Each section of the brief from the view."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from orontes.brief import acts
from orontes.brief.brief import HolderRow, Sentence
from orontes.brief.wording import (
    actors,
    bounds,
    capital,
    day,
    listed,
    number,
    sources,
    span,
    words,
)
from orontes.model.event import Event
from orontes.model.picture import Control, Route
from orontes.picture.view import View

FIGHTING = ("battle.", "strike.", "civilians.", "weapons.", "protest.", "force.surrender")


MOST = 12
WORTH_A_SUMMARY = 100
CLAIMS_A_SENTENCE = 8
UNKNOWN = "unknown"


def claims(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))[:CLAIMS_A_SENTENCE]


def rest(sentences: list[Sentence], total: int, what: str) -> list[Sentence]:
    """The first ones, then how many are left out."""
    if total > MOST:
        left = Sentence(f"And {number(total - MOST)} more {what}, in the case file.", ())
        return [*sentences[:MOST], left]
    return sentences


def summary(view: View) -> list[Sentence]:
    found = [*holders(view), *latest_changes(view)]
    disputed = [spell for spell in view.control if spell.contested and spell.holder != UNKNOWN]
    if disputed:
        names = listed([spell.place for spell in disputed], 6)
        ids = claims(c for spell in disputed for c in (*spell.claims, *spell.against))
        found.append(Sentence(f"Disputed or fought over: {names}.", ids))
    standing = [row for row in view.toll if not row.superseded]
    for rows in (standing, view.displaced):
        counted = [row for row in rows if row.count and (row.count.low or 0) >= WORTH_A_SUMMARY]
        best = max(counted, key=lambda row: (row.count.low or 0) if row.count else 0, default=None)
        if best and best.count:
            what = words("counts")[best.kind]
            text = f"{capital(bounds(best.count))} {what}{span(best.when)}"
            found.append(Sentence(f"{text}, according to {best.counted_by}.", claims(best.claims)))
    return found


def holders(view: View) -> list[Sentence]:
    by_holder: dict[str, list[Control]] = defaultdict(list)
    for spell in view.control:
        if spell.holder != UNKNOWN and spell.country:
            by_holder[spell.holder_name].append(spell)
    found = []
    for holder in sorted(by_holder, key=lambda name: (-len(by_holder[name]), name))[:5]:
        spells = sorted(by_holder[holder], key=lambda s: (-len(s.claims), s.place))
        text = f"Reported as held by {holder}: {listed([s.place for s in spells], 7)}."
        found.append(Sentence(text, claims(c for s in spells for c in s.claims[-1:])))
    return found


def latest_changes(view: View) -> list[Sentence]:
    changes = [change for change in view.changes if change.day]
    if not changes:
        return []
    newest = [change for change in changes if change.day == changes[0].day]
    by_after: dict[str, list[str]] = defaultdict(list)
    for change in newest:
        by_after[change.after].append(change.place)
    return [
        Sentence(
            f"The latest change told of: {listed(by_after[after])} passed to {after} on"
            f" {day(changes[0].day)}.",
            claims(c for change in newest if change.after == after for c in change.claims),
        )
        for after in sorted(by_after)
    ]


def holder_rows(view: View) -> list[HolderRow]:
    shown = sorted(
        view.control, key=lambda s: (s.holder == UNKNOWN, s.holder_name, s.place.casefold())
    )
    return [
        HolderRow(
            place=spell.place,
            holder=spell.holder_name,
            since=day(spell.since) if spell.since else "not told",
            sure="–" if spell.holder == UNKNOWN else f"{spell.probability:.0%}",
            contested=spell.contested,
            why=spell.why,
            claims=claims((*spell.claims, *spell.against)),
        )
        for spell in shown
    ]


def changes(view: View) -> list[Sentence]:
    found = []
    for change in view.changes:
        before = f" from {change.before}" if change.before and change.before != UNKNOWN else ""
        text = f"{change.place} passed{before} to {change.after} on {day(change.day)}."
        found.append(Sentence(text, claims(change.claims)))
    return rest(found, len(found), "changes")


def fighting(view: View) -> list[Sentence]:
    """By place, the places with the latest fighting first."""
    by_place: dict[str, list[Event]] = defaultdict(list)
    for event in view.events:
        if event.kind.startswith(FIGHTING) and event.place:
            by_place[event.place.id or event.place.name].append(event)
    groups = sorted(
        by_place.values(), key=lambda group: (-last_day(group), -len(group), group[0].id)
    )
    return rest([place_sentence(group) for group in groups], len(groups), "places with fighting")


def last_day(group: Sequence[Event]) -> int:
    days = [e.when.latest.toordinal() for e in group if e.when and e.when.latest]
    return max(days, default=0)


def place_sentence(group: Sequence[Event]) -> Sentence:
    newest = max(group, key=lambda e: (last_day([e]), e.sources, e.id))
    text = f"{capital(acts.of_event(newest))}{span(newest.when)} ({sources(newest.sources)})"
    if len(group) > 1:
        kinds = sorted({words_of(event.kind) for event in group})
        name = newest.place.name if newest.place else "the place"
        text += f"; {number(len(group))} events at {name} in all: {listed(kinds, 5)}"
    return Sentence(f"{text}.", claims([*newest.claims, *(c for e in group for c in e.claims[:1])]))


def words_of(kind: str) -> str:
    return kind.split(".")[1] if not kind.startswith("strike.air") else "air strike"


def routes(view: View) -> list[Sentence]:
    found = [route_sentence(route) for route in view.routes]
    return rest(found, len(found), "reports of routes")


def route_sentence(route: Route) -> Sentence:
    names = listed([place.name for place in route.places], 4) or "a place that is not named"
    between = "between" if len(route.places) > 1 else "at or to"
    who = actors(route.actor, 2)
    active, passive = words("routes")[route.state], words("routes_passive")[route.state]
    text = (active if who else passive).format(actor=who, place=f"{between} {names}", name=names)
    if route.sides:
        text += f" on {number(route.sides)} sides"
    return Sentence(f"{capital(text)}{span(route.when)}.", claims(route.claims))


def people(view: View) -> list[Sentence]:
    found = []
    for toll in view.toll:
        if not toll.superseded:
            where = f" at {toll.place.name}" if toll.place and not toll.count.cumulative else ""
            total = " in all so far" if toll.count.cumulative else ""
            text = (
                f"{bounds(toll.count)} {words('counts')[toll.kind]}{total}{where}{span(toll.when)}"
            )
            found.append((toll.count.low or 0, text, toll.counted_by, toll.claims))
    for moved in view.displaced:
        if moved.count:
            where = f" from {moved.origin.name}" if moved.origin else ""
            text = f"{bounds(moved.count)} {words('counts')[moved.kind]}{where}{span(moved.when)}"
            found.append((moved.count.low or 0, text, moved.counted_by, moved.claims))
    found.sort(key=lambda item: -item[0])
    sentences = [
        Sentence(f"{capital(text)}, according to {who}.", claims(ids))
        for _, text, who, ids in found
    ]
    return rest(sentences, len(sentences), "counts")


def disputed(view: View) -> list[Sentence]:
    found = [
        Sentence(f"{spell.place}: {spell.why}", claims((*spell.claims[-4:], *spell.against)))
        for spell in view.control
        if spell.against or (spell.contested and spell.holder != UNKNOWN)
    ]
    for event in view.events:
        if event.denied_by:
            text = f"{capital(acts.of_event(event))}{span(event.when)}: told by"
            text += f" {sources(event.sources)}, denied by others."
            found.append(Sentence(text, claims((*event.claims[:4], *event.denied_by))))
    return rest(found, len(found), "disputes")
