from dataclasses import dataclass
from datetime import datetime
from typing import Any

from orontes.model.names import ActorName
from orontes.model.rows import actor_row, instant


@dataclass(frozen=True, slots=True)
class Tie:
    """What claims tell of how one actor stands to another: backs, joins, breaks with…

    It stands beside the registry and never in its place. ``origins`` counts independent ones;
    ``by`` are the speakers, else the publishers; ``denied`` are the claims that deny it.
    """

    actor: ActorName
    kind: str
    target: ActorName
    says: str
    origins: int
    first: datetime | None
    last: datetime | None
    by: tuple[str, ...]
    claims: tuple[str, ...]
    denied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimedSide:
    """The side that claims of at least two origins give to an actor of which no table tells."""

    side: str
    claims: tuple[str, ...]


def tie_row(tie: Tie) -> dict[str, Any]:
    return {
        "actor": actor_row(tie.actor),
        "kind": tie.kind,
        "target": actor_row(tie.target),
        "says": tie.says,
        "origins": tie.origins,
        "first": instant(tie.first),
        "last": instant(tie.last),
        "by": list(tie.by),
        "claims": list(tie.claims),
        "denied": list(tie.denied),
    }
