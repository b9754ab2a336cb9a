"""The brief's first section: who holds what, what changed last, what it cost."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.brief.brief import Sentence
from orontes.brief.people import moved_sentence, size, toll_sentence
from orontes.brief.sections import UNKNOWN, by_weight, change_sentence, claims
from orontes.brief.wording import listed, many, the
from orontes.model.picture import Change, Control
from orontes.picture.view import View

WORTH_A_SUMMARY = 100
NAMED = 7
HOLDERS = 5


def summary(view: View) -> list[Sentence]:
    return [*holders(view), *latest_changes(view), *unsettled(view), *largest(view)]


def holders(view: View) -> list[Sentence]:
    by_holder: dict[str, list[Control]] = defaultdict(list)
    for spell in sorted(view.control, key=by_weight):
        if spell.holder != UNKNOWN and spell.basis != "supposed":
            by_holder[spell.holder_name].append(spell)
    ordered = sorted(by_holder, key=lambda name: (-len(by_holder[name]), name))
    return [holder_sentence(holder, by_holder[holder]) for holder in ordered[:HOLDERS]]


def holder_sentence(holder: str, spells: Sequence[Control]) -> Sentence:
    names = [spell.place for spell in spells]
    text = f"Reported as held by {the(holder)}: {listed(names)}."
    if len(names) > NAMED:
        known = listed(names[:NAMED])
        places = many(len(names), "place")
        text = f"Reported as held by {the(holder)}: {places}, among them {known}."
    newest = [c for spell in spells for c in spell.claims[-1:]]
    return Sentence(text, claims([*newest, *(c for spell in spells for c in spell.claims)]))


def latest_changes(view: View) -> list[Sentence]:
    days = [change.day for change in view.changes if change.day]
    groups: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in view.changes:
        if days and change.day == max(days):
            groups[change.before, change.after, change.supposed].append(change)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].place))
    return [change_sentence(group) for group in ordered]


def unsettled(view: View) -> list[Sentence]:
    spells = [spell for spell in view.control if spell.contested]
    if not spells:
        return []
    names = listed([spell.place for spell in sorted(spells, key=by_weight)], NAMED)
    ids = claims(c for spell in spells for c in (*spell.against, *spell.claims))
    return [Sentence(f"Disputed or fought over: {names}.", ids, "disputed")]


def largest(view: View) -> list[Sentence]:
    """The largest toll and the largest displacement that stand."""
    tolls = [row for row in view.toll if row.killed and size(row) >= WORTH_A_SUMMARY]
    moved = [row for row in view.displaced if row.people and size(row) >= WORTH_A_SUMMARY]
    found = [toll_sentence(max(tolls, key=size), short=True)] if tolls else []
    return [*found, *([moved_sentence(max(moved, key=size), short=True)] if moved else [])]
