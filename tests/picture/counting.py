"""Counts of people in one line, for the tests of tolls; the registry is the real one."""

from dataclasses import replace

from telling import told

from orontes.actors.registry import Registry
from orontes.model.count import Count
from orontes.model.rows import digest
from orontes.model.told import Told
from orontes.model.toll import Bounds, Toll
from orontes.picture.toll import toll

ACTORS = Registry.load()
FIGHTING = told("capture", "Aleppo", "syr-opposition", "syr-gov", on="11-30", published="11-30")


def counted(
    number: int | tuple[int | None, int | None] | None,
    place: object = "Idlib",
    on: str | None = "12-02",
    *,
    qualifier: str | None = None,
    groups: dict[str, int] | None = None,
    measure: str | None = None,
    kind: str = "killed",
    **more: object,
) -> Told:
    """A claim that so many people were killed; ``groups`` are parts of them."""
    more.setdefault("published", on or "12-02")
    more.setdefault("report", f"{more.get('said_by')} {number}")
    given = told(kind, place, on=on, killed=number, **more)
    low, high = (number, number) if isinstance(number, int) or number is None else number
    running = bool(given.claim.count and given.claim.count.cumulative)
    count = Count(low, high, qualifier, "people", measure, tuple((groups or {}).items()), running)
    if number is None and qualifier is None:
        count = None
    made = digest(given.claim.id, qualifier, groups, measure, prefix="c_")
    return replace(given, claim=replace(given.claim, count=count, id=made))


def running(number: object, on: str, *, begin: str = "11-27", **more: object) -> Told:
    """A total since 27 November, told on a day."""
    words = more.pop("words", f"{number} people have been killed since then")
    return counted(
        number, more.pop("place", None), begin, to=on, published=on, cumulative=True,
        words=words, **more,
    )  # fmt: skip


def tolls(*claims: Told, **more: object) -> list[Toll]:
    return toll([FIGHTING, *claims], registry=ACTORS, **more)


def one(*claims: Told, **more: object) -> Toll:
    (found,) = tolls(*claims, **more)
    return found


def killed(found: Toll) -> tuple[int, int, int | None]:
    assert found.killed is not None
    return ends(found.killed.whole)


def civilians(found: Toll) -> tuple[int, int, int | None] | None:
    assert found.killed is not None
    return ends(found.killed.civilians) if found.killed.civilians else None


def ends(bounds: Bounds) -> tuple[int, int, int | None]:
    return bounds.low, bounds.best, bounds.high
