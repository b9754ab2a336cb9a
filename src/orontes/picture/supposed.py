"""What is supposed and told by no report: it counts from a day on, and every row says so."""

from collections.abc import Callable, Iterable
from datetime import date

from orontes.model.picture import Control
from orontes.picture.dossier import Dossier, Say, rules
from orontes.picture.spells import Spell
from orontes.picture.words import in_words

SUPPOSED = "supposed"


def sentence(place: str, holder: str, day: date) -> str:
    """As in "supposed: Homs held by Syrian opposition from 7 December 2024"."""
    return f"supposed: {place} held by {holder} from {in_words(day)}"


def sentences(initial: Iterable[Control], by: date | None = None) -> list[str]:
    """What is supposed among the rows that are given, up to the end of ``by``."""
    return [
        row.why
        for row in initial
        if row.basis == SUPPOSED and (by is None or row.since is None or row.since <= by)
    ]


def supposition(row: Control) -> Say:
    return Say(
        claim="",
        voice=SUPPOSED,
        voice_kind=SUPPOSED,
        day=row.since or date.min,
        known=None,
        reported=None,
        holder=row.holder,
        favour=True,
        change=True,
        weight=rules()["voice"][SUPPOSED],
        dated=True,
    )


def behind(dossier: Dossier, spell: Spell, name: Callable[[str], str]) -> tuple[str, ...]:
    """What a spell rests on that is only supposed: its holder, its rivals or its end."""
    return tuple(
        dict.fromkeys(
            sentence(dossier.place.name, name(one.holder), one.day)
            for one in dossier.says
            if is_supposed(one)
            and (one in spell.carriers or one in spell.opposed or one.day == spell.until)
        )
    )


def is_supposed(one: Say) -> bool:
    return one.voice_kind == SUPPOSED


def named(row: Control) -> str:
    """The holder's name, marked where it is only supposed."""
    return f"{row.holder_name} ({SUPPOSED})" if row.basis == SUPPOSED else row.holder_name


def remark(supposed: Iterable[str]) -> str:
    """A sentence to put before or after another; empty where nothing is supposed."""
    told = "; ".join(supposed)
    return f"{told[0].upper()}{told[1:]}." if told else ""
