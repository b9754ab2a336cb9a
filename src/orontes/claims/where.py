"""Where a claim happened: the most exact place that its clause supports."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from orontes.claims import extents
from orontes.claims.discourse import Discourse
from orontes.claims.extents import Extent
from orontes.claims.inner import inside, named_in
from orontes.claims.match import Hit
from orontes.claims.mentions import Mentions
from orontes.claims.spots import Spot, before, is_ground, named_spots, of_mention
from orontes.claims.syntax import objects, unwrap
from orontes.claims.venue import is_venue
from orontes.claims.words import words
from orontes.model.names import PlaceName

SPREADS = ("territory", "route")
AROUND = words(
    "in at near around outside inside on over across toward towards to into from throughout of"
)
ENDS = ("to", "toward", "towards", "into")
GROUND = ("patient", "of", "over")
ROUND = ("near", "around", "outside", "in", "at", "inside", "of")


def of_hit(hit: Hit, mentions: Mentions, discourse: Discourse) -> list[Spot] | None:
    """Places of a hit: one for each coordinated name in territory kinds, else the first found.

    None where the clause has no phrase for it, and the place must be looked for round about.
    """
    told = list(spots(hit, hit.frame.roles.get("place", ()), mentions, discourse))
    group = hit.frame.kind.split(".")[0]
    if group == "territory":
        return of_ground(hit, told, mentions, discourse)
    if told:
        return distinct(told) if group in SPREADS else told[:1]
    if group == "relation":
        return []
    if group == "statement":
        return below(hit.trigger, mentions)
    return None


def spots(
    hit: Hit, roles: Iterable[str], mentions: Mentions, discourse: Discourse
) -> Iterator[Spot]:
    for role in roles:
        for token in role_tokens(hit, role):
            loose = role in {"patient", "agent", "self"}
            for spot in named_spots(token, mentions, discourse, loose):
                yield replace(spot, extent=extents.of_name(spot.token, top_of(token)))


def top_of(token: Token) -> Token:
    """The head of the phrase, with the preposition that ties it: "near Hama"."""
    head = token.head
    tied = head.dep_ in {"prep", "advmod"} and extents.is_away(head)
    return head if tied else token


def of_ground(
    hit: Hit, told: list[Spot], mentions: Mentions, discourse: Discourse
) -> list[Spot] | None:
    """Places that a territory frame tells: exact ones before those that are only near by."""
    if told:
        told += spots(hit, ("including",), mentions, discourse)
    elif any(hit.roles.get(role) for role in hit.frame.roles.get("place", ()) if role in GROUND):
        told = of_unnamed(hit, mentions, discourse)
    else:
        return None
    share = extents.of_trigger(hit.trigger)
    if hit.frame.kind == "territory.withdraw":
        told = [replace(spot, extent=None) if is_left(spot) else spot for spot in told]
    return exact(replace(spot, extent=spot.extent or share) for spot in told)


def is_left(spot: Spot) -> bool:
    """As in "redeployed outside Hama": Hama is what they left."""
    return spot.extent is not None and spot.extent.apart and spot.extent.word.lower_ == "outside"


def without_ends(hit: Hit, found: list[Spot], mentions: Mentions) -> list[Spot]:
    """Where forces leave to is not where they leave: "withdrew to Homs"."""
    if hit.frame.kind != "territory.withdraw":
        return found
    ends = {
        mention.name
        for role in ENDS
        for token in hit.roles.get(role, [])
        for mention in named_in(token, mentions)
    }
    return [spot for spot in found if spot.name not in ends]


def exact(found: Iterable[Spot]) -> list[Spot]:
    """Each place once; those only near what is meant where no other is told."""
    told = distinct(found)
    return [spot for spot in told if not (spot.extent and spot.extent.apart)] or told


def distinct(found: Iterable[Spot]) -> list[Spot]:
    return list({spot.name: spot for spot in reversed(list(found))}.values())[::-1]


def of_unnamed(hit: Hit, mentions: Mentions, discourse: Discourse) -> list[Spot]:
    """The place round a thing without a name: "took the television building", "two villages"."""
    patient = next((t for role in GROUND for t in hit.roles.get(role, [])), None)
    if patient is None:
        return []
    value, thing = extents.bare(patient), unwrap(patient)
    round_about = list(spots(hit, ROUND, mentions, discourse))
    if round_about:
        share = Extent(value or "part", thing, apart=True)
        return [replace(spot, extent=spot.extent or share) for spot in round_about]
    earlier = before(hit.trigger, mentions)
    place = earlier[-1] if earlier else discourse.focus()
    return [Spot(place, thing, Extent(value, thing))] if place and value else []


def role_tokens(hit: Hit, role: str) -> list[Token]:
    return hit.roles.get("self", [hit.trigger]) if role == "self" else hit.roles.get(role, [])


def named(
    token: Token, mentions: Mentions, discourse: Discourse, loose: bool = False
) -> Iterator[PlaceName]:
    """The place that a phrase names, by itself, by an inner name, or by reference.

    ``loose`` takes an unknown name for a place where the frame wants one ("captured Bourem").
    """
    for spot in named_spots(token, mentions, discourse, loose):
        yield spot.place


def below(trigger: Token, mentions: Mentions) -> list[Spot]:
    """The first place named in what the trigger governs."""
    subtree = {token.i for token in trigger.subtree}
    for mention in mentions.all:
        if mention.first in subtree and mention.first > trigger.i and is_ground(mention, trigger):
            return [of_mention(mention, trigger)]
    return []


def fallback(trigger: Token, mentions: Mentions, discourse: Discourse) -> list[Spot]:
    """A locative phrase of the clause or of those above it, else the sentence's, else the focus."""
    node = trigger
    for _ in range(6):
        if place := around(node, trigger, mentions, discourse):
            return [place]
        if node.dep_ in {"ROOT", "ccomp", "relcl"}:
            break
        node = node.head
    here = [
        mention
        for mention in mentions.all
        if trigger.sent.start <= mention.first < trigger.sent.end
        and is_ground(mention, trigger)
        and not is_venue(trigger.doc[mention.last])
    ]
    if here:
        nearest = min(here, key=lambda item: abs(item.first - trigger.i))
        return [of_mention(nearest, trigger)]
    focus = discourse.focus()
    return [Spot(focus, trigger)] if focus else []


def around(node: Token, trigger: Token, mentions: Mentions, discourse: Discourse) -> Spot | None:
    for child in node.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in AROUND:
            for item in objects(child):
                for spot in named_spots(item, mentions, discourse):
                    return spot
    for child in node.children:
        if child.i == trigger.i:
            continue
        if child.dep_ in {"poss", "compound"} and mentions.sort(child) == "place":
            return of_mention(mentions.at[child.i], child)
        if child.dep_ in {"dobj", "nsubjpass", "nsubj", "poss", "compound", "pobj"}:
            for mention in inside(child, mentions):
                return of_mention(mention, child)
    return None
