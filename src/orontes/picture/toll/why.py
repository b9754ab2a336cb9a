"""One sentence: how many, where, when, by whose count, and how sure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from orontes.model.toll import Bounds, Counted, Measure, Toll
from orontes.model.when import When
from orontes.picture.toll.measure import DISPUTED
from orontes.picture.toll.placing import EXCEEDED
from orontes.picture.words import in_words

MOST = 3
Name = Callable[[str], str]
FATES = (("killed", "killed"), ("injured", "injured"), ("missing", "missing"))
SAYS = {
    "vague": "a figure is a word, not a count",
    "unquantified": "no number is told",
    "casualties": "killed and injured are counted together",
    "up to": "only an upper limit is told",
    "added from parts": "added from the figures for each side",
    DISPUTED: "a party calls the dead fighters, so perhaps none was a civilian",
    EXCEEDED: "the incidents told of add up to more than this total",
    "split": "one figure for several places, split evenly",
    "parties only": "only parties to the war count",
}


def with_why(one: Toll) -> Toll:
    return replace(one, why=sentence(one))


def sentence(one: Toll, name: Name = str) -> str:
    """``name`` may give counters their article."""
    return "; ".join([core(one, name), *remarks(one, name)])


def core(one: Toll, name: Name = str) -> str:
    """As in "37 killed in Hama on 5 December 2024, by the count of …", without remarks."""
    found = [(measure, fate) for key, fate in FATES if (measure := getattr(one, key))]
    said = " and ".join(f"{figure(measure.whole)} {fate}" for measure, fate in found)
    where = f" in {one.place.name}" if one.place else ""
    text = f"{said}{where}{time(one.when, one.dated, one.scope)}{civilians(found)}"
    return f"{text}, {by_count_of(one, name)}"


def civilians(found: Sequence[tuple[Measure, str]]) -> str:
    """As in ", 111 of them civilians"; where several fates are told, of those of the first."""
    measure, fate = found[0]
    if measure.civilians is None:
        return ""
    them = "them" if len(found) == 1 else f"those {fate}"
    number = "all" if measure.civilians == measure.whole else figure(measure.civilians)
    return f", {number} of {them} civilians"


def figure(bounds: Bounds) -> str:
    """As in "at least 826", "37", "12 to 99 (best 24)"."""
    low, best, high = bounds.low, bounds.best, bounds.high
    if high is None:
        told = f"at least {low:,}" if low else "an unknown number"
        return told if best <= low else f"{told} (best {best:,})"
    if low == high:
        return f"{low:,}"
    if low < best and best - low == high - best:
        return f"about {best:,}"
    return f"{low:,} to {high:,}" + (f" (best {best:,})" if low < best < high else "")


def time(when: When | None, dated: bool, scope: str) -> str:
    if when is None or when.latest is None:
        return ""
    if when.earliest == when.latest and scope == "incident":
        return f" on {in_words(when.latest)}" if dated else f" about {in_words(when.latest)}"
    if scope != "incident" and not dated:
        return f" by {in_words(when.latest)}"
    first = earlier_day(when.earliest, when.latest) if when.earliest else ""
    if scope == "incident":
        return f" between {first} and {in_words(when.latest)}" if first else ""
    return f" from {first} to {in_words(when.latest)}" if first else f" by {in_words(when.latest)}"


def earlier_day(first: date, last: date) -> str:
    """The first of two days without the month or year that it shares with the last."""
    if first.year != last.year:
        return in_words(first)
    return str(first.day) if first.month == last.month else in_words(first).rsplit(" ", 1)[0]


def by_count_of(one: Toll, name: Name = str) -> str:
    """As in "by the count of SOHR (one source; no independent count)"."""
    who = names([each for each in one.counters if each.stands], name)
    return f"by the count of {listed(who)} ({standing(one)})"


def names(counters: Sequence[Counted], name: Name) -> list[str]:
    return list(dict.fromkeys(name(called(each.counter)) for each in counters))


def called(counter: str) -> str:
    """As in "the field commander", "doctors"; names stay as they are."""
    return f"the {counter}" if counter[0].islower() and not counter.endswith("s") else counter


def standing(one: Toll) -> str:
    if one.grade == "discounted":
        return "discounted: a more reliable source says otherwise"
    if one.grade == "contested":
        return "contested: it is disputed who did it"
    if one.grade == "confirmed":
        return "confirmed: a party accepts it against its interest"
    if one.sources > 1:
        return f"{one.sources} independent sources"
    return "one source; no independent count" if one.sources else "no independent count"


def remarks(one: Toll, name: Name) -> list[str]:
    found = [SAYS[flag] for flag in one.flags if flag in SAYS]
    if "denied" in one.flags:
        found.append("it is denied")
    if before := revisions(one.counters, name):
        found.append(before)
    if one.placed and one.placed.incidents:
        rest = max(one.placed.rest, 0)
        found.append(
            f"the incidents told of account for {figure(one.placed.told)}; {rest:,} not placed"
        )
    return found


def revisions(counters: Sequence[Counted], name: Name) -> str:
    """The last figures that a counter, or an older count, gave before."""
    old = [each for each in counters if not each.stands]
    old.sort(key=lambda each: (each.day or date.min, each.counter), reverse=True)
    same = {each.counter for each in old} == {each.counter for each in counters if each.stands}
    told = [
        figure(each.bounds)
        + (f" on {in_words(each.day)}" if each.day else "")
        + ("" if same else f" ({name(each.counter)})")
        for each in old[:MOST]
    ]
    told += [f"{len(old) - MOST} more"] if len(old) > MOST else []
    return f"earlier{' by the same' if same else ''}: {joined(told)}" if told else ""


def listed(items: Sequence[str]) -> str:
    shown = list(items[:MOST])
    return joined([*shown, *([f"{len(items) - MOST} more"] if len(items) > MOST else [])])


def joined(items: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
