"""Tables for the terminal: which columns a listing shows, and how wide."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Column = tuple[str, Callable[[Row], str], str]
DAY = len("2024-12-04")
ENTERED = ("into", "name", "kind", "aliases", "parents", "backers", "countries", "from", "to")


def text(value: Any) -> str:
    return "" if value is None else str(value)


def place(row: Row) -> str:
    value = row.get("place")
    return text(value["name"]) if isinstance(value, Mapping) else text(value)


def when(row: Row) -> str:
    value = row.get("when")
    if not value:
        return ""
    first, last = value["earliest"], value["latest"]
    return text(last) if first == last else f"{first or ''}…{last or ''}"


def names(key: str) -> Callable[[Row], str]:
    def of(row: Row) -> str:
        value = row.get(key)
        if isinstance(value, Mapping):
            return text(value["name"])
        return ", ".join(item["name"] for item in value or ())

    return of


def count(row: Row) -> str:
    value = row.get("count")
    if not value:
        return ""
    low, high = value["low"], value["high"]
    if low == high:
        return f"{low:,}" if low is not None else "several"
    return f"{'' if low is None else f'{low:,}'}–{'' if high is None else f'{high:,}'}"


def bounds(*keys: str) -> Callable[[Row], str]:
    """As in "12–99 (24)": low to high with the best between; an open end stays empty."""

    def of(row: Row) -> str:
        value: Any = row
        for key in keys:
            value = value[key]
        low, best, high = value["low"], value["best"], value["high"]
        if low is None or (low == high == 0):
            return ""
        if low == high:
            return f"{low:,}"
        between = f" ({best:,})" if best not in (low, high) else ""
        return f"{low:,}–{'' if high is None else f'{high:,}'}{between}"

    return of


def moved(row: Row) -> str:
    return f"{text(row['kind']).split('.')[-1]} ({row['measure']})"


def differing(row: Row) -> str:
    return ", ".join(one["slot"].rsplit(".", 1)[-1] for one in row["differences"])


def first_claim(row: Row) -> str:
    found = row.get("claims") or [""]
    more = f" +{len(found) - 1}" if len(found) > 1 else ""
    return f"{found[0][:10]}{more}"


def field(key: str) -> Callable[[Row], str]:
    return lambda row: text(row.get(key))


def ground(row: Row) -> str:
    """Why, without the holder and the day that have columns of their own."""
    why = text(row["why"])
    return why.split(": ", 1)[1] if why.startswith("held by") and ": " in why else why


def how(row: Row) -> str:
    """World, learnt, withdrawn or corrected, and what it rests on that is only supposed."""
    return "; ".join(filter(None, (text(row["how"]), text(row["why"]))))


def share(row: Row) -> str:
    sure = "" if row["holder"] == "unknown" else f"{row['probability']:.2f}"
    return f"{sure} contested".strip() if row["contested"] else sure


def sides(row: Row) -> str:
    low, high = row["sides_low"], row["sides_high"]
    return f"{row['sides']} of 4" + (f" ({low}–{high})" if low != high else "")


def hostile_share(row: Row) -> str:
    low, high = f"{row['share_low']:.0%}", f"{row['share_high']:.0%}"
    return low if low == high else f"{low}–{high}"


def to_place(row: Row) -> str:
    return text(row["places"][1]["name"]) + (" *" if row["single"] else "")


def held(ground: Row) -> str:
    """Who holds a place as told; else what it counts with."""
    told = text(ground["holder_name"]) + (", contested" if ground["contested"] else "")
    near = f" (nearest: {ground['nearest']}, {ground['nearest_holder']})"
    return told + (near if ground["nearest"] else "")


def told_of(row: Row) -> str:
    kinds = ("incidents", "curfews", "mines", "crossings", "routes")
    told = [f"{len(row[kind])} {kind}" for kind in kinds if row[kind]]
    return ", ".join([*told, *(["changes hands"] if row["changes_hands"] else [])])


def clock(published: str | None) -> str:
    """As in "2024-12-04 20:40 +03:00"; the day alone where the report prints no hour."""
    if published is None:
        return "undated"
    if len(published) <= DAY:
        return published
    zone = published[DAY + 1 :].lstrip("0123456789:.")
    utc = zone in {"", "Z", "+00:00"}
    return f"{published[:DAY]} {published[DAY + 1 : DAY + 6]} {'UTC' if utc else zone}"


def publisher(row: Row) -> str:
    return text(row["publisher"]) + (" (copy)" if row["copy_of"] else "")


def quote(row: Row) -> str:
    return "\n".join(filter(None, (text(row["quote"]), row["url"])))


def side(row: Row) -> str:
    claimed = row.get("claimed_side")
    return f"{claimed} (claimed)" if claimed else text(row["side"])


def entered(row: Row) -> str:
    """What a row about an actor tells, as in "parents: hts; from: 2024-11-27"."""
    told = {key: row[key] for key in ENTERED if row[key]}
    return "; ".join(
        f"{key}: {', '.join(value) if isinstance(value, list) else value}"
        for key, value in told.items()
    )


def moment(row: Row) -> str:
    return text(row["made"])[:16].replace("T", " ")


def counts(row: Row) -> str:
    return ", ".join(filter(None, (text(row["state"]), text(row["note"]))))


def judged(row: Row) -> str:
    """The claim's start and its sentence."""
    quotes = [one["quote"] for one in row["judged"][:1]]
    return "\n".join([text(row["claim"])[:10], *quotes])


def urgency(row: Row) -> str:
    return f"{row['urgency']:.2f} = {row['doubt']:.2f} × {row['consequence']:.2f}"


def holder(row: Row) -> str:
    """As in "Syrian opposition (Hay'at Tahrir al-Sham)"."""
    named = ", ".join(one["name"] for one in row.get("factions", ()))
    return text(row["holder_name"]) + (f" ({named})" if named else "")


def quoted(row: Row) -> str:
    """The sentence, then whom it credits, and who printed it."""
    tellers = [*(one["name"] for one in row["said_by"]), text(row["publisher"])]
    return "\n".join(filter(None, (text(row["quote"]), "— " + ", ".join(filter(None, tellers)))))


def stance(row: Row) -> str:
    turn = f", turned {row['shift']}" if row["shift"] else ""
    return f"{row['kind'].split('.')[1]} ({row['leaning']}{turn})"


COLUMNS: dict[str, Sequence[Column]] = {
    "judgements": (
        ("when", moment, "left"),
        ("by", field("user"), "left"),
        ("judgement", lambda row: f"{row['verdict']}\n{row['id'][:10]}", "left"),
        ("of", judged, "left"),
        ("why", field("why"), "left"),
        ("counts", counts, "left"),
    ),
    "review": (
        ("claim", lambda row: text(row["claim"])[:10], "left"),
        ("doubt × consequence", urgency, "left"),
        ("kind", field("kind"), "left"),
        ("would change", lambda row: "\n".join(row["would_change"]), "left"),
        ("quote", field("quote"), "left"),
    ),
    "claims": (
        ("claim", lambda row: text(row["id"])[:10], "left"),
        ("kind", field("kind"), "left"),
        ("place", place, "left"),
        ("actor", names("actor"), "left"),
        ("when", when, "left"),
        ("stance", field("stance"), "left"),
        ("quote", field("quote"), "left"),
    ),
    "events": (
        ("when", when, "left"),
        ("kind", field("kind"), "left"),
        ("place", place, "left"),
        ("actor", names("actor"), "left"),
        ("count", count, "right"),
        ("sources", field("sources"), "right"),
        ("differ in", differing, "left"),
        ("claims", first_claim, "left"),
    ),
    "control": (
        ("place", place, "left"),
        ("held by", holder, "left"),
        ("since", lambda row: text(row["from"]), "left"),
        ("sure", share, "left"),
        ("on whose word", ground, "left"),
        ("claims", first_claim, "left"),
    ),
    "history": (
        ("known since", lambda row: clock(row["published"]), "left"),
        ("says", field("says"), "left"),
        ("said by", names("said_by"), "left"),
        ("published by", publisher, "left"),
        ("quote and link", quote, "left"),
    ),
    "changes": (
        ("day", field("day"), "left"),
        ("place", place, "left"),
        ("before", field("before"), "left"),
        ("after", field("after"), "left"),
        ("how", how, "left"),
        ("claims", first_claim, "left"),
    ),
    "toll": (
        ("when", when, "left"),
        ("place", place, "left"),
        ("killed", bounds("killed"), "right"),
        ("civilians", bounds("killed", "civilians"), "right"),
        ("injured", bounds("injured"), "right"),
        ("grade", field("grade"), "left"),
        ("why", field("why"), "left"),
        ("claims", first_claim, "left"),
    ),
    "toll sums": (
        ("of", field("of"), "left"),
        ("incidents", field("incidents"), "right"),
        ("killed", bounds("killed"), "right"),
        ("civilians", bounds("civilians"), "right"),
        ("injured", bounds("injured"), "right"),
        ("why", field("why"), "left"),
        ("claims", first_claim, "left"),
    ),
    "counts": (
        ("kind", field("kind"), "left"),
        ("count", count, "right"),
        ("place", place, "left"),
        ("when", when, "left"),
        ("counted by", field("counted_by"), "left"),
        ("superseded", lambda row: "yes" if row["superseded"] else "", "left"),
        ("claims", first_claim, "left"),
    ),
    "displaced": (
        ("when", when, "left"),
        ("kind", moved, "left"),
        ("people", bounds("people"), "right"),
        ("from", names("from"), "left"),
        ("to", names("to"), "left"),
        ("grade", field("grade"), "left"),
        ("why", field("why"), "left"),
        ("claims", first_claim, "left"),
    ),
    "moves": (
        ("kind", field("kind"), "left"),
        ("count", count, "right"),
        ("from", names("from"), "left"),
        ("to", names("to"), "left"),
        ("counted by", field("counted_by"), "left"),
        ("known", field("known"), "left"),
        ("claims", first_claim, "left"),
    ),
    "relief": (
        ("when", when, "left"),
        ("kind", field("kind"), "left"),
        ("place", place, "left"),
        ("by", names("actor"), "left"),
        ("to", names("target"), "left"),
        ("what", lambda row: ", ".join(row["what"]), "left"),
        ("said by", lambda row: ", ".join(row["said_by"]), "left"),
        ("denied", lambda row: "yes" if row["denied_by"] else "", "left"),
        ("claims", first_claim, "left"),
    ),
    "routes": (
        ("state", field("state"), "left"),
        ("places", names("places"), "left"),
        ("by", names("actor"), "left"),
        ("when", when, "left"),
        ("from", field("basis"), "left"),
        ("why", field("why"), "left"),
        ("claims", first_claim, "left"),
    ),
    "encirclement": (
        ("place", place, "left"),
        ("held by", field("holder_name"), "left"),
        ("sides", sides, "left"),
        ("claimed", field("claimed"), "left"),
        ("exits in hostile hands", hostile_share, "left"),
        ("why", field("why"), "left"),
        ("claims", first_claim, "left"),
    ),
    "stretches": (
        ("from", lambda row: text(row["places"][0]["name"]), "left"),
        ("to", to_place, "left"),
        ("km", lambda row: f"{row['km']:.0f}", "right"),
        ("along", lambda row: ", ".join(row["along"]), "left"),
        ("held at its end", lambda row: held(row["to_held"]), "left"),
        ("last report", field("report"), "left"),
        ("told of it", told_of, "left"),
    ),
    "positions": (
        ("actor", names("actor"), "left"),
        ("kind", field("kind"), "left"),
        ("target", names("target"), "left"),
        ("about", field("about"), "left"),
        ("known", lambda row: text(row["known"])[:DAY], "left"),
        ("quote", quoted, "left"),
    ),
    "stances": (
        ("day", field("day"), "left"),
        ("actor", names("actor"), "left"),
        ("target", names("target"), "left"),
        ("stance", stance, "left"),
        ("about", field("about"), "left"),
        ("quote", quoted, "left"),
    ),
    "cells": (
        ("actor", names("actor"), "left"),
        ("target", names("target"), "left"),
        ("balance", field("balance"), "right"),
        ("quote", quoted, "left"),
    ),
    "agreement": (
        ("kind", field("kind"), "left"),
        ("coded", field("coded"), "right"),
        ("right", field("right"), "right"),
        ("precision", field("precision"), "right"),
        ("from", field("low"), "right"),
        ("to", field("high"), "right"),
        ("coders agree", field("agree"), "right"),
        ("kappa", field("kappa"), "right"),
    ),
    "found": (
        ("place", field("name"), "left"),
        ("id", field("id"), "left"),
        ("kind", field("kind"), "left"),
        ("country", field("country"), "left"),
        ("unit", field("admin1"), "left"),
        ("lat", field("lat"), "right"),
        ("lon", field("lon"), "right"),
    ),
    "places": (
        ("place", field("place"), "left"),
        ("id", field("id"), "left"),
        ("country", field("country"), "left"),
        ("kind", field("kind"), "left"),
        ("claims", field("claims"), "right"),
    ),
    "actors": (
        ("actor", field("actor"), "left"),
        ("id", field("id"), "left"),
        ("role", field("role"), "left"),
        ("side", side, "left"),
        ("kind", field("kind"), "left"),
        ("claims", field("claims"), "right"),
        ("by claims", lambda row: "\n".join(row["told"]), "left"),
    ),
    "matches": (
        ("actor", field("actor"), "left"),
        ("id", field("id"), "left"),
        ("fits by", field("how"), "left"),
        ("", field("fits"), "left"),
        ("side", field("side"), "left"),
        ("claims", field("claims"), "right"),
    ),
    "rows": (
        ("row", field("row"), "right"),
        ("verb", field("verb"), "left"),
        ("about", field("about"), "left"),
        ("says", entered, "left"),
        ("source", field("source"), "left"),
        ("why", field("why"), "left"),
        ("user", field("user"), "left"),
        ("made", lambda row: text(row["made"])[:DAY], "left"),
        ("counts", lambda row: "yes" if row["counts"] else "no", "left"),
    ),
}


def show(name: str, rows: Sequence[Row], title: str | None = None) -> None:
    """Print a listing as a table."""
    columns = COLUMNS[name]
    heads = [(head, side) for head, _, side in columns]
    grid(heads, [[cell(row) for _, cell, _ in columns] for row in rows], title)


def grid(
    heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], title: str | None = None
) -> None:
    """Print a table as wide as the terminal, 100 columns where there is none.

    ``heads`` are names with the side to which their columns are set.
    """
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(width=max(console.width, 100), highlight=False, markup=False)
    table = Table(box=None, header_style="bold", pad_edge=False, title=title, title_justify="left")
    for head, side in heads:
        table.add_column(head, justify="right" if side == "right" else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)
