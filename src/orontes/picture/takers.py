"""Who took a place of which a report tells only that it fell, was freed, or was left."""

from collections.abc import Sequence
from datetime import date

from orontes.events.sides import resolved, sides_of
from orontes.model.told import Told
from orontes.picture.dossier import Dossier, Say, Setting, Unrest, rules, words
from orontes.picture.sayings import holder_of, predicate, say

LEAVES = "territory.withdraw"


def name_takers(dossier: Dossier, setting: Setting) -> None:
    """As in "Hama has fallen", no taker named: the one side told to have taken it then.

    If there is none, or several, the loser that is named no longer holds it. If nobody is named, it
    is the side of the war that says so, or the one that fights the last holder.
    """
    for told, day in dossier.fallen:
        near = rules()["decide"]["fallen_days"]
        takers = {
            one.holder
            for one in dossier.says
            if one.favour and one.change and abs((one.day - day).days) <= near
        }
        if told.claim.kind == LEAVES:
            follow(dossier, told, day, takers, setting)
        elif len(takers) == 1:
            dossier.says += say(told, day, takers.pop(), True, setting)
        elif loser := holder_of(told.claim.target, day, setting):
            dossier.says += say(told, day, loser, False, setting)
            follow(dossier, told, day, takers, setting)
        elif not takers and (taker := heir(dossier, told, day, setting)):
            dossier.says += say(told, day, taker, True, setting)
        else:
            dossier.unrest.append(
                Unrest(told.claim.id, "territory.contest", day, told.known, (), True)
            )


def follow(dossier: Dossier, told: Told, day: date, takers: set[str], setting: Setting) -> None:
    """Who leaves or loses a place that it held leaves it to its foe, if nobody else is told.

    Who evacuates others leaves nothing.
    """
    leaves = told.claim.kind == LEAVES
    loser = holder_of(told.claim.actor if leaves else told.claim.target, day, setting)
    if leaves and told.claim.target and holder_of(told.claim.target, day, setting) != loser:
        return
    before = earlier(dossier, day)
    if takers or loser is None or not before or newest(before) != loser:
        return
    if taker := setting.foe(loser):
        dossier.says += say(told, day, taker, True, setting)


def heir(dossier: Dossier, told: Told, day: date, setting: Setting) -> str | None:
    """Who took a place, if no report names them.

    A side of the war that tells of it without a name tells of its own deed, unless it held the
    place. Else it is the foe of the last holder; a place that was fought for and won back, of
    whose loss nothing is told, is the holder's own again.
    """
    before = earlier(dossier, day)
    if not before:
        return None
    holder = newest(before)
    again = any(word in predicate(told.claim) for word in words("again"))
    speakers = resolved(sides_of(told.claim.said_by, day, setting.sides)) & setting.belligerents
    if len(speakers) == 1 and (speakers != {holder} or again):
        return next(iter(speakers))
    fought = any(one.day < day for one in dossier.unrest)
    if again and fought and all(one.holder == holder for one in before):
        return holder
    return setting.foe(holder)


def earlier(dossier: Dossier, day: date) -> list[Say]:
    return [one for one in dossier.says if one.favour and one.day < day]


def newest(says: Sequence[Say]) -> str:
    return max(says, key=lambda one: (one.day, one.weight, one.claim)).holder
