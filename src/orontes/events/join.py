"""Claims of one happening brought together; none is lost, none overwritten."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from orontes.events.cluster import Cluster, Piece, exactness
from orontes.events.groups import Group, group_of, makes_event, may_deny
from orontes.events.keys import place_key, where
from orontes.events.known import known_by, length
from orontes.events.merge import event_of
from orontes.events.sides import Sides, Unsided
from orontes.model.claim import Claim
from orontes.model.event import Event
from orontes.model.told import Told
from orontes.model.when import When

INDEXED = 62
Bucket = tuple[object, ...]


def join(
    told: Iterable[Told], known: datetime | None = None, registry: Sides | None = None
) -> list[Event]:
    """The events that the claims known by then tell of, by day, then by first report.

    Two claims are one event if their kinds go together, the place is the same, the sides agree or
    are not told, and their days overlap (vocabulary/joining.toml says with how much slack).
    """
    sides = registry or Unsided()
    buckets: defaultdict[Bucket, list[Told]] = defaultdict(list)
    for one in known_by(told, known):
        if makes_event(one) or may_deny(one):
            buckets[bucket_of(one)].append(one)
    events = [
        event_of(cluster, sides)
        for bucket in buckets.values()
        for cluster in clusters(bucket, sides)
    ]
    return sorted(events, key=chronological)


def clusters(bucket: Sequence[Told], sides: Sides) -> list[Cluster]:
    """The events of one bucket, with the denials that speak against them."""
    group = group_of(bucket[0].claim.kind)
    pieces = [Piece.of(one, group, sides) for one in bucket]
    index = Days()
    twins = retold(piece for piece in pieces if makes_event(piece.told))
    for same in sorted(twins, key=lambda same: exactness(same[0])):
        cluster = fitting(same[0], group, index)
        for piece in same if cluster else same[1:]:
            (cluster or index.clusters[-1]).add(piece)
    for piece in (p for p in pieces if may_deny(p.told)):
        for cluster in index.near(piece, group):
            if cluster.fits(piece):
                cluster.denied.append(piece.told)
    return index.clusters


def fitting(piece: Piece, group: Group, index: "Days") -> Cluster | None:
    """The nearest event that a claim may belong to; where there is none, it founds one."""
    found = [cluster for cluster in index.near(piece, group) if cluster.fits(piece)]
    if not found:
        index.add(Cluster.start(piece, group))
    return min(found, key=lambda cluster: cluster.distance(piece), default=None)


def retold(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Claims that say the same in one report or its copies, together, so that no copy weighs."""
    found: dict[object, list[Piece]] = {}
    for piece in pieces:
        root, claim = piece.told.root, piece.told.claim
        same = (root.id, claim.kind, claim.actor, claim.target, where(claim), claim.when)
        found.setdefault((*same, claim.count, claim.said_by, claim.about), []).append(piece)
    return list(found.values())


class Days:
    """Clusters by the days that they cover, so that a claim meets only its neighbours."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_day: defaultdict[date, list[int]] = defaultdict(list)
        self._long: list[int] = []

    def add(self, cluster: Cluster) -> None:
        number = len(self.clusters)
        self.clusters.append(cluster)
        if cluster.when is None or length(cluster.when) > INDEXED:
            self._long.append(number)
            return
        for day in days_in(cluster.when):
            self._by_day[day].append(number)

    def near(self, piece: Piece, group: Group) -> list[Cluster]:
        when = piece.when
        if when is None or length(when) > INDEXED:
            return self.clusters
        numbers = set(self._long)
        for day in days_in(when, group.apart):
            numbers.update(self._by_day.get(day, ()))
        return [self.clusters[number] for number in sorted(numbers)]


def days_in(when: When, slack: int = 0) -> list[date]:
    assert when.earliest
    first = when.earliest - timedelta(slack)
    return [first + timedelta(n) for n in range(length(when) + 2 * slack)]


def bucket_of(told: Told) -> Bucket:
    """Claims of different buckets are never one event."""
    claim, group = told.claim, group_of(told.claim.kind)
    place = where(claim)
    if group.by == "actor":
        return group.name, actors_key(claim) or told.root.id
    if place is not None:
        return group.name, place_key(place)
    count = claim.count and (claim.count.low, claim.count.high, claim.count.cumulative)
    return group.name, count, ";".join(sorted(told.voices)), actors_key(claim)


def actors_key(claim: Claim) -> str:
    return ";".join(sorted(actor.id or actor.name.casefold() for actor in claim.actor))


def chronological(event: Event) -> tuple[object, ...]:
    when = event.when
    day = (when and (when.latest or when.earliest)) or date.max
    return day, (when and when.earliest) or date.min, event.kind, event.id
