"""How who holds a place became known: every control claim, and the firsts of every change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from orontes.events.keys import place_key
from orontes.events.known import NEVER
from orontes.events.sides import Sides
from orontes.model.chronicle import Chronicle, Saying
from orontes.model.claim import Claim
from orontes.model.names import ActorName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.dossier import words
from orontes.picture.evidence import bears_on_control, setting_of
from orontes.picture.firsts import turns
from orontes.picture.initial import Home
from orontes.picture.sayings import gives_away, predicate
from orontes.vocabulary.load import table

FIGHTING = "battle.clash"
TAKING = ("territory.capture", "territory.handover", "force.surrender")
Rejecters = Mapping[tuple[str, int], tuple[ActorName, ...]]


def chronicle(
    told: Sequence[Told],
    spells: Sequence[Control],
    sides: Sides,
    initial: Sequence[Control] = (),
) -> Chronicle:
    """What ``told`` (as known, in order) says of the place of the ``spells``, which are not empty.

    Claims of fighting alone are left out; claims of a part of the place are listed, but are no
    first of its change.
    """
    first = spells[0]
    here = [one for one in map(Home(initial).bring, told) if tells(one.claim, first.place_id)]
    rejecters = rejecting(told)
    sayings = tuple(saying(one, rejecters) for one in sorted(here, key=as_told))
    return Chronicle(
        place=first.place,
        place_id=first.place_id,
        lat=first.lat,
        lon=first.lon,
        sayings=sayings,
        turns=turns(sayings, spells, setting_of(told, sides)),
    )


def as_told(told: Told) -> tuple[datetime, str, int, str]:
    """By the moment of publication, and within a report as it goes on; undated reports last."""
    return told.known or NEVER, told.source.id, told.claim.start, told.claim.id


def tells(claim: Claim, place_id: str) -> bool:
    return (
        claim.place is not None
        and claim.kind != FIGHTING
        and bears_on_control(claim)
        and place_key(claim.place) == place_id
    )


def rejecting(told: Iterable[Told]) -> Rejecters:
    """Who rejects something, by report and sentence."""
    return {
        (one.claim.doc, one.claim.start): one.claim.actor
        for one in told
        if one.claim.kind == "statement.reject" and one.claim.stance != "denied"
    }


def saying(told: Told, rejecters: Rejecters) -> Saying:
    claim = told.claim
    speakers = claim.said_by
    if claim.stance == "denied" and not speakers:
        speakers = rejecters.get((claim.doc, claim.start), ())
    return Saying(told, in_words(claim), speakers)


def in_words(claim: Claim) -> str:
    """As in "rebels took it from the army (part)", "denied: rebels entered it"."""
    also = table("chronicle")["also"]
    says: str = pattern(claim).format(
        actor=named(claim.actor) or also["nobody"], target=named(claim.target)
    )
    if claim.extent:
        says += also["extent"].format(extent=claim.extent)
    return also["denied"].format(says=says) if claim.stance == "denied" else says


def pattern(claim: Claim) -> str:
    rows = table("chronicle")
    says, also = rows["says"], rows["also"]
    if claim.kind in TAKING and not claim.actor:
        return str(also["lost"] if claim.target else also["fallen"])
    if gives_away(claim):
        return str(also["gives"])
    if claim.kind == "territory.advance" and predicate(claim).startswith(words("inside")):
        return str(also["inside"])
    link = {"territory.capture": "from", "territory.handover": "from", "force.surrender": "to"}
    told = claim.target and claim.target != claim.actor and link.get(claim.kind)
    return str(says[claim.kind] + (also[told] if told else ""))


def named(actors: Iterable[ActorName]) -> str:
    return " and ".join(actor.name for actor in actors)
