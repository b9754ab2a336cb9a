"""An event as a sentence that says who says so, and its sources as columns."""

from collections.abc import Iterable

from orontes.brief import acts
from orontes.brief.voices import named
from orontes.brief.wording import bounds, capital, listed, span
from orontes.export.deaths import killed
from orontes.export.material import Material
from orontes.model.event import Event
from orontes.model.told import Told

MARK = "; "


def sentence(event: Event, material: Material) -> str:
    """What happened, on whose word, denied by whom, and the first report's own words."""
    told, denied = material.told(event.claims), material.told(event.denied_by)
    dead = killed(event)
    parts = [f"{capital(acts.of_event(event))}{span(event.when)}"]
    parts += [f"{bounds(dead)} killed"] if dead else []
    parts += [f"according to {tellers(told)}"] if told else []
    parts += [f"denied by {tellers(denied)}"] if denied else []
    text = f"{', '.join(parts)}."
    if not event.dated:
        text += " No report tells the day: it is that of publication."
    return f"{text} “{told[0].claim.quote}”" if told else text


def tellers(told: Iterable[Told]) -> str:
    return listed(unique(name for one in told for name in named(one)), 4)


def unique(items: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


def publishers(told: Iterable[Told]) -> list[str]:
    return unique(one.source.publisher for one in told)


def source(told: Iterable[Told]) -> str:
    return MARK.join(publishers(told))
