"""The clause frames of ``vocabulary/frames/``, indexed by the word that triggers them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from orontes.claims.words import words
from orontes.vocabulary.load import table

FILES = ("territory", "fighting", "people", "relief", "politics")
NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling a kind of claim; docs/frames.md explains every key of the data files."""

    kind: str
    part: str
    triggers: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    wanted: Mapping[str, frozenset[str]]
    refused: Mapping[str, frozenset[str]]
    roles: Mapping[str, tuple[str, ...]]
    light: frozenset[str] = NO_WORDS
    needs: frozenset[str] = NO_WORDS
    needs_class: frozenset[str] = NO_WORDS
    needs_words: frozenset[str] = NO_WORDS
    modifiers: frozenset[str] = NO_WORDS
    compound: frozenset[str] = NO_WORDS
    adverbs: frozenset[str] = NO_WORDS
    under: frozenset[str] = NO_WORDS
    some: frozenset[str] = NO_WORDS
    flags: frozenset[str] = NO_WORDS


SLOTS = ("actor", "target", "place", "origin", "destination", "route", "about")
NOUN_ROLES = ("of", "poss", "amod", "compound")
FLAGS = (
    "passive",
    "copula",
    "speaker",
    "needs_count",
    "holder",
    "strict",
    "first_person",
    "finite",
    "verbal",
    "standing",
)


def load(row: Mapping[str, Any]) -> Frame:
    part = next(name for name in ("verbs", "nouns", "modifiers_only") if name in row)
    roles = {key: tuple(row[key].split()) for key in (*SLOTS, *NOUN_ROLES) if key in row}
    roles.setdefault("actor", ("patient",) if row.get("speaker_patient") else ("agent",))
    if "target" not in roles and not {"patient", "of"} & set(roles.get("place", ())[:1]):
        roles["target"] = ("patient",)
    return Frame(
        kind=row["kind"],
        part=part,
        triggers=words(row[part]),
        classes={key: words(row[key]) for key in ("agent", "patient") if key in row}
        | suffixed(row, "_class"),
        wanted=suffixed(row, "_words"),
        refused={
            key.removeprefix("not_"): words(row[key]) for key in row if key.startswith("not_")
        },
        roles=roles,
        light=words(row.get("light", "")),
        needs=words(row.get("needs", "")),
        needs_class=words(row.get("needs_class", "")),
        needs_words=words(row.get("needs_words", "")),
        modifiers=words(row.get("modifiers", "")),
        compound=words(row.get("compound_words", "")),
        adverbs=words(row.get("adverbs", "")),
        some=words(row.get("some", "")),
        under=words(row.get("under", "")) | words(row.get("after", "")),
        flags=frozenset(flag for flag in FLAGS if row.get(flag))
        | ({"speaker"} if row.get("speaker_patient") else NO_WORDS),
    )


def suffixed(row: Mapping[str, Any], suffix: str) -> dict[str, frozenset[str]]:
    reserved = {"needs_class", "needs_words", "compound_words", "extent_words"}
    return {
        key.removesuffix(suffix): words(row[key])
        for key in row
        if key.endswith(suffix) and key not in reserved and not key.startswith("not_")
    }


def frames() -> Iterator[Frame]:
    for name in FILES:
        for row in table(f"frames/{name}")["frame"]:
            yield load(row)


@cache
def index() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by (part of speech, trigger): the part is verbs, nouns or modifiers_only."""
    found: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames():
        for trigger in frame.triggers:
            found.setdefault((frame.part, trigger), []).append(frame)
    return {key: tuple(sorted(value, key=looseness)) for key, value in found.items()}


def looseness(frame: Frame) -> int:
    """Frames that ask for more of their words are tried first; equals keep the files' order."""
    asks = (
        frame.modifiers,
        frame.compound,
        frame.light,
        frame.under,
        frame.wanted,
        frame.needs_words,
    )
    return -sum(bool(ask) for ask in asks)
