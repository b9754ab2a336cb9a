"""On whose word: the hedge of a sentence, from the claims that carry it."""

from collections.abc import Iterable, Mapping, Sequence

from orontes.brief.brief import Level
from orontes.brief.wording import display, listed, sources
from orontes.model.event import Event
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.picture.view import View

Index = Mapping[str, Told]
DOUBT_BELOW = 0.5


def by_id(view: View) -> dict[str, Told]:
    return {one.claim.id: one for one in view.told}


def named(told: Told) -> list[str]:
    """Those whom the report credits, else the publisher."""
    credited = [display(actor) for actor in told.claim.said_by]
    return credited or [told.source.publisher or "an unnamed publisher"]


def tellers(ids: Iterable[str], index: Index) -> list[str]:
    return list(dict.fromkeys(name for one in ids if one in index for name in named(index[one])))


def hedge(event: Event, index: Index) -> str:
    """As in "claimed by the army", "according to OCHA; denied by residents"."""
    told = f"reported by {sources(event.sources)}"
    if event.sources < 2:
        told = single([index[one] for one in event.claims if one in index], event.actor) or told
    denied = tellers(event.denied_by, index)
    if event.denied_by:
        told += f"; denied by {listed(denied, 2) or 'others'}"
    return told


def single(told: Sequence[Told], doers: Sequence[ActorName]) -> str:
    if not told:
        return ""
    first = told[0]
    who = listed(named(first), 2)
    if not first.claim.said_by:
        return f"reported by {who}"
    return f"{'claimed by' if own_word(first, doers) else 'according to'} {who}"


def own_word(told: Told, doers: Sequence[ActorName]) -> bool:
    """Whether somebody tells of their own deeds."""
    return bool(keys(told.claim.said_by) & keys(doers))


def keys(actors: Sequence[ActorName]) -> set[str]:
    return {actor.id or actor.name.casefold() for actor in actors}


def level(event: Event, index: Index) -> Level:
    """Disputed if denied; doubtful on one's own word alone, or with little behind it."""
    if event.denied_by:
        return "disputed"
    told = [index[one] for one in event.claims if one in index]
    alone = event.sources < 2 and bool(told) and all(own_word(one, event.actor) for one in told)
    return "doubtful" if alone or event.confidence < DOUBT_BELOW else "plain"
