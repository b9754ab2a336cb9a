"""Which claims a merge or a split speaks of."""

from collections.abc import Sequence

from orontes.errors import WrongCall
from orontes.events.groups import makes_event
from orontes.events.piece import said
from orontes.model.event import Event
from orontes.model.told import Told


def merged(
    first: str, others: Sequence[str], told: Sequence[Told], events: Sequence[Event]
) -> list[str]:
    """The claims that are told to be of one event; an event stands for all of its claims."""
    if not others:
        raise WrongCall("say with what to merge it: orontes judge CASE A merge B…")
    claims = [claim for one in (first, *others) for claim in claims_of(one, told, events)]
    found = list(dict.fromkeys(claims))
    if len(found) < 2:
        raise WrongCall(f"{first} is one claim; a merge needs another beside it")
    makers = {one.claim.id for one in told if makes_event(one)}
    if idle := next((claim for claim in found if claim not in makers), None):
        raise WrongCall(
            f"{idle} tells of no event (a state, a plan, a denial or a statement of opinion);"
            " only what is told to have happened can be merged"
        )
    return found


def parted(
    claim: str, others: Sequence[str], told: Sequence[Told], events: Sequence[Event]
) -> list[str]:
    """The claim, then those of which it is told not to be of one event.

    What says the same in the same words, as a copy does, stays with it.
    """
    own = next((one for one in events if claim in (*one.claims, *one.denied_by)), None)
    if own is None:
        raise WrongCall(f"{claim} is of no event; `orontes events CASE` lists them")
    named = [each for one in others for each in claims_of(one, told, events)]
    by_id = {one.claim.id: one for one in told}
    words = said(by_id[claim])
    found = [one for one in named or own.claims if one in by_id and said(by_id[one]) != words]
    if not found:
        raise WrongCall(f"{claim} is alone in its event, with its copies; there is nothing to part")
    return list(dict.fromkeys([claim, *found]))


def claims_of(identity: str, told: Sequence[Told], events: Sequence[Event]) -> Sequence[str]:
    """A claim, or all claims of an event, by the id or the start of it."""
    claims = {one.claim.id for one in told if identity and one.claim.id.startswith(identity)}
    happened = [one for one in events if identity and one.id.startswith(identity)]
    if len(claims) + len(happened) > 1 and identity not in claims:
        raise WrongCall(f"several ids begin with {identity}; write more of it")
    if not claims and not happened:
        raise WrongCall(
            f"there is no claim or event {identity}; `orontes claims CASE` and `orontes events"
            " CASE` list them"
        )
    return happened[0].claims if happened else sorted(claims & {identity} or claims)
