"""What one claim says of who holds its place, voice by voice."""

from collections.abc import Sequence
from datetime import date

from orontes.events.known import published, span
from orontes.events.sides import resolved, side_of, sides_of
from orontes.model.claim import Claim
from orontes.model.judgement import BY_HAND
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.picture.dossier import Say, Setting, rules, words

LONG_STAY = 7


def predicate(claim: Claim) -> str:
    first, last = (end - claim.start for end in claim.predicate)
    return claim.quote[first:last].casefold()


def gives_away(claim: Claim) -> bool:
    return (
        claim.kind == "territory.handover"
        and bool(claim.target)
        and predicate(claim).startswith(words("gives"))
    )


def gainers(claim: Claim) -> tuple[ActorName, ...]:
    return claim.target if gives_away(claim) else claim.actor


def losers(claim: Claim) -> tuple[ActorName, ...]:
    return claim.actor if gives_away(claim) else claim.target


def holder_of(actors: Sequence[ActorName], on: date, setting: Setting) -> str | None:
    """A side, ``joint:a+b`` for several, ``name:…`` for an unresolved name, None for nobody."""
    names = sides_of(actors, on, setting.sides)
    known = sorted(resolved(names)) or sorted(names)[:1]
    if not known:
        return None
    return known[0] if len(known) == 1 else "joint:" + "+".join(known)


def members(holder: str) -> frozenset[str]:
    return frozenset(holder.removeprefix("joint:").split("+"))


def holding(told: Told, day: date, holder: str, setting: Setting) -> list[Say]:
    claim = told.claim
    rivals = resolved(sides_of(losers(claim), day, setting.sides)) - members(holder)
    if (
        losers(claim)
        and not rivals
        and members(holder) & set(sides_of(losers(claim), day, setting.sides))
    ):
        return []
    favour = claim.stance != "denied"
    says = say(told, day, holder, favour, setting, rivals=rivals)
    first = claim.when.earliest if claim.when else None
    if favour and claim.kind == "territory.hold" and first and (day - first).days > LONG_STAY:
        says += say(told, first, holder, True, setting)
    return says


def leaving(told: Told, day: date, setting: Setting) -> list[Say]:
    """Who withdraws or surrenders no longer holds the place; a denial says that it still does."""
    leaver = holder_of(told.claim.actor, day, setting)
    if leaver is None:
        return []
    denied = told.claim.stance == "denied"
    says = say(told, day, leaver, denied, setting)
    taker = holder_of(told.claim.target, day, setting)
    fights = (leaver, taker) in setting.foes
    if told.claim.kind == "force.surrender" and taker and fights and not denied:
        says += say(told, day, taker, True, setting, rivals=members(leaver))
    return says


def say(
    told: Told,
    day: date,
    holder: str,
    favour: bool,
    setting: Setting,
    *,
    rivals: frozenset[str] = frozenset(),
) -> list[Say]:
    """One say for each voice that vouches for the claim."""
    claim, days = told.claim, published(told)
    byhand = claim.reader == BY_HAND
    denied = claim.stance == "denied" and not byhand
    found = {}
    for voice, kind in voices(told, day, holder, favour, setting):
        found[voice] = Say(
            claim=claim.id,
            voice=voice,
            voice_kind=kind,
            day=day,
            known=told.root.known or told.known,
            reported=days[1] if days and not byhand else None,
            holder=holder,
            favour=favour,
            change=byhand or (claim.kind != "territory.hold" and not denied),
            weight=weight(claim, kind, holder),
            dated=span(told)[1],
            denial=denied,
            before=before(claim, rivals, holder, favour),
            again=any(word in predicate(claim) for word in words("again")),
            actors=tuple(actor for actor in (*claim.actor, *claim.target) if actor.id),
        )
    return [found[voice] for voice in sorted(found)]


def before(claim: Claim, rivals: frozenset[str], holder: str, favour: bool) -> tuple[str, ...]:
    """Who held the place until this change, as far as the claim tells."""
    if claim.stance == "denied" or claim.kind == "territory.hold":
        return ()
    return tuple(sorted(rivals)) if favour else (holder,)


def voices(
    told: Told, on: date, holder: str, favour: bool, setting: Setting
) -> list[tuple[str, str]]:
    """Each voice with its kind; all spokesmen of a side about its own success are one voice."""
    if told.claim.reader == BY_HAND:
        return [(f"{BY_HAND}:{one.name}", BY_HAND) for one in told.claim.said_by]
    if not told.claim.said_by:
        return [(next(iter(told.voices)), "publisher")]
    return [voice(actor, on, holder, favour, setting) for actor in told.claim.said_by]


def voice(
    actor: ActorName, on: date, holder: str, favour: bool, setting: Setting
) -> tuple[str, str]:
    if actor.id is None:
        return actor.name.casefold(), "unnamed"
    side = side_of(actor, on, setting.sides)
    if side not in setting.belligerents and side not in members(holder):
        return actor.id, "third"
    return f"side:{side}", interest(side, holder, favour, setting)


def interest(side: str, holder: str, favour: bool, setting: Setting) -> str:
    """Whether what a side of the war says of a holder serves it."""
    if side in members(holder):
        return "own" if favour else "admits"
    if any((side, one) in setting.foes for one in members(holder)):
        return "admits" if favour else "own"
    return "other"


def weight(claim: Claim, voice_kind: str, holder: str) -> float:
    table_ = rules()
    value: float = table_["voice"][voice_kind] * table_["kind"][claim.kind] * claim.confidence
    if (claim.extent or "").startswith(words("most")):
        value *= table_["kind"]["most"]
    if holder.startswith("name:"):
        value *= table_["kind"]["unresolved"]
    return value
