"""Which words dated a claim, and from which day they were counted."""

from orontes.claims import times
from orontes.claims.grounds import Ground
from orontes.claims.page import Page
from orontes.claims.reader import dated_heading
from orontes.claims.skeleton import time_of
from orontes.claims.times import TimeMention
from orontes.model.when import When
from orontes.model.why import Why, Words


def of_when(found: Ground, published: str | None) -> Why:
    """The time expression: a full date, or one counted from the report's date or another day."""
    claim, page = found.claim, found.page
    assert claim.when is not None
    mention = time_of(page, found.sentence, found.trigger) or beside(found, claim.when)
    value = span_of(claim.when)
    if mention is None:
        return by_context(found, claim.when, published)
    told = words_of(page, mention)
    if counted_alone(page, mention):
        return Why("when", value, "grammar", (told,))
    if earlier := counted_from(page, mention):
        base = f"{earlier.when.latest or ''}"
        return Why("when", value, "reference", (told, words_of(page, earlier)), base=base)
    return by_report(page, value, published, (told,))


def by_report(page: Page, value: str, published: str | None, told: tuple[Words, ...]) -> Why:
    """Counted from the report's date, or from the one printed at the head of its text."""
    if published:
        return Why("when", value, "date", told, base=published)
    head = dateline(page)
    return Why("when", value, "reference", (*told, head) if head else told, base=day_of(page))


def by_context(found: Ground, when: When, published: str | None) -> Why:
    """The day of a sentence that tells none: of the heading, of the story so far, of the report."""
    page, value, first = found.page, span_of(when), found.sentence.start
    if when == page.discourse.day and (heading := heading_before(page, first)):
        return Why("when", value, "heading", (heading,))
    ends = (when.earliest, when.latest)
    same = [m for m in page.times if m.token < first and (m.when.earliest, m.when.latest) == ends]
    if same:
        return Why("when", value, "reference", (words_of(page, same[-1]),))
    return by_report(page, value, published, ())


def beside(found: Ground, when: When) -> TimeMention | None:
    """The same time told elsewhere in the sentence."""
    first, last = found.sentence.start, found.sentence.end
    return next((m for m in found.page.times if first <= m.token < last and m.when == when), None)


def span_of(when: When) -> str:
    first, last = (str(end or "") for end in (when.earliest, when.latest))
    return first if first == last else f"{first}…{last}"


def words_of(page: Page, mention: TimeMention) -> Words:
    start, end = page.offset + mention.start, page.offset + mention.end
    return Words(start, end, page.text[start:end])


def again(
    page: Page, mention: TimeMention, anchored: bool, previous: When | None = None
) -> When | None:
    """The expression resolved once more, with or without the day that it was counted from."""
    match = times.every().match(page.doc.text, mention.start)
    return times.resolve(match, page.published if anchored else None, previous) if match else None


def counted_alone(page: Page, mention: TimeMention) -> bool:
    return again(page, mention, anchored=False) == mention.when


def counted_from(page: Page, mention: TimeMention) -> TimeMention | None:
    """The day told before that "the same day" or "two days later" counts from."""
    if again(page, mention, anchored=True) == mention.when:
        return None
    before = [m for m in page.times if m.end <= mention.start and m.when.precision == "day"]
    return before[-1] if before else None


def heading_before(page: Page, token: int) -> Words | None:
    for mention in reversed([m for m in page.times if m.token < token]):
        line = page.doc[mention.token].sent
        if mention.when == page.discourse.day and dated_heading(page, line):
            return words_of(page, mention)
    return None


def dateline(page: Page) -> Words | None:
    """The date printed at the head of a text that has no other."""
    for match in times.DATELINE.finditer(page.text[: times.DATELINE_REACH]):
        if page.published and times.dateline(match.group()) == page.published[1]:
            return Words(match.start(), match.end(), match.group())
    return None


def day_of(page: Page) -> str | None:
    return page.published[1].isoformat() if page.published else None
