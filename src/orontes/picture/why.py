from collections.abc import Callable, Sequence
from datetime import date

from orontes.model.judgement import BY_HAND
from orontes.picture.dossier import Dossier, Say, Unrest
from orontes.picture.spells import UNKNOWN, Spell
from orontes.picture.supposed import behind, is_supposed
from orontes.picture.words import in_words

Namer = Callable[[str], str]


def why(dossier: Dossier, spell: Spell, trouble: Sequence[Unrest], name: Namer) -> str:
    """One sentence: the holder, on whose word, and what speaks against it."""
    said = nobody(dossier, spell, name) if spell.holder == UNKNOWN else held(spell, name)
    supposed = behind(dossier, spell, name)
    alone = bool(spell.carriers) and all(is_supposed(one) for one in spell.carriers)
    ground = list(supposed) if alone else [said]
    parts = [*ground, *rivals(spell, name), *unsettled(trouble), *(() if alone else supposed)]
    return "; ".join(parts) + "."


def held(spell: Spell, name: Namer) -> str:
    holder = name(spell.holder)
    if spell.implied:
        lost = f"until {in_words(spell.until)}" if spell.until else "at first"
        return f"held by {holder} {lost}, as the reports of its loss say"
    voices = {one.voice for one in spell.carriers}
    if voices == {"initial"}:
        return f"held by {holder} at the start; no report since says otherwise"
    byhand = [one for one in spell.carriers if one.voice_kind == BY_HAND]
    if byhand and len(byhand) == len(spell.carriers):
        since = f" since {in_words(spell.since)}" if spell.since else ""
        return f"held by {holder}{since}: {set_by(byhand)}"
    if spell.guessed:
        return f"held by {holder} since an unknown day{by(spell)}"
    since = f" since {in_words(spell.since)}" if spell.since else ""
    told = f"{witnesses(spell, holder)}{latest(spell.carriers)}"
    return f"held by {holder}{since}: {told}{f', {set_by(byhand)}' if byhand else ''}"


def set_by(says: Sequence[Say]) -> str:
    """As in "set by hand by maria on 24 November 2026"."""
    names = dict.fromkeys(one.voice.removeprefix(f"{BY_HAND}:") for one in says)
    days = [one.known.date() for one in says if one.known]
    return f"set by hand by {' and '.join(names)}{f' on {in_words(max(days))}' if days else ''}"


def by(spell: Spell) -> str:
    """Whence an unknown beginning is known: what tells of the end, or of the whole province."""
    if all(one.within for one in spell.carriers):
        return f", by what is told of the whole region on {in_words(spell.carriers[0].day)}"
    return ", as a later report says"


def witnesses(spell: Spell, holder: str) -> str:
    voices = sorted({(o.voice, o.voice_kind) for o in spell.carriers if is_report(o)})
    number = len({voice for voice, _ in voices})
    if all(kind == "own" for _, kind in voices):
        return f"on the word of {holder} alone"
    return f"{number} independent sources" if number > 1 else "1 source"


def is_report(one: Say) -> bool:
    return not is_supposed(one) and one.voice_kind != BY_HAND


def latest(says: Sequence[Say]) -> str:
    days = [day for one in says if is_report(one) and (day := one.reported or one.day) > date.min]
    return f", latest {in_words(max(days))}" if days else ", in undated reports"


def nobody(dossier: Dossier, spell: Spell, name: Namer) -> str:
    gone = sorted({name(one.holder) for one in spell.opposed if not one.favour and one.change})
    if gone and spell.since:
        left = " and ".join(gone)
        return f"{left} lost or left it on {in_words(spell.since)}, and no report says who holds it"
    if spell.opposed:
        return "the reports do not agree on who holds it"
    days = sorted({one.day for one in dossier.unrest if one.day > date.min})
    last = f", last told of for {in_words(days[-1])}" if days else ""
    return f"fighting or movement{last}, but no report says who holds it"


def rivals(spell: Spell, name: Namer) -> list[str]:
    """What is told against the holder, and why it does not prevail."""
    if spell.holder == UNKNOWN or not spell.opposed:
        return []
    parts = []
    for one_sided in (True, False):
        group = [one for one in spell.opposed if one.denial == one_sided]
        if group:
            parts.append(opposition(group, spell, name))
    return parts


def opposition(group: Sequence[Say], spell: Spell, name: Namer) -> str:
    newest = max(group, key=lambda one: (one.day, one.claim))
    day = f" of {in_words(newest.day)}" if newest.day > date.min else ""
    older = spell.since is not None and newest.day < spell.since
    return f"{told_otherwise(newest, name)}{day} {'is older' if older else 'weighs less'}"


def told_otherwise(one: Say, name: Namer) -> str:
    if one.denial:
        teller = one.voice.removeprefix("side:")
        return f"the denial by {name(teller)}" if one.voice.startswith("side:") else "a denial"
    if is_supposed(one):
        return f"what is supposed for {name(one.holder)}"
    if one.favour:
        own = one.voice_kind == "own"
        return f"the claim {'by' if own else 'for'} {name(one.holder)}{' alone' if own else ''}"
    return f"the report that {name(one.holder)} lost it"


def unsettled(trouble: Sequence[Unrest]) -> list[str]:
    if not trouble:
        return []
    newest = max(trouble, key=lambda one: (one.day, one.kind))
    what = "fighting is told" if newest.kind == "battle.clash" else "control is disputed"
    day = f" for {in_words(newest.day)}" if newest.day > date.min else ""
    return [f"{what}{day}"]
