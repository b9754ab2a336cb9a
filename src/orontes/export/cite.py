"""How to cite an export."""

from orontes.brief.wording import day, many, moment
from orontes.picture.view import View


def citation(view: View, title: str, revision: int, version: str) -> str:
    """One line: what, from how many reports of which days, as of when, by which Orontes."""
    reports = {one.source.id: one.source for one in view.told}
    publishers = {source.publisher for source in reports.values() if source.publisher}
    days = sorted(instant.date() for source in reports.values() if (instant := source.known))
    span = f", published {day(days[0])} to {day(days[-1])}" if days else ""
    at = f"the end of {day(view.at)}" if view.at else "the last day told of"
    known = f"known by {moment(view.known)}" if view.known else "all reports known"
    return (
        f"“{title}”, case revision {revision}: {many(len(view.told), 'claim')} of"
        f" {many(len(reports), 'report')} by {many(len(publishers), 'publisher')}{span};"
        f" state at {at}, {known}. Made with Orontes {version}; places by GeoNames (CC BY 4.0)."
    )
