"""An actor's sheet for a person: one line a fact, each with its days and its source."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
WIDTH = 12


def page(sheet: Row) -> str:
    return "\n".join(line.rstrip() for line in lines(sheet)) + "\n"


def lines(sheet: Row) -> Iterator[str]:
    yield f"{sheet['actor']} ({sheet['id']})"
    yield from block("names", [", ".join(sheet["latin"])])
    yield from block("in Arabic", [", ".join(sheet["arabic"])])
    yield from block("kind", [", ".join(filter(None, (sheet["kind"], sheet["role"])))])
    yield from block("countries", [", ".join(sheet["countries"])])
    yield from block("existed", [span(sheet)])
    yield from block("side", [f"{sheet['side_name']} ({sheet['side']})"])
    yield from block("sides", [tie(row, sheet) for row in sheet["sides"]])
    yield from block("belongs to", [tie(row, sheet) for row in sheet["parents"]])
    yield from block("backed by", [tie(row, sheet) for row in sheet["backers"]])
    yield from block("also", [one.removeprefix("name:") for one in sheet["merged"]])
    yield from block("by claims", [row["says"] for row in sheet["told"]])
    yield from block("claims", [named(sheet)])
    yield from block("rows", [f"{row['row']} {row['verb']}: {said(row)}" for row in sheet["rows"]])
    yield from block("source", [sheet["source"]])


def block(head: str, told: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(filter(None, told)):
        yield f"  {'' if number else head:<{WIDTH}}{text}"


def span(row: Row) -> str:
    """As in "2020-01-11 to 2024-12-08", "from 2020-01-11"; empty where no end is told."""
    first, last = row["from"], row["to"]
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def tie(row: Row, sheet: Row) -> str:
    """As in "Turkey (tur), from 2020-01-11 [UN …]", with whose tie it is if it is inherited."""
    whose = "" if row["of"] == sheet["id"] else f"{row['of']}: "
    days = f", {span(row)}" if span(row) else ""
    return f"{whose}{row['name']} ({row['id']}){days} [{row['source']}]"


def named(sheet: Row) -> str:
    count = len(sheet["claims"])
    if not count:
        return "none names it"
    days = f", first {sheet['first'][:10]}, last {sheet['last'][:10]}" if sheet["first"] else ""
    return f"{count}{days} (orontes claims CASE --actor {sheet['id']})"


def said(row: Row) -> str:
    told = row["why"] or row["source"]
    return f"{told} ({row['user']}, {row['made'][:10]}{'' if row['counts'] else ', taken back'})"
