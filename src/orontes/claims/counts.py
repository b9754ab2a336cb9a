"""How many: count phrases with their bounds, what they count, and the groups within them."""

import re
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span, Token

from orontes.claims import numbers
from orontes.claims.numbers import Number, rules
from orontes.claims.words import by_lemma, lemma, words
from orontes.model.count import Count

DATE_LIKE = {"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"}
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_GAP = 60


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


@cache
def group_of(noun: str) -> str | None:
    for name, *nouns in rules("people")["groups"]:
        if noun in nouns:
            return str(name)
    return None


@cache
def is_person(noun: str) -> bool:
    known = by_lemma().get(noun, frozenset())
    also = words(rules("people")["also"])
    return bool(known & {"people", "civilian", "captive"}) or noun in also or bool(group_of(noun))


def find(doc: Doc) -> list[CountMention]:
    """Every count of the block; a part ("including 111 civilians") joins its whole."""
    found = [m for number in numbers.find(doc) if (m := counted(doc, number))] + singles(doc)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[CountMention] = []
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return with_groups(doc, apart)


def singles(doc: Doc) -> list[CountMention]:
    """One person each: "a man", "an officer"."""
    found = []
    collective = words(rules("people")["collective"]) | words(rules("people")["sets"])
    for token in doc:
        if token.tag_ != "NN" or not is_person(name := lemma(token)) or name in collective:
            continue
        if token.dep_ in {"compound", "nmod", "appos"}:
            continue
        article = next((c for c in token.lefts if c.lower_ in {"a", "an"}), None)
        if article is not None and not any(c.isdigit() for c in doc[article.i : token.i].text):
            found.append(mention_of(doc, Number(article.i, article.i, 1, 1, None), token))
    return found


def counted(doc: Doc, number: Number) -> CountMention | None:
    """The number with the noun that it counts; None if it is a date, an age, a road."""
    end = number.last + 1
    if is_other(doc, number, end):
        return None
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ == "strong":
        return mention_of(doc, number, doc[end + 1].head, person=True)
    if number.first > 1 and doc[number.first - 1].lower_ == "of":
        holder = doc[number.first - 2]
        if lemma(holder) in words(rules("people")["sets"]):
            return mention_of(doc, replace(number, first=start_of(holder)), holder, person=True)
    noun = noun_of(doc, number)
    if noun is None and YEAR.fullmatch(doc[number.last].text) and number.qualifier is None:
        return None
    if noun is not None and noun.i > number.last and noun.ent_type_ in DATE_LIKE:
        return None
    if noun is None and number.qualifier == "several":
        return None
    return mention_of(doc, number, noun)


def start_of(noun: Token) -> int:
    """The article of "a family", else the noun itself."""
    articles = [c.i for c in noun.lefts if c.lower_ in {"a", "an", "the", "one"}]
    return int(min([*articles, noun.i]))


def is_other(doc: Doc, number: Number, end: int) -> bool:
    """Dates, ages, distances, road and unit numbers are no counts."""
    cues = rules("not_people")
    before = cue_before(doc, number.first)
    after = doc[end].lower_ if end < len(doc) else ""
    following = lemma(doc[end]) if end < len(doc) else ""
    if after == "-" and end + 1 < len(doc):
        following = doc[end + 1].lower_
    if before in words(cues["before"]) or {after, following} & words(cues["after"]):
        return True
    before = doc[number.first - 1].lower_ if number.first else ""
    if YEAR.fullmatch(doc[number.last].text) and before in words(cues["before_year"]):
        return True
    dated = doc[number.last].ent_type_ in DATE_LIKE
    return dated and not (end < len(doc) and is_person(following))


def cue_before(doc: Doc, first: int) -> str:
    """The word before a number, past its fellows: "aged between 5 and 12"."""
    i = first - 1
    while i >= 0 and (
        doc[i].lower_ in {"and", "to", "between", "of", "from"} or numbers.is_numeral(doc[i])
    ):
        i -= 1
    return str(doc[i].lower_) if i >= 0 and first - i <= 4 else ""


def mention_of(doc: Doc, number: Number, noun: Token | None, person: bool = False) -> CountMention:
    token = doc[number.last]
    last = noun if noun is not None and noun.i > number.last else token
    name = singular(noun) if noun is not None else ""
    people = person or (noun is not None and counts_people(noun, name))
    group = group_named(noun, name) if noun is not None and people else None
    size = number.low or number.high
    return CountMention(
        start=doc[number.first].idx,
        end=last.idx + len(last),
        token=(noun if noun is not None else token).i,
        noun=name,
        count=Count(
            number.low,
            number.high,
            number.qualifier,
            unit="people" if people or noun is None else str(noun.lower_),
            groups=((group, size),) if group and size else (),
            cumulative=is_cumulative(token.sent),
        ),
        person=people,
        group=group,
    )


def singular(noun: Token) -> str:
    """The lemma, of names too: "Syrians" is syrian."""
    name = lemma(noun)
    return name[:-1] if noun.ent_type_ == "NORP" and name.endswith("s") else name


def counts_people(noun: Token, name: str) -> bool:
    return is_person(name) or (noun.ent_type_ == "NORP" and noun.tag_ == "NNPS")


def group_named(noun: Token, name: str) -> str | None:
    """The group of "aid workers" hangs on both words, that of "soldiers" on one."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    return group_of(f"{before} {name}") or group_of(name)


def noun_of(doc: Doc, number: Number) -> Token | None:
    """The head that the number modifies, or what "of" gives a vague number."""
    token = doc[number.last]
    following = doc[number.last + 1] if number.last + 1 < len(doc) else None
    if following is not None and following.lower_ == "of":
        return of_object(following)
    if token.lower_ == "of":
        return of_object(token)
    if token.dep_ == "nummod" and token.head.i > token.i:
        return token.head
    if (
        following is not None
        and is_person(lemma(following))
        and following.pos_ in {"NOUN", "ADJ", "PROPN"}
    ):
        return following
    head = token
    if token.dep_ in {"amod", "det", "predet"} and token.head.i > token.i:
        return token.head
    while head.dep_ in {"quantmod", "compound", "nummod", "amod"} and head.head.i > head.i:
        head = head.head
    return head if head.i > number.last and head.pos_ in {"NOUN", "PROPN"} else None


def of_object(preposition: Token) -> Token | None:
    """What "of" governs; "of whom were civilians", "of them women" give the noun after it."""
    found = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if preposition.i + 1 < len(preposition.doc):
        pronoun = preposition.nbor()
        if pronoun.lower_ in {"them", "whom"}:
            after = preposition.doc[pronoun.i + 1 : pronoun.i + 4]
            return next((t for t in after if is_person(lemma(t)) and t.pos_ == "NOUN"), None)
    return found


def is_cumulative(sentence: Span) -> bool:
    return told_as_total(sentence.text.lower())


@cache
def told_as_total(sentence: str) -> bool:
    cues = rules("cumulative")
    padded = f" {sentence} "
    if any(f" {cue} " in padded for cue in cues["cues"]):
        return True
    risen = "toll" in sentence and any(word in sentence for word in cues["toll"].split())
    return risen or bool(re.search(cues["since"], sentence))


def with_groups(doc: Doc, found: list[CountMention]) -> list[CountMention]:
    """Counts after "including" or "among them" become groups of the count before."""
    kept: list[CountMention] = []
    i = 0
    while i < len(found):
        whole = kept[-1] if kept else None
        parts = parts_of(doc, whole, found[i:]) if whole and may_hold(whole) else []
        if whole is not None and parts:
            kept[-1] = replace(whole, count=replace(whole.count, groups=grouped(whole, parts)))
            i += len(parts)
            continue
        kept.append(found[i])
        i += 1
    return kept


def may_hold(whole: CountMention) -> bool:
    size = whole.count.high or whole.count.low
    return (whole.person or not whole.noun) and (size is None or size > 1)


def grouped(whole: CountMention, parts: list[CountMention]) -> tuple[tuple[str, int], ...]:
    """The whole's own groups with those of its parts; parts of one group add up."""
    sizes: dict[str, int] = {}
    for part in parts:
        size = part.count.low or part.count.high
        if part.group and size:
            sizes[part.group] = sizes.get(part.group, 0) + size
    own = tuple(group for group in whole.count.groups if group[0] not in sizes)
    return (*own, *sizes.items())


def parts_of(doc: Doc, whole: CountMention, after: list[CountMention]) -> list[CountMention]:
    """The counts that tell parts of the whole: after a cue, or after a dash if they sum to it."""
    first = after[0]
    gap = doc.text[whole.end : first.start].lower()
    if len(gap) > LONGEST_GAP or re.search(r"[.;]\s", gap) or not fits(whole, first):
        return []
    series = listed(doc, [m for m in after if fits(whole, m)])
    if has_cue(gap, rules("parts")["before"]) or says_of_them(doc, first):
        return series
    tail = doc.text[series[-1].end : series[-1].end + 14].lower()
    if has_cue(tail, rules("parts")["after"]):
        return series
    sizes = [m.count.low or 0 for m in series]
    whole_size = {whole.count.low, whole.count.high}
    dashed = re.search(r"[-–—:(]\s*$", gap) and whole.person
    return series if dashed and len(series) > 1 and sum(sizes) in whole_size else []


def fits(whole: CountMention, part: CountMention) -> bool:
    most, size = whole.count.high, part.count.low
    return (part.person or not part.noun) and (most is None or size is None or size <= most)


def has_cue(text: str, cues: list[str]) -> bool:
    return any(re.search(rf"\b{cue}\b", text) for cue in cues)


def says_of_them(doc: Doc, part: CountMention) -> bool:
    return bool(re.search(r"\bof (?:them|whom)\b", doc.text[part.start : part.end].lower()))


def listed(doc: Doc, found: list[CountMention]) -> list[CountMention]:
    """The first count with those joined to it by commas and "and"."""
    series = found[:1]
    for mention in found[1:]:
        gap = doc.text[series[-1].end : mention.start].lower()
        if not re.fullmatch(r"\s*(?:,|and|, and)\s*", gap) or not mention.person:
            break
        series.append(mention)
    return series
