"""Claims explained for a person: the sentence with its words marked, then one line a slot."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
WIDTH = 80
INDENT = "  "
VALUE = 26
"""Widest value that the words still stand beside; a longer one has a line of its own."""
LINE = "─"
BESIDE = 4


def page(rows: Sequence[Row]) -> str:
    """All claims under their reports, at most 80 columns wide; each row has its ``report``."""
    return "\n".join(
        "\n".join(line_.rstrip() for line_ in (*heading(rows, number), *block(row))) + "\n"
        for number, row in enumerate(rows)
    )


def heading(rows: Sequence[Row], number: int) -> Iterator[str]:
    """What is known of the report, above the first of its claims."""
    source = rows[number]["report"].source
    if number and rows[number - 1]["report"].source == source:
        return
    day = source.published[:10] if source.published else "no date"
    told = [source.title or source.origin or source.id, source.publisher, day]
    yield from textwrap.wrap(" · ".join(part for part in told if part), WIDTH)
    yield ""


def block(row: Row) -> Iterator[str]:
    yield f"{row['kind']} {LINE * (WIDTH - len(row['kind']) - len(row['id']) - 2)} {row['id']}"
    yield from marked(row)
    yield ""
    slots = row["explain"]
    label = max(len(item["slot"]) for item in slots) + 2
    value = min(max(len(item["value"]) for item in slots), VALUE) + 2
    for item in slots:
        yield from line(item, row, label, value)


def line(item: Row, row: Row, label: int, value: int) -> Iterator[str]:
    """A slot, its value and the words behind it, wrapped under themselves."""
    head = f"{INDENT}{item['slot']:<{label}}{item['value']:<{value}}"
    told = words(item, row)
    if len(item["value"]) + 2 > value:
        rest = WIDTH - len(INDENT) - label
        if item["value"] in told:
            told = told.replace(f"“{item['value']}”", "in these words", 1)
        yield from hang(f"{INDENT}{item['slot']:<{label}}", item["value"], rest)
        head = " " * (len(INDENT) + label + value)
    yield from hang(head, told, WIDTH - len(INDENT) - label - value)


def hang(head: str, text: str, width: int) -> Iterator[str]:
    first, *others = textwrap.wrap(text, width) or [""]
    yield f"{head}{first}"
    yield from (" " * len(head) + other for other in others)


def words(item: Row, row: Row) -> str:
    """How the words led to the slot, in words."""
    told = [f"“{flat(found['text'])}”" for found in item["words"]]
    first, last = (told[0], told[-1]) if told else ("", "")
    sure = f" ({item['likelihood']:.2f})" if "likelihood" in item else ""
    match item["how"]:
        case "frame":
            return f"{first}, by a frame" + (f"; the trained reader agrees{sure}" if sure else "")
        case "reader":
            return f"{first}, by the trained reader{sure}".removeprefix(", ")
        case "date":
            day = f"the report’s date, {item['base'][:10]}"
            return f"{first}, counted from {day}" if told else f"no time is told: {day}"
        case "heading":
            return f"the heading {first}"
        case "focus":
            return f"what the report was about just then: {around(item['words'][0], row)}"
        case "voice":
            return "no cue: the report’s own voice"
        case "reference":
            return referred(item, first, last, row)
    if item["slot"] == "stance":
        return STANCES.get(item["value"], "{}").format(first)
    return " and ".join(told)


STANCES = {
    "attributed": "{} hands it to a speaker",
    "denied": "{} denies it",
    "possible": "{} makes it only possible",
    "planned": "{} makes it a plan",
    "hypothetical": "{} makes it a condition or a wish",
    "past": "{} puts it in the past",
}


def referred(item: Row, first: str, last: str, row: Row) -> str:
    if item["slot"] == "when" and len(item["words"]) > 1:
        base = f", {item['base'][:10]}" if item.get("base") else ""
        return f"{first}, counted from {last}{base}"
    if len(item["words"]) == 1:
        return f"named before: {around(item['words'][0], row)}"
    known = item["words"][-1]
    here = row["start"] <= known["start"] < row["end"]
    return f"{first}, that is {last}" if here else f"{first}, as in {around(known, row)}"


def around(found: Row, row: Row) -> str:
    """Words that the sentence lacks, with a few of their neighbours on each side."""
    text = row["report"].text
    before = text[max(0, found["start"] - 60) : found["start"]].rsplit("\n", 1)[-1].split(" ")
    after = text[found["end"] : found["end"] + 60].split("\n", 1)[0].split(" ")
    left, right = " ".join(before[-BESIDE:]), " ".join(after[:BESIDE])
    return f"“…{left}{flat(found['text'])}{right}…”"


def marked(row: Row) -> Iterator[str]:
    """The sentence in lines, each with the slots' names ruled under their words."""
    even = flat(row["quote"])
    for start, end in lines(row["quote"]):
        yield INDENT + even[start:end]
        if under := ruled(row, start, end).rstrip():
            yield INDENT + under


def ruled(row: Row, first: int, last: int) -> str:
    """``actor───`` under the actor's words, a bare rule under short ones; the first slot wins."""
    rule = [" "] * (last - first)
    for item in row["explain"]:
        for found in item["words"]:
            start = max(found["start"] - row["start"], first) - first
            end = min(found["end"] - row["start"], last) - first
            if start < end and set(rule[start:end]) == {" "}:
                name = item["slot"].replace("_", " ")
                name = name if len(name) <= end - start else ""
                rule[start:end] = f"{name:{LINE}<{end - start}}"
    return "".join(rule)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where to break a text, at blanks, so that each line keeps within the page."""
    width, start, even = WIDTH - len(INDENT), 0, flat(text)
    while len(text) - start > width:
        cut = even.rfind(" ", start, start + width + 1)
        cut = cut if cut > start else start + width
        yield start, cut
        start = cut + (even[cut] == " ")
    yield start, len(text)


def flat(text: str) -> str:
    """The text with every blank a space, of the same length."""
    return "".join(" " if char.isspace() else char for char in text)
