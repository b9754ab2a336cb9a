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

    Without ``countries`` those of the claims' resolved places tell which army "the army" is.
    Private persons get no id (design, law 8).
    """
    where = list(countries) or countries_of(claims)
    on = days_of(report.source.published)[1] if report.source.published else None

    def known(names: tuple[ActorName, ...]) -> tuple[ActorName, ...]:
        return tuple(named(name, registry, where, on) for name in names)

    return [
        replace(
            claim,
            actor=known(claim.actor),
            target=known(claim.target),
            said_by=known(claim.said_by),
        )
        for claim in claims
    ]


def named(
    name: ActorName, registry: Registry, countries: Sequence[str], on: date | None
) -> ActorName:
    found = registry.find(name.name, countries, on)
    return replace(name, id=found.id) if found else name


def countries_of(claims: Sequence[Claim]) -> list[str]:
    """Countries of the claims' places, the most named first."""
    seen = Counter(
        claim.place.country for claim in claims if claim.place is not None and claim.place.country
    )
    return [country for country, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))]
