"""When: time expressions of report English, resolved against the day of publication.

The expressions stand in ``times.toml``, longest forms first; ``calendar`` resolves each. Nothing
is guessed: no expression gives no time.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc

from orontes.claims import calendar
from orontes.claims.calendar import Anchor
from orontes.model.when import When
from orontes.vocabulary.load import table

DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DOT = r"(?:(?<=\b[a-z]{3})\.|(?<=\bsept)\.)?"
NUMBER = (
    r"(?P<number>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty)"
)
DATELINE = re.compile(
    r"(?<![\d.])(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4}|\d{2})"
    r"|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4}|\d{2}(?=\s*(?:\(|--))))\b"
)
HEAD = re.compile(
    r"\s*(?:(?:posted|published|updated|date(?:\s+of\s+publication)?)(?:\s+on)?:?\s+)?(?:[a-z]{3,9}day,?\s+|[a-z]{3},?\s+)?"
)
CLOSES = re.compile(r"\s*(?:[-–—:|/)\]\[(]|\n|$)|\s+[A-Z]{3,}[A-Z ,]*(?:\([^)]*\)\s*)?[-–—]")
OPENS = re.compile(r"\.?\s+[A-Z0-9]|\s+by\s")
DATELINE_REACH = 160
NARRATED = re.compile(r"\b(?:on|of|in|since|until|by|from|to|dated)\s+(?:\w+day,?\s+)?$")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: code points into the block, its span of days, its head token's index."""

    start: int
    end: int
    when: When
    token: int


def find(doc: Doc, published: Anchor | None) -> list[TimeMention]:
    """The time expressions of a block; without ``published`` only full dates are resolved."""
    text = doc.text
    if not precheck().search(text):
        return []
    found: list[TimeMention] = []
    previous: When | None = None
    for match in every().finditer(text):
        when = resolve(match, published, previous)
        end = match.start() + len(match.group().rstrip("."))
        span = doc.char_span(match.start(), end, alignment_mode="expand")
        if when is None or span is None:
            continue
        found.append(TimeMention(match.start(), end, when, span.root.i))
        previous = when if when.precision == "day" else previous
    return found


@cache
def precheck() -> re.Pattern[str]:
    """Any word without which no expression is there."""
    names = table("times")
    parts = [*names["months_short"].split(), *names["weekdays"].split(), *single_words()]
    parts += [r"\d(?:st|nd|rd|th)\b", r"(?:19|20)\d\d", r"\bago\b", "week", "year", "month"]
    return re.compile("|".join(parts), re.IGNORECASE)


def phrases() -> list[str]:
    names = table("times")
    listed = [*names["days_back"], *names["ranges_back"], *names["from_told"]]
    return sorted(listed, key=len, reverse=True)


def single_words() -> list[str]:
    """The last word of every fixed phrase."""
    return sorted({phrase.split()[-1] for phrase in phrases()} | {"hours"})


@cache
def expressions() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Resolver, pattern and the pattern's text of every expression, in the order of the file."""
    months = "|".join(sorted(calendar.months(), key=len, reverse=True))
    weekdays = "|".join(calendar.weekdays())
    filled = {
        "{DAY}": DAY,
        "{YEAR}": YEAR,
        "{NUMBER}": NUMBER,
        "{MONTH}": rf"(?P<month>{months})\b{DOT}",
        "{DOT}": DOT,
        "{WEEKDAY}": f"(?P<weekday>{weekdays})",
        "{months}": months,
        "{weekdays}": weekdays,
        "{words}": "|".join(phrases()),
    }
    found = []
    for entry in table("times")["expressions"]:
        text = entry["pattern"]
        for slot, pattern in filled.items():
            text = text.replace(slot, pattern)
        found.append((entry["name"], re.compile(text, re.IGNORECASE), text))
    return tuple(found)


@cache
def every() -> re.Pattern[str]:
    """All expressions in one alternation, numbered, without their inner names."""
    parts = [
        rf"(?P<e{i}>(?:{re.sub(r'[(][?]P<[a-z_]+>', '(?:', text)})(?!\w))"
        for i, (_, _, text) in enumerate(expressions())
    ]
    return re.compile(rf"(?<![\w.,])(?:{'|'.join(parts)})", re.IGNORECASE)


def resolve(match: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    name, pattern, _ = expressions()[int(str(match.lastgroup)[1:])]
    inner = pattern.match(match.string, match.start())
    if inner is None or is_plain_word(inner):
        return None
    return calendar.resolve(name, inner, anchor, previous)


def is_plain_word(match: re.Match[str]) -> bool:
    """As in "at least 20 may have died": no month without a capital or a year."""
    told = match.groupdict()
    month = told.get("month") or told.get("month_c") or ""
    return month in table("times")["ambiguous"].split() and not told.get("year")


def dateline(text: str) -> date | None:
    """The day printed at the head of a text: before a dash, bracket or line end, or first of all.

    It anchors relative times where a report has no date, and is never when it was ``known``.
    """
    for match in DATELINE.finditer(text[:DATELINE_REACH]):
        before, after = text[: match.start()].lower(), text[match.end() : DATELINE_REACH * 2]
        heads = bool(HEAD.fullmatch(before) and OPENS.match(after))
        month = calendar.months().get((match["month"] or match["month2"]).lower())
        if month is None or not (heads or (CLOSES.match(after) and not NARRATED.search(before))):
            continue
        year = calendar.full_year(match["year"] or match["year2"])
        return calendar.day_of(year, month, int(match["day"] or match["day2"]))
    return None
