"""Small reports told in one line, for the tests of events and picture."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.report import Source
from orontes.model.rows import claim_id, digest
from orontes.model.told import Told
from orontes.model.when import When

SHORT = {
    "capture": "territory.capture",
    "handover": "territory.handover",
    "withdraw": "territory.withdraw",
    "hold": "territory.hold",
    "contest": "territory.contest",
    "encircle": "territory.encircle",
    "advance": "territory.advance",
    "clash": "battle.clash",
    "killed": "toll.killed",
    "flee": "movement.flee",
    "call": "statement.call",
}
SIDE = {"hts": "opposition", "sna": "opposition", "army": "gov", "syr-gov": "gov"}
MEDIA = {"afp": "afp", "bbc": "bbc"}
NAMES = {"opposition": "opposition forces", "gov": "Syrian government", "sdf": "SDF"}


class FakeRegistry:
    """HTS and the SNA fight for the opposition, the army for the government."""

    def side(self, actor_id: str, on: date | None = None) -> str:
        return SIDE.get(actor_id, actor_id)

    def get(self, actor_id: str) -> SimpleNamespace | None:
        kind = "media" if actor_id in MEDIA.values() else "monitor" if actor_id == "sohr" else None
        return SimpleNamespace(kind=kind) if kind else None

    def find(self, name: str, countries: object = (), on: object = None) -> SimpleNamespace | None:
        known = MEDIA.get(name.casefold())
        return SimpleNamespace(id=known, name=name, kind="media", aliases=()) if known else None

    def name(self, actor_id: str) -> str:
        return NAMES.get(actor_id, actor_id)


REGISTRY = FakeRegistry()


def town(name: str, **more: object) -> PlaceName:
    return PlaceName(name, f"gn:{name.lower()}", 35.0, 36.7, "settlement", "SY", **more)


def actors(names: object) -> tuple[ActorName, ...]:
    """``?gunmen`` is a name that the registry does not know."""
    given = (names,) if isinstance(names, str) else tuple(names or ())
    return tuple(ActorName(n[1:]) if n.startswith("?") else ActorName(n, n) for n in given)


def instant(text: str) -> datetime:
    """``12-04T12:00`` of 2024, in UTC."""
    return datetime.fromisoformat(f"2024-{text}").replace(tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text if len(text) > 5 else f"2024-{text}")


def told(
    kind: str,
    place: object = None,
    by: object = None,
    of: object = None,
    on: str | None = None,
    *,
    to: str | None = None,
    published: str | None = "2024-12-05",
    outlet: str = "Wire",
    report: str = "",
    said_by: object = None,
    stance: str | None = None,
    copy_of: Told | None = None,
    killed: int | tuple[int | None, int | None] | None = None,
    cumulative: bool = False,
    words: str = "so it was",
    **more: object,
) -> Told:
    """One claim; days may leave out the year 2024."""
    if published and not published.startswith("2"):
        published = f"2024-{published}"
    source = Source(
        digest(outlet, published, report, prefix="r_"),
        publisher=outlet,
        published=published,
        copy_of=copy_of.root.id if copy_of else None,
    )
    where = town(place) if isinstance(place, str) else place
    last = day(to or on) if on else None
    when = When(day(on), last, "day" if not to else "range") if on else None
    bounds = (killed, killed) if isinstance(killed, int) else killed
    claim = Claim(
        doc=source.id,
        kind=SHORT.get(kind, kind),
        start=0,
        end=len(words),
        quote=words,
        predicate=(0, len(words)),
        actor=actors(by),
        target=actors(of),
        place=where,
        when=when,
        count=Count(*bounds, cumulative=cumulative) if bounds else None,
        said_by=actors(said_by),
        stance=stance or ("attributed" if said_by else "asserted"),
        **more,
    )
    made = digest(claim_id(claim), on, to, said_by, words, prefix="c_")
    return Told(replace(claim, id=made), source, copy_of.root if copy_of else source)
