"""A picture by hand: 25 places of Syria on 6 December 2024, as invented outlets tell of them."""

from datetime import UTC, date, datetime

import pytest

from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.event import Event
from orontes.model.names import ActorName, PlaceName
from orontes.model.picture import Change, Control, Position, Route
from orontes.model.report import Source
from orontes.model.told import Told
from orontes.model.when import When
from orontes.picture.toll import displaced, toll
from orontes.picture.view import View

REBELS = ActorName("opposition forces", "opposition")
ARMY = ActorName("Syrian army", "syr-army")
FRANCE = ActorName("France", "france")
DAY = date(2024, 12, 5)
KNOWN = datetime(2024, 12, 5, 18, tzinfo=UTC)
NAMES = {
    "opposition": "Syrian opposition",
    "syr-gov": "Syrian government",
    "sdf": "Syrian Democratic Forces",
    "unknown": "unknown",
}
TOWNS = """Aleppo 36.20 37.16 opposition|Hama 35.13 36.75 opposition|Homs 34.73 36.71 syr-gov
Damascus 33.51 36.29 syr-gov|Latakia 35.52 35.79 syr-gov|Tartus 34.89 35.89 syr-gov
Idlib 35.93 36.63 opposition|Saraqib 35.86 36.80 opposition|Morek 35.38 36.69 opposition
Suran 35.29 36.74 opposition ?|Halfaya 35.26 36.60 opposition|Salamiyah 35.01 37.05 opposition
Rastan 34.92 36.73 opposition ?|Talbiseh 34.84 36.73 unknown ?|Palmyra 34.56 38.27 syr-gov
Daraa 32.62 36.10 syr-gov|Suwayda 32.71 36.57 unknown|Quneitra 33.13 35.82 syr-gov
Raqqa 35.95 39.01 sdf|Hasakah 36.50 40.74 sdf|Qamishli 37.05 41.23 sdf|Kobani 36.89 38.35 sdf
Abukamal 34.45 40.92 syr-gov|Manbij 36.53 37.95 sdf|Nubl 36.37 37.00 opposition"""
PLACES = {
    line.split()[0]: (float(line.split()[1]), float(line.split()[2]), *line.split()[3:])
    for line in TOWNS.replace("\n", "|").split("|")
}


def place(name: str) -> PlaceName:
    lat, lon = PLACES[name][:2]
    return PlaceName(name, f"gn:{name}", lat, lon, "settlement", "SY")


def told(number: int, kind: str, quote: str, **slots: object) -> Told:
    source = Source(
        id=f"r_{number}",
        title=f"Dispatch {number}",
        publisher=f"Outlet {number % 4}",
        url=f"https://example.org/{number}",
        published="2024-12-05T18:00:00Z",
    )
    claim = Claim(source.id, kind, 0, len(quote), quote, (0, 1), id=f"c_{number}", **slots)
    return Told(claim, source, source)


def spell(number: int, name: str) -> Control:
    lat, lon, holder, *mark = PLACES[name]
    return Control(
        place=name,
        place_id=f"gn:{name}",
        lat=lat,
        lon=lon,
        country="SY",
        holder=holder,
        holder_name=NAMES[holder],
        since=DAY,
        until=None,
        probability=0.6 if mark else 0.95,
        contested=bool(mark),
        basis="reported",
        last_reported=DAY,
        known_at=KNOWN,
        claims=(f"c_{number}",),
        against=("c_41",) if name == "Suran" else (),
        why=f"held by {NAMES[holder]}: 1 source.",
    )


def event(kind: str, name: str, ids: tuple[str, ...], sources: int, **slots: object) -> Event:
    given = {"actor": (), "target": (), "denied_by": (), "confidence": 0.8} | slots
    return Event(
        id=f"e_{ids[0]}",
        kind=kind,
        place=place(name),
        when=When.on(DAY),
        dated=True,
        count=None,
        claims=ids,
        sources=sources,
        first_known=KNOWN,
        last_known=KNOWN,
        **given,
    )


def claims() -> list[Told]:
    held = [
        told(number, "territory.hold", f"{name} is held by {PLACES[name][2]}.", place=place(name))
        for number, name in enumerate(PLACES, 1)
    ]
    killed = Count(700, None, "over", groups=(("civilians", 111),), cumulative=True)
    fled = Count(200, 999, "hundreds")
    tells = "Clashes go on at Homs.|The army denies clashes at Homs.|The army shelled Suran."
    tells += "|Rebels may take Homs.|The way to Damascus is at risk.|The road was cut."
    tells += "|Over 700 people were killed.|Hundreds fled.|France condemned it.|They hold Suran."
    slots: list[tuple[str, dict[str, object]]] = [
        ("battle.clash", {"place": place("Homs")}),
        ("battle.clash", {"place": place("Homs"), "stance": "denied", "said_by": (ARMY,)}),
        ("strike.shelling", {"place": place("Suran"), "actor": (ARMY,), "said_by": (ARMY,)}),
        ("territory.capture", {"place": place("Homs"), "actor": (REBELS,), "stance": "possible"}),
        ("route.threaten", {"route": (place("Homs"), place("Damascus"))}),
        ("route.cut", {"route": (place("Aleppo"), place("Damascus")), "actor": (REBELS,)}),
        ("toll.killed", {"count": killed}),
        ("movement.flee", {"count": fled}),
        ("statement.condemn", {"actor": (FRANCE,), "about": "the attack"}),
        ("territory.hold", {"place": place("Suran"), "actor": (ARMY,)}),
    ]
    more = zip(tells.split("|"), slots, strict=True)
    return held + [
        told(32 + i, kind, text, **given) for i, (text, (kind, given)) in enumerate(more)
    ]


@pytest.fixture(scope="session")
def sample() -> View:
    all_told = claims()
    return View(
        at=date(2024, 12, 6),
        known=datetime(2024, 12, 6, 12, tzinfo=UTC),
        told=all_told,
        events=[
            event("battle.clash", "Homs", ("c_32",), 2, denied_by=("c_33",)),
            event("strike.shelling", "Suran", ("c_34",), 1, actor=(ARMY,)),
        ],
        control=[spell(number, name) for number, name in enumerate(PLACES, 1)],
        changes=[
            Change(name, f"gn:{name}", DAY, "Syrian government", "Syrian opposition", KNOWN, ids)
            for name, ids in (("Hama", ("c_2",)), ("Salamiyah", ("c_12",)))
        ],
        toll=toll(all_told),
        displaced=displaced(all_told),
        routes=[
            Route(
                "cut",
                (place("Aleppo"), place("Damascus")),
                (REBELS,),
                (),
                None,
                None,
                KNOWN,
                ("c_37",),
            ),
        ],
        positions=[Position(FRANCE, "statement.condemn", (), "the attack", None, KNOWN, ("c_40",))],
        undated=0,
    )
