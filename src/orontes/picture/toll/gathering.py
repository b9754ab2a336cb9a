"""Claims brought together by what they count: incidents, long periods, campaigns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from orontes.events.figures import alike
from orontes.events.groups import group_of
from orontes.events.join import join
from orontes.events.keys import place_key
from orontes.events.linking import NONE, Links
from orontes.events.sides import Sides
from orontes.model.event import Event
from orontes.model.names import PlaceName
from orontes.model.told import Told
from orontes.picture.toll.rules import days
from orontes.picture.toll.telling import begin, is_named, until

Area = str
WHOLE: Area = ""


@dataclass(slots=True)
class Campaign:
    """Running totals over one area from about one day on; ``begin`` None where none tells it."""

    area: Area
    begin: date | None
    told: list[Told] = field(default_factory=list)

    @property
    def place(self) -> PlaceName | None:
        if self.area == WHOLE:
            return None
        return next((one.claim.place for one in self.told if one.claim.place), None)


def incidents(
    told: Iterable[Told], known: datetime | None, sides: Sides, links: Links = NONE
) -> list[Event]:
    """The events in which people are counted, denials of them among the claims.

    "The toll rose to 15" is told of the incident, not of a campaign.
    """
    group = group_of("toll.killed")
    mine = [plain(one) for one in told if group_of(one.claim.kind) == group]
    return join(mine, known, sides, together(mine, links))


def together(told: Iterable[Told], links: Links) -> Links:
    """Figures that are of one incident by their words alone; what analysts say goes before.

    Those of one verb are ("37 soldiers and 20 rebels were killed"), and those that one report
    gives of one place and day on the word of different counters ("the hospital counted eight").
    """
    sets = dict(links.sets)
    firsts: dict[tuple[object, ...], list[Told]] = {}
    for one in sorted(told, key=lambda one: one.claim.id):
        claim = one.claim
        if claim.kind not in group_of(claim.kind).counting or claim.id in links.sets:
            continue
        place = place_key(claim.place) if claim.place else None
        same = firsts.setdefault((claim.doc, claim.kind, place, claim.when), [])
        fits = (first for first in same if one_verb(one, first) or rivals(one, first))
        sets[claim.id] = sets[found.claim.id] if (found := next(fits, None)) else claim.id
        same.append(one)
    shared = Counter(sets.values())
    kept = {claim: name for claim, name in sets.items() if shared[name] > 1 or claim in links.sets}
    return Links(kept, links.barred)


def one_verb(one: Told, other: Told) -> bool:
    mine, its = one.claim, other.claim
    return (mine.quote, mine.predicate) == (its.quote, its.predicate)


def rivals(one: Told, other: Told) -> bool:
    mine, its = one.claim.count, other.claim.count
    dated = one.claim.when is not None and one.claim.when.precision == "day"
    apart = {actor.name for actor in one.claim.said_by} != {a.name for a in other.claim.said_by}
    return bool(dated and one.claim.place and apart and mine and its and alike(mine, its))


def plain(one: Told) -> Told:
    count = one.claim.count
    if count is None or not count.cumulative:
        return one
    return replace(one, claim=replace(one.claim, count=replace(count, cumulative=False)))


def home(told: Iterable[Told]) -> str | None:
    """The country of which the claims tell most."""
    seen = Counter(one.claim.place.country for one in told if one.claim.place)
    seen.pop(None, None)
    return min(seen, key=lambda country: (-seen[country], str(country)), default=None)


def area(one: Told, country: str | None) -> Area:
    """The place that the sentence names; the whole war where it names none, or the country."""
    place = one.claim.origin or one.claim.destination or one.claim.place
    named = place is not None and (place is not one.claim.place or is_named(one.claim))
    if place is None or not named or (place.kind == "country" and place.country == country):
        return WHOLE
    return place_key(place)


def campaigns(told: Sequence[Told], country: str | None) -> list[Campaign]:
    """Totals of one area whose first days lie close; without a first day, of the one most told of.

    The order in which they are told changes nothing.
    """
    areas: defaultdict[Area, list[Told]] = defaultdict(list)
    for one in told:
        areas[area(one, country)].append(one)
    return [found for key in sorted(areas) for found in of_area(key, areas[key])]


def of_area(key: Area, told: Sequence[Told]) -> list[Campaign]:
    dated = [(first, one) for one in told if (first := begin(one))]
    found: list[Campaign] = []
    for first, one in sorted(dated, key=lambda pair: (pair[0], pair[1].claim.id)):
        near = found[-1].begin if found else None
        if near is None or first - near > timedelta(days("begin")):
            found.append(Campaign(key, first))
        found[-1].told.append(one)
    open_ended = [one for one in told if begin(one) is None]
    sizes = {id(each): len(each.told) for each in found}
    lost = Campaign(key, None)
    for one in sorted(open_ended, key=lambda one: one.claim.id):
        fits = [each for each in found if begun_before(each, one)]
        home_ = max(fits, key=lambda each: (sizes[id(each)], each.begin or date.min), default=lost)
        home_.told.append(one)
    return [*found, *([lost] if lost.told else [])]


def begun_before(campaign: Campaign, one: Told) -> bool:
    day = until(one)
    return campaign.begin is None or day is None or campaign.begin <= day
