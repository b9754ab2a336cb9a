"""What stands in one cell of a table, from a row."""

from collections.abc import Callable, Mapping
from typing import Any

Row = Mapping[str, Any]
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
