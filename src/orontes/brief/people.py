"""Toll and displacement, each figure with its bounds and whoever counted."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.brief.brief import Sentence
from orontes.brief.sections import claims, first
from orontes.brief.wording import bounds, capital, figure, is_one, listed, span, the, words
from orontes.model.picture import Displacement, Toll
from orontes.picture.view import View


def people(view: View) -> list[Sentence]:
    """The largest figures first; what one counter totalled day by day in one sentence."""
    groups: dict[tuple[object, ...], list[Toll]] = defaultdict(list)
    for row in view.toll:
        if not row.superseded:
            running = row.count.cumulative
            key = (row.kind, row.counted_by, row.count.unit) if running else (id(row),)
            groups[key].append(row)
    found = [(size(group[0]), toll_sentence(group)) for group in map(by_day, groups.values())]
    found += [(size(row), moved_sentence(row)) for row in view.displaced if row.count]
    found.sort(key=lambda item: (-item[0], item[1].text))
    return first([sentence for _, sentence in found], "count", "counts")


def size(row: Toll | Displacement) -> int:
    return (row.count.low or row.count.high or 0) if row.count else 0


def by_day(group: Sequence[Toll]) -> list[Toll]:
    """The newest total first."""
    ends = {id(row): row.when.latest if row.when else None for row in group}
    return sorted(group, key=lambda row: (str(ends[id(row)] or ""), size(row)), reverse=True)


def toll_sentence(group: Sequence[Toll]) -> Sentence:
    newest = group[0]
    running = newest.count.cumulative
    where = f" at {newest.place.name}" if newest.place and not running else ""
    text = f"{bounds(newest.count)} {fate(newest)}{' in all so far' * running}"
    text += f"{where}{span(newest.when)}, according to {the(newest.counted_by)}"
    if len(group) > 1:
        earlier = [figure(row.count) for row in group[1:]]
        text += f"; earlier totals by the same: {listed(earlier, 5)}"
    return Sentence(f"{capital(text)}.", claims(c for row in group for c in row.claims))


def moved_sentence(row: Displacement) -> Sentence:
    assert row.count
    text = f"{bounds(row.count)} {fate(row)}"
    text += f" from {row.origin.name}" if row.origin else ""
    text += f" to {row.destination.name}" if row.destination else ""
    text += f"{span(row.when)}, according to {the(row.counted_by)}"
    return Sentence(f"{capital(text)}.", claims(row.claims))


def fate(row: Toll | Displacement) -> str:
    """As in "were killed", "was killed"."""
    said = words("counts")[row.kind]
    return said.replace("were", "was", 1) if row.count and is_one(row.count) else said
