"""A text laid out for the question what happened in it: its sentences with all that each tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Span

from orontes.claims import times
from orontes.claims.page import Page
from orontes.claims.parse import head_end
from orontes.encoder.model import trained
from orontes.encoder.toponyms import Toponymy, toponyms
from orontes.incidents.acts import Ground, grounds
from orontes.incidents.cues import is_cue, kinds
from orontes.incidents.located import sites
from orontes.incidents.losses import Loss, losses
from orontes.incidents.sites import Named, Site, named, to_cue
from orontes.model.claim import Claim
from orontes.model.when import When
from orontes.reading import lexicon, pages


@dataclass(frozen=True, slots=True)
class Time:
    """A time told in sentence ``sentence``; ``before`` are the two words in front of it."""

    sentence: int
    when: When
    before: str
    hangs: int
    apart: int


@dataclass(slots=True)
class Scene:
    """What a text tells, by sentence; ``head`` counts the sentences of its dateline.

    ``actors`` counts the countries of those named that act in few, ``grounds`` are the places of
    violence as the trained reader sees them.
    """

    day: date | None
    head: int = 0
    sentences: list[tuple[int, int]] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    violent: list[tuple[int, Claim]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    actors: Counter[str] = field(default_factory=Counter)
    grounds: list[Ground] = field(default_factory=list)

    def weight(self, sentence: int) -> int:
        """How violent a sentence is: 2 for a claim of violence, 1 for a word of it, else 0."""
        if any(at == sentence for at, _ in self.violent):
            return 2
        return int(self.cues[sentence] > 0)


def scene(text: str, claims: Sequence[Claim]) -> Scene:
    told = Scene(times.dateline(text))
    names: list[Named] = []
    tagged = toponyms(text) if trained() else []
    for page in pages(text):
        for sentence in page.doc.sents:
            if not sentence.text.strip():
                continue
            number = len(told.sentences)
            start, end = sentence.start_char + page.offset, sentence.end_char + page.offset
            told.sentences.append((start, end))
            told.head += start < head_end(text)
            told.cues.append(sum(is_cue(token) for token in sentence))
            told.times += times_of(page, sentence, number)
            told.losses += losses(page, sentence, number)
            names += named(page, sentence, number, tagged)
        told.actors.update(actors(page))
    for claim in claims:
        if claim.kind.startswith(kinds()):
            at = next((i for i, (_, end) in enumerate(told.sentences) if claim.start < end), 0)
            told.violent.append((at, claim))
    if trained():
        told.grounds = list(grounds(text, told.sentences, [claim for _, claim in told.violent]))
        names = weighed(names, Toponymy(text))
    told.sites = sites(names, text)
    return told


def weighed(names: Sequence[Named], toponymy: Toponymy) -> list[Named]:
    """The names, each with how likely it is a place's; "the capital" has none to weigh."""
    return [
        one if one.unit == "capital" else replace(one, likely=toponymy.of(one.start, one.end))
        for one in names
    ]


def actors(page: Page) -> Iterator[str]:
    """The countries of each army, group or people named, where they are few."""
    registry = lexicon().registry
    for mention in page.mentions.all:
        if mention.sort in {"actor", "people"}:
            yield from registry.countries_of(mention.name)
    for token in page.doc:
        if page.mentions.of(token) is None and registry.is_adjective(token.text):
            yield from registry.countries_of(token.text.title())


def times_of(page: Page, sentence: Span, number: int) -> list[Time]:
    return [
        Time(
            number,
            mention.when,
            " ".join(page.doc.text[: mention.start].lower().split()[-2:]),
            *to_cue(page.doc[mention.token]),
        )
        for mention in page.times
        if sentence.start <= mention.token < sentence.end
    ]


def countries(told: Scene) -> Counter[str]:
    """How often each country is meant, by a place in it, its own name or that of its people."""
    return Counter(site.place.country for site in told.sites if site.place and site.place.country)
