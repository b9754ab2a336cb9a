"""How many: count phrases with their bounds, what they count, and the groups within them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span, Token

from orontes.claims.numbers import is_number_word, scales, value
from orontes.claims.words import by_lemma, lemma, words
from orontes.model.count import Count
from orontes.vocabulary.load import table

NUMERIC = re.compile(r"\d[\d,.]*(?:-\d[\d,]*)?")
RANGE_ENDS = re.compile(r"([\d,]+)\s*[-–]\s*([\d,]+)")
DATE_LIKE = {"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"}
INCLUDING = words("including among")
JOINS = {"and", "-", "a", "an", "half"}


@dataclass(frozen=True, slots=True)
class CountMention:
    """A count phrase: code points into the block, the noun it counts and the count itself.

    ``token`` is the index of the noun, or of the number where it stands alone; ``noun`` its lemma,
    empty for a bare number; ``group`` the part of a people that the noun names, if any.
    """

    start: int
    end: int
    token: int
    noun: str
    count: Count
    person: bool
    group: str | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text with its bounds, before its noun is known."""

    first: int
    last: int
    low: int | None
    high: int | None
    qualifier: str | None


@cache
def rules(section: str) -> dict[str, object]:
    return dict(table("numbers")[section])


@cache
def group_of(noun: str) -> str | None:
    for name, *nouns in table("numbers")["people"]["groups"]:
        if noun in nouns:
            return str(name)
    return None


@cache
def is_person(noun: str) -> bool:
    known = by_lemma().get(noun, frozenset())
    also = words(table("numbers")["people"]["also"])
    return bool(known & {"people", "civilian", "captive"}) or noun in also or bool(group_of(noun))


def find(doc: Doc) -> list[CountMention]:
    """Every count of the block; a part ("including 111 civilians") joins its whole."""
    found = [mention for number in numbers(doc) if (mention := counted(doc, number))]
    return with_groups(doc, found)


def numbers(doc: Doc) -> Iterator[Number]:
    i = 0
    while i < len(doc):
        length = number_length(doc, i)
        if length == 0 or is_other(doc, i, i + length):
            i += max(length, 1)
            continue
        bounds = bounds_of(doc, i, i + length)
        if bounds is not None:
            yield bounds
        i = max(i + length, bounds.last + 1 if bounds else 0)


def number_length(doc: Doc, i: int) -> int:
    """Tokens of the number that begins at ``i``: digits, number words, or a vague word."""
    if (vague := vague_length(doc, i)) > 0:
        return vague
    j = i
    while j < len(doc) and (is_numeral(doc[j]) or (j > i and joins(doc, j))):
        j += 1
    return j - i


def is_numeral(token: Token) -> bool:
    text = token.lower_
    return bool(NUMERIC.fullmatch(text)) or (text != "a" and is_number_word(text))


def joins(doc: Doc, j: int) -> bool:
    """ "and", "-" inside a number: two hundred and five, twenty-three."""
    if doc[j].text not in {"and", "-"} or j + 1 >= len(doc) or not is_numeral(doc[j + 1]):
        return False
    if doc[j].text == "-":
        return True
    return doc[j - 1].lower_ in scales() and value(doc[j + 1].lower_) is not None


def vague_length(doc: Doc, i: int) -> int:
    for size in (3, 2, 1):
        phrase = doc[i : i + size].text.lower()
        if len(doc[i : i + size]) == size and (
            phrase in rules("vague") or phrase in rules("exact")
        ):
            return size
    return 0


def is_other(doc: Doc, first: int, end: int) -> bool:
    """Dates, ages, distances, road and unit numbers are no counts."""
    cues = table("numbers")["not_people"]
    before = doc[first - 1].lower_ if first else ""
    after = doc[end].lower_ if end < len(doc) else ""
    if doc[first].ent_type_ in DATE_LIKE and not (
        person_follows(doc, end) or is_bare_range(doc, end)
    ):
        return True
    following = lemma(doc[end]) if end < len(doc) else ""
    if after == "-" and end + 1 < len(doc):
        following = doc[end + 1].lower_
    return before in words(cues["before"]) or {after, following} & words(cues["after"]) != set()


def person_follows(doc: Doc, end: int) -> bool:
    return end < len(doc) and is_person(lemma(doc[end]))


def is_bare_range(doc: Doc, end: int) -> bool:
    """ "20 and 30 soldiers": the tagger takes such ranges for dates."""
    return end + 2 < len(doc) and doc[end].lower_ in {"and", "to"} and person_follows(doc, end + 2)


def bounds_of(doc: Doc, first: int, end: int) -> Number | None:
    text = doc[first:end].text.lower()
    if text in rules("vague"):
        low, high = table("numbers")["vague"][text]
        return Number(first, end - 1, low, high, text)
    if text in rules("exact"):
        exact = int(str(rules("exact")[text]))
        return qualified(doc, Number(first, end - 1, exact, exact, None))
    if span := RANGE_ENDS.fullmatch(text):
        ends = [int(part.replace(",", "")) for part in span.groups()]
        return Number(first, end - 1, ends[0], ends[1], None) if ends[0] < ends[1] else None
    number = value(text)
    if number is None:
        return None
    if end < len(doc) and doc[end].lower_ == "dozen":
        number, end = number * 12, end + 1
    if upper := range_end(doc, first, end, number):
        return upper
    return qualified(doc, Number(first, end - 1, number, number, None))


def range_end(doc: Doc, first: int, end: int, low: int) -> Number | None:
    """ "20 to 30", "between 20 and 30"."""
    if end + 1 >= len(doc):
        return None
    link, before = doc[end].lower_, doc[first - 1].lower_ if first else ""
    length = number_length(doc, end + 1)
    if not length or not (link == "to" or (link == "and" and before == "between")):
        return None
    high = value(doc[end + 1 : end + 1 + length].text)
    if high is None or high <= low:
        return None
    return Number(first, end + length, low, high, None)


def qualified(doc: Doc, number: Number) -> Number:
    """The number with what stands before it: "at least", "nearly", "some"."""
    for size in (3, 2, 1):
        start = number.first - size
        if start < 0:
            continue
        phrase = doc[start : number.first].text.lower()
        side = rules("qualifiers").get(phrase)
        if side == "low":
            return replace(number, first=start, high=None, qualifier=phrase)
        if side == "high":
            return replace(number, first=start, low=None, qualifier=phrase)
        if side == "near":
            return replace(number, first=start, qualifier=phrase)
    return number


def counted(doc: Doc, number: Number) -> CountMention | None:
    """The number with the noun that it counts."""
    token = doc[number.last]
    noun = noun_of(doc, number, token)
    name = lemma(noun) if noun is not None else ""
    if noun is not None and noun.i > number.last and noun.ent_type_ in DATE_LIKE:
        return None
    last = noun if noun is not None and noun.i > number.last else token
    person = is_person(name) if name else False
    group = group_of(name)
    groups = (
        ((group, number.low or number.high or 0),) if group and (number.low or number.high) else ()
    )
    return CountMention(
        start=doc[number.first].idx,
        end=last.idx + len(last),
        token=(noun if noun is not None else token).i,
        noun=name,
        count=Count(
            number.low,
            number.high,
            number.qualifier,
            unit="people" if person or not name else str(noun.lower_ if noun is not None else ""),
            groups=groups if person else (),
            cumulative=is_cumulative(token.sent),
        ),
        person=person,
        group=group,
    )


def noun_of(doc: Doc, number: Number, token: Token) -> Token | None:
    """The head that the number modifies, or what "of" gives a vague number."""
    if token.dep_ == "nummod" and token.head.i > token.i:
        return token.head
    following = doc[number.last + 1] if number.last + 1 < len(doc) else None
    if following is not None and following.lower_ == "of":
        return of_object(following)
    if (
        following is not None
        and is_person(lemma(following))
        and following.pos_ in {"NOUN", "ADJ", "PROPN"}
    ):
        return following
    if token.dep_ in {"compound", "amod", "quantmod"} and token.head.i > token.i:
        return token.head
    head = token
    while head.dep_ in {"quantmod", "compound", "nummod"} and head.head.i > head.i:
        head = head.head
    return head if head.i > number.last and head.pos_ == "NOUN" else None


def of_object(preposition: Token) -> Token | None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            return child
    return None


def is_cumulative(sentence: Span) -> bool:
    low = f" {sentence.text.lower()} "
    return any(
        f" {cue} " in low
        for cue in ("since", "so far", "in total", "death toll", "to date", "toll to")
    ) or ("toll" in low and any(word in low for word in ("rose", "risen", "climbed", "reached")))


def with_groups(doc: Doc, found: list[CountMention]) -> list[CountMention]:
    """Counts after "including" or "among them" become groups of the count before."""
    kept: list[CountMention] = []
    for mention in found:
        whole = kept[-1] if kept else None
        if (
            whole is not None
            and (whole.person or not whole.noun)
            and mention.person
            and is_part(doc, whole, mention)
        ):
            size = mention.count.low or mention.count.high
            if mention.group and size:
                groups = tuple(g for g in whole.count.groups if g[0] != mention.group)
                count = replace(whole.count, groups=(*groups, (mention.group, size)))
                kept[-1] = replace(whole, count=count)
            continue
        kept.append(mention)
    return kept


def is_part(doc: Doc, whole: CountMention, part: CountMention) -> bool:
    between = doc.text[whole.end : part.start].lower()
    if "." in between or len(between) > 60:
        return False
    if any(
        word in between
        for word in ("including", "among them", "among whom", "most of them", "at least")
    ):
        return "including" in between or "among" in between or "of them" in between
    return (
        bool(whole.count.groups)
        and between.strip() in {"and", ",", ", and"}
        and "includ" in doc.text[max(0, whole.start) : part.start].lower()
    )
