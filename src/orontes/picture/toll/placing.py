"""How much of a running total the incidents of its place and time tell of."""

from collections.abc import Sequence
from dataclasses import replace

from orontes.events.keys import place_key
from orontes.model.toll import Placed, Toll
from orontes.picture.toll.bounds import added

EXCEEDED = "incidents exceed the total"


def place_incidents(found: Sequence[Toll]) -> list[Toll]:
    """Totals checked against incidents, never added to them; the rest is in no incident."""
    events = [one for one in found if one.scope == "incident" and one.grade != "discounted"]
    return [one if one.scope == "incident" else checked(one, events) for one in found]


def checked(total: Toll, events: Sequence[Toll]) -> Toll:
    if total.killed is None:
        return total
    mine = [one for one in events if one.killed and is_within(one, total)]
    told = added(one.killed.whole for one in mine if one.killed)
    whole = total.killed.whole
    over = whole.high is not None and told.best > whole.high
    return replace(
        total,
        placed=Placed(len(mine), told, whole.best - told.best),
        flags=tuple(sorted({*total.flags, *([EXCEEDED] if over else [])})),
    )


def is_within(one: Toll, total: Toll) -> bool:
    if one.when is None or total.when is None or one.when.latest is None:
        return False
    first, last = total.when.earliest, total.when.latest
    if (first and one.when.latest < first) or (last and one.when.latest > last):
        return False
    if total.place is None:
        return True
    if one.place is None:
        return False
    if total.place.kind == "country":
        return one.place.country == total.place.country
    return place_key(one.place) == place_key(total.place)
