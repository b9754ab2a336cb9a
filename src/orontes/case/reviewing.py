"""What an analyst should look at first, and what a judgement does to the picture."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log10

from orontes.case.asking import Question, asked, at_of, known_of
from orontes.case.judging import Judging
from orontes.case.opened import Time
from orontes.events.known import known_by
from orontes.model.picture_rows import row_of
from orontes.model.review import Doubtful, Effect
from orontes.model.told import Told
from orontes.picture.doubt import Doubts
from orontes.picture.probe import Probe
from orontes.picture.queue import queue
from orontes.picture.view import look
from orontes.vocabulary.load import table


class Reviewing(Judging):
    """The queue of doubtful claims."""

    def review(
        self,
        top: int = 20,
        place: str | None = None,
        kind: str | None = None,
        at: Time = None,
        known: Time = None,
    ) -> list[Doubtful]:
        """The claims to look at first: doubt times what the picture loses if one is rejected.

        Claims on which a judgement is in force are left out.
        """
        day, until = at_of(at), known_of(known)
        told = known_by(self.told(), until)
        start = self._start()
        view = look(told, day, until, self._registry, *start, self._links())
        probe = Probe(told, self._registry, *start, weight)
        doubts = Doubts(view.events, view.control, probe)
        names = ("toll", "displaced", "routes", "events")
        rows = {name: [row_of(one) for one in getattr(view, name)] for name in names}
        question = Question(place=place, kind=kind, at=at, known=known)
        wanted = asked(told, question, self._registry)
        return queue(wanted, probe, doubts, rows, self.judged(), day, top)

    def judged(self) -> frozenset[str]:
        """The claims on which a judgement is in force."""
        standings = self._file.docket().in_force
        return frozenset(claim for one in standings for claim in one.attached)

    def effects(self, before: Sequence[Told]) -> list[Effect]:
        """Who holds which place otherwise than by the claims ``before``: what a judgement did."""
        old = {one.claim.id: one for one in before}
        new = {one.claim.id: one for one in self.told()}
        changed: Mapping[str, Told | None] = {
            claim: new.get(claim)
            for claim in old.keys() | new.keys()
            if claim not in old or claim not in new or new[claim].claim != old[claim].claim
        }
        if not changed:
            return []
        return Probe(before, self._registry, *self._start()).effects(changed)


@cache
def weight(key: str) -> float:
    """Of a place, by its people (vocabulary/review.toml)."""
    from orontes.places.gazetteer import Gazetteer

    rules = table("review")["place"]
    place = Gazetteer.open().get(key.split("#")[0]) if key.startswith("gn:") else None
    if place is None or not place.population:
        return float(rules["unknown"])
    share = log10(place.population) / log10(rules["people"])
    return float(min(max(share, rules["least"]), rules["most"]))
