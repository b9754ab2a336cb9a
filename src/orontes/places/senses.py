"""The names of a report as what they ask, and what their meanings say of where it plays."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from orontes.places.candidates import Candidate
from orontes.places.place import Place
from orontes.places.units_above import UNITS, key, keys_above, own_key, unit_keys
from orontes.places.weighing import Context, Said

COUNTRY_NAMED = 0.7
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """A name as one sense of it in a report; ``outer`` where the wording makes it the unit round
    another place, so that "Athens, Georgia" does not say which Georgia is meant elsewhere."""

    name: str
    outer: bool = False


@dataclass(slots=True)
class Sense:
    """The meanings of an asked name, what the wording says of it, how often it stands there, and
    how likely each meaning is."""

    name: str
    options: list[Candidate]
    said: Said = field(default_factory=Said)
    times: int = 1
    shares: list[float] = field(default_factory=list)

    def best(self) -> tuple[Place, float] | None:
        if not self.options:
            return None
        place = max(range(len(self.options)), key=lambda i: self.shares[i])
        return self.options[place].place, self.shares[place]

    def likeliest(self) -> Candidate | None:
        if not self.options:
            return None
        return self.options[max(range(len(self.options)), key=lambda i: self.shares[i])]

    def namesakes(self) -> set[str]:
        """Units that share the asked name with a town that lies in them: a bare "Hama" is the
        town, not its province."""
        towns = [option.place for option in self.options if option.place.kind == "settlement"]
        held = {one for town in towns for one in keys_above(town)}
        return held & unit_keys(self.options)


Votes = dict[str, float]


def votes_of(sense: Sense) -> Votes:
    """How much the name speaks for each country and first-level unit."""
    votes: Votes = defaultdict(float)
    often = 1 + log(sense.times)
    for option, share in zip(sense.options, sense.shares, strict=True):
        place = option.place
        worth = often * share * (COUNTRY_NAMED if place.kind == "country" else 1.0)
        if place.country:
            votes[key("country", place.country, None)] += worth
            if place.admin1:
                votes[key("admin1", place.country, place.admin1)] += worth
    return votes


def told(countries: Sequence[str]) -> Votes:
    """Votes for countries that are known beforehand."""
    return {key("country", code, None): 6.0 / (1 + rank) for rank, code in enumerate(countries)}


class Report:
    """All senses of one report; gives each of them what the others say."""

    def __init__(self, senses: Iterable[Sense], countries: Sequence[str]) -> None:
        self._all = list(senses)
        self._told = told(countries)
        self.tally()

    def tally(self) -> None:
        self._votes: dict[str, Votes] = {}
        self._total: Votes = defaultdict(float, self._told)
        for sense in self._all:
            own = self._votes.setdefault(sense.name, defaultdict(float))
            for name, worth in votes_of(sense).items():
                own[name] += worth
                self._total[name] += worth
        self._best = [(sense.name, *best) for sense in self._all if (best := sense.best())]

    def without(self, name: str) -> Context:
        """What all other names say."""
        own = self._votes.get(name, {})
        left = {unit: worth - own.get(unit, 0.0) for unit, worth in self._total.items()}
        total = sum(worth for unit, worth in left.items() if unit.startswith("country")) or 1.0
        others = [(place, sure) for other, place, sure in self._best if other != name]
        return Context(
            {unit: worth / total for unit, worth in left.items() if worth > 0},
            [(place, sure) for place, sure in others if place.kind not in UNITS],
            frozenset(
                own_key(place) for place, sure in others if place.kind in UNITS and sure > SURE
            ),
        )

    def countries(self, least: float) -> list[str]:
        """The two countries that the report speaks most of, if they have that share."""
        shares = self.without("").shares
        named = [unit.split()[1] for unit, share in shares.items()
                 if unit.startswith("country") and share >= least]  # fmt: skip
        return sorted(named, key=lambda code: -shares[f"country {code}"])[:2]
