"""Claims with their actors looked up; the report's own wording stays."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from orontes.actors.registry import Registry
from orontes.model.claim import Claim
from orontes.model.names import ActorName
from orontes.model.report import Report
from orontes.model.when import days_of


def resolve(
    claims: Sequence[Claim], report: Report, registry: Registry, countries: Sequence[str] = ()
) -> list[Claim]:
    """The claims with the ids of actors, targets and speakers.

    Whose army "the army" is tell the country of the claim's place, then ``countries`` (without
    them, those of all the claims' places), on the claim's own day, then the report's. Private
    persons get no id (design, law 8).
    """
    where = list(countries) or countries_of(claims)
    published = days_of(report.source.published)[1] if report.source.published else None
    return [resolved(claim, registry, where, published) for claim in claims]


def resolved(
    claim: Claim, registry: Registry, countries: Sequence[str], published: date | None
) -> Claim:
    """Parties are who they were when it happened, speakers who they are as they speak."""
    where, on = near(claim, countries), day_of(claim) or published

    def known(names: tuple[ActorName, ...], day: date | None) -> tuple[ActorName, ...]:
        return tuple(named(name, registry, where, day) for name in names)

    return replace(
        claim,
        actor=known(claim.actor, on),
        target=known(claim.target, on),
        said_by=known(claim.said_by, published or on),
    )


def named(
    name: ActorName, registry: Registry, countries: Sequence[str], on: date | None
) -> ActorName:
    found = registry.find(name.name, countries, on)
    return replace(name, id=found.id) if found else name


def near(claim: Claim, countries: Sequence[str]) -> list[str]:
    """The report's countries, that of the claim's place first if it is one of them."""
    here = claim.place.country if claim.place else None
    return sorted(countries, key=lambda country: country != here)


def day_of(claim: Claim) -> date | None:
    return (claim.when.latest or claim.when.earliest) if claim.when else None


def countries_of(claims: Sequence[Claim]) -> list[str]:
    """Countries of the claims' places, the most named first."""
    seen = Counter(
        claim.place.country for claim in claims if claim.place is not None and claim.place.country
    )
    return [country for country, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))]
