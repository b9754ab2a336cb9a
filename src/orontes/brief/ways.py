"""Ways and sieges: what reports tell of them, and what captures did to connections."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.brief.brief import Sentence
from orontes.brief.sections import claims, first
from orontes.brief.voices import Index, by_id
from orontes.brief.wording import actors, capital, listed, number, span, the, words
from orontes.model.picture import Route
from orontes.model.ways import Encirclement
from orontes.picture.view import View

MOST_CAPTURES = 6
NAMED = 5


def ways(view: View) -> list[Sentence]:
    """What is told first; what is derived says by which graph."""
    index = by_id(view)
    told = [told_sentence(route, index) for route in view.routes]
    return [*first(told, "report of a way", "reports of ways"), *sieges(view), *derived(view)]


def told_sentence(route: Route, index: Index) -> Sentence:
    names = listed([place.name for place in route.places], 4) or "a place that is not named"
    between = "between" if len(route.places) > 1 else "to or through"
    who = actors(route.actor, 2)
    active, passive = words("routes")[route.state], words("routes_passive")[route.state]
    text = (active if who else passive).format(actor=who, place=f"{between} {names}", name=names)
    if route.sides:
        text += f" on {number(route.sides)} sides"
    stances = {index[c].claim.stance for c in route.claims if c in index}
    open_yet = bool(stances) and not stances & {"asserted", "attributed"}
    return Sentence(
        f"{capital(text)}{span(route.when)}.",
        claims(reversed(route.claims)),
        "doubtful" if open_yet else "plain",
    )


def derived(view: View) -> list[Sentence]:
    """One sentence a capture, the newest first."""
    groups: dict[str, list[Route]] = defaultdict(list)
    for way in view.ways:
        groups[way.why.partition(": ")[0]].append(way)
    found = [capture_sentence(taken, group) for taken, group in groups.items()]
    what = "that changed ways"
    return first(found, f"capture {what}", f"captures {what}", MOST_CAPTURES)


def capture_sentence(taken: str, group: Sequence[Route]) -> Sentence:
    """As in "Hama passed to Syrian opposition on 5 December 2024; by assumed ways that …"."""
    done = words("derived")
    told = []
    for state in done.keys() & {way.state for way in group}:
        alike = [way for way in group if way.state == state]
        ends = listed([connection(way) for way in alike], NAMED)
        whose = alike[0].actor if state == "open" else alike[0].target
        told.append((list(done).index(state), done[state].format(ends=ends, side=side(whose))))
    graph = "assumed ways" if "(by assumed ways)" in group[0].why else "the imported roads"
    text = f"{taken}; by {graph} that {listed([text for _, text in sorted(told)])}."
    supposed = any("Supposed: " in way.why for way in group)
    return Sentence(
        text,
        claims(c for way in group for c in way.claims),
        "supposed" if supposed else "derived",
    )


def side(whose: Sequence[object]) -> str:
    return the(getattr(whose[0], "name", "")) if whose else "its holders"


def connection(way: Route) -> str:
    """Its two ends; of one that opens only where it leads."""
    names = [place.name for place in way.places]
    return names[-1] if way.state == "open" else "–".join(names)


def sieges(view: View) -> list[Sentence]:
    """Places that reports call encircled, by their exits."""
    return [siege(one) for one in view.sieges if one.claimed is not None]


def siege(one: Encirclement) -> Sentence:
    holder = f", held by {the(one.holder_name)}" if one.holder_name else ""
    ids = (*one.claims, *(claim for way in one.exits for claim in way.claims))
    return Sentence(f"Round {one.place.name}{holder}: {one.why}", claims(ids), "derived")
