"""Ties between actors as claims tell them: beside the registry, never in its place."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.events.keys import fold
from orontes.events.known import NEVER, known_by
from orontes.events.origins import origins
from orontes.events.sides import Sides
from orontes.model.names import ActorName
from orontes.model.tie import ClaimedSide, Tie
from orontes.model.told import Told
from orontes.picture.toll import begun
from orontes.vocabulary.load import table

TOLD = frozenset({"asserted", "attributed", "past"})
Pair = tuple[str, str, str]


def ties(
    told: Iterable[Told], sides: Sides, at: date | None = None, known: datetime | None = None
) -> list[Tie]:
    """One for each actor, kind and target that claims name, those of most claims first."""
    groups: dict[Pair, list[tuple[Told, ActorName, ActorName]]] = {}
    for one in known_by(told, known):
        claim = one.claim
        if claim.kind in words() and claim.stance in {*TOLD, "denied"} and begun(one, at):
            for actor in claim.actor:
                for target in (other for other in claim.target if key(other) != key(actor)):
                    pair = (key(actor), claim.kind, key(target))
                    groups.setdefault(pair, []).append((one, actor, target))
    made = [tie(group, sides) for group in groups.values()]
    return sorted(
        (one for one in made if one.claims),
        key=lambda one: (-len(one.claims), one.first or NEVER, one.says),
    )


def tie(group: Sequence[tuple[Told, ActorName, ActorName]], sides: Sides) -> Tie:
    (_, actor, target), kind = group[0], group[0][0].claim.kind
    telling = [one for one, *_ in group if one.claim.stance in TOLD]
    found = origins(telling, sides)
    known = [one.known for one in telling if one.known]
    return Tie(
        actor=actor,
        kind=kind,
        target=target,
        says=f"{called(actor, sides)} {words()[kind]} {called(target, sides)}",
        origins=len(frozenset().union(*found.values())),
        first=min(known, default=None),
        last=max(known, default=None),
        by=tuple(dict.fromkeys(teller for one in telling for teller in tellers(one))),
        claims=tuple(one.claim.id for one in telling),
        denied=tuple(one.claim.id for one, *_ in group if one.claim.stance == "denied"),
    )


def claimed_side(
    actor: str, told: Iterable[Tie], sides: Sides, on: date | None
) -> ClaimedSide | None:
    """The one side that claims of enough origins give to the actor with that key, if any."""
    rules = table("positions")["side"]
    given: dict[str, list[Tie]] = {}
    for one in told:
        if one.kind in rules["kinds"] and key(one.actor) == actor and one.target.id:
            given.setdefault(sides.side(one.target.id, on), []).append(one)
    if len(given) != 1:
        return None
    ((side, rests),) = given.items()
    claims = tuple(dict.fromkeys(claim for one in rests for claim in one.claims))
    enough = max(one.origins for one in rests) >= rules["origins"]
    return ClaimedSide(side, claims) if enough else None


def words() -> dict[str, str]:
    return dict(table("positions")["ties"])


def key(actor: ActorName) -> str:
    return actor.id or f"name:{fold(actor.name)}"


def called(actor: ActorName, sides: Sides) -> str:
    return sides.name(actor.id) if actor.id else actor.name


def tellers(told: Told) -> tuple[str, ...]:
    return tuple(one.name for one in told.claim.said_by) or (told.root.publisher or told.root.id,)
