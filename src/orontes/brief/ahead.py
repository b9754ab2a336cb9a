"""What reports say may come next; never worded as this brief's own view."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from orontes.brief.brief import Sentence
from orontes.brief.sections import claims, first
from orontes.brief.voices import named
from orontes.brief.wording import actors, capital, listed, number, sources, words
from orontes.events.keys import place_key
from orontes.events.known import order
from orontes.model.claim import Claim
from orontes.model.told import Told
from orontes.picture.view import View

NEXT_KINDS = ("territory.", "battle.", "strike.", "route.", "movement.", "force.", "relation.arm")
EXCERPT_WORDS = 30
Group = Sequence[Told]


def outlook(view: View) -> list[Sentence]:
    """What reports call possible, planned or thinkable, and the ways they call at risk."""
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    moved = last_changes(view)
    past: list[Told] = []
    for one in sorted(view.told, key=order):
        claim = one.claim
        if not ahead(claim):
            continue
        if overtaken(one, moved):
            past.append(one)
        else:
            groups[claim.kind, where_key(claim), claim.stance].append(one)
    newest = sorted(groups.values(), key=lambda g: order(g[-1]), reverse=True)
    ordered = sorted(newest, key=lambda g: -len(voices(g)))
    found = first([sentence(group) for group in ordered], "such report", "such reports")
    return [*found, *([bygone(past)] if past else [])]


def ahead(claim: Claim) -> bool:
    if claim.kind == "route.threaten" and claim.stance in {"asserted", "attributed"}:
        return True
    return claim.stance in words("ahead_stances") and claim.kind.startswith(NEXT_KINDS)


def where_key(claim: Claim) -> str:
    places = claim.route or ((claim.place,) if claim.place else ())
    return "|".join(sorted(place_key(place) for place in places)) or claim.id


def last_changes(view: View) -> dict[str, date]:
    days: dict[str, date] = {}
    for change in view.changes:
        if change.day:
            days[change.place_id] = max(change.day, days.get(change.place_id, change.day))
    return days


def overtaken(told: Told, moved: Mapping[str, date]) -> bool:
    """Whether the place has changed hands since the report."""
    claim = told.claim
    if not claim.kind.startswith("territory.") or claim.place is None or told.known is None:
        return False
    changed = moved.get(place_key(claim.place))
    return changed is not None and changed > told.known.date()


def voices(group: Group) -> set[str]:
    return {voice for one in group for voice in one.voices}


def sentence(group: Group) -> Sentence:
    newest = group[-1]
    claim = newest.claim
    if len(voices(group)) == 1:
        who, says = capital(listed(named(newest), 2)), "says" if one_name(newest) else "say"
    else:
        who, says = capital(sources(len(voices(group)))), "say"
    state = words("ahead_stances").get(claim.stance, "is at risk")
    text = f"{who} {says} that {subject(claim)} {state}: “{excerpt(claim.quote)}”"
    return Sentence(text, claims(one.claim.id for one in reversed(group)), "doubtful")


def one_name(told: Told) -> bool:
    return len(named(told)) == 1 and not named(told)[0].casefold().endswith("s")


def subject(claim: Claim) -> str:
    if claim.kind == "route.threaten" and claim.stance in {"asserted", "attributed"}:
        return f"the way {ends(claim)}"
    what = words("ahead").get(claim.kind, f"“{claim.kind}” at {{place}}")
    by = f" by {actors(claim.actor, 2)}" if claim.actor else ""
    place = claim.place.name if claim.place else "an unnamed place"
    return what.format(place=place, road=f"the way {ends(claim)}") + by


def ends(claim: Claim) -> str:
    places = claim.route or ((claim.place,) if claim.place else ())
    names = listed([place.name for place in places], 4) or "that is not named"
    return f"between {names}" if len(places) > 1 else f"to or through {names}" if places else names


def bygone(past: Group) -> Sentence:
    places = dict.fromkeys(one.claim.place.name for one in past if one.claim.place)
    text = f"{capital(number(len(past)))} such {'report' if len(past) == 1 else 'reports'}"
    text += f" on {listed(list(places), 6)} came before the place changed hands."
    return Sentence(text, claims(one.claim.id for one in past))


def excerpt(quote: str, most: int = EXCERPT_WORDS) -> str:
    parts = quote.split()
    return " ".join(parts[:most]) + (" …" if len(parts) > most else "")
