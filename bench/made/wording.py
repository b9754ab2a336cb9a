"""How one made report words a happening: figures, days, places and names."""

import random
from dataclasses import dataclass, field
from datetime import date

from bench.made.filling import Filled, fill
from bench.made.happening import Happening
from bench.made.world import data
from orontes.model.count import Count
from orontes.model.when import When

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty"
).split()
PRECISIONS = {"exact": 60, "near": 12, "wide": 3}


@dataclass(slots=True)
class Facts:
    """What one report has learnt: its figures, how exactly it knows the place, its words."""

    published: date
    killed: int | None
    injured: int | None
    people: int | None
    precision: str = "exact"
    counts: dict[str, Count] = field(default_factory=dict)
    when: When | None = None


def facts(rng: random.Random, one: Happening, published: date) -> Facts:
    """Figures as they stood: revised later, a little different by counter, now and then far off."""
    late = (published - one.day).days >= 2
    killed = one.later if late and one.killed else one.killed
    people = one.later if late and one.people else one.people
    if killed and rng.random() < 0.15:
        killed = max(2, killed + rng.choice((-2, -1, 1, 2)))
    elif killed and rng.random() < 0.07:
        killed = max(2, rng.choice((killed // 3, killed // 2, killed * 2)))
    found = Facts(published, killed, one.injured, people)
    options = dict(PRECISIONS)
    options |= {"district": 25} if one.district else {}
    options |= {"site": 30} if one.site else {}
    if not unit(one):
        del options["wide"]
    found.precision = rng.choices(list(options), list(options.values()))[0]
    return found


def unit(one: Happening) -> str | None:
    """The town's first-level unit where English text could name it as it is."""
    name = one.town.admin1
    return name if name and name.isascii() and name != one.town.name else None


def figure(rng: random.Random, number: int, noun: str) -> tuple[str, Count]:
    told = SMALL[number] if number <= 20 and rng.random() < 0.4 else f"{number:,}"
    roll = rng.random()
    if roll < 0.25:
        return f"at least {told} {noun}", Count(number, None)
    if number > 20 and roll < 0.35:
        tens = number - (number % 10 or 10)
        return f"more than {tens:,} {noun}", Count(tens, None)
    return f"{told} {noun}", Count(number, number)


def values(rng: random.Random, one: Happening, known: Facts, dated: bool) -> dict[str, str | None]:
    """Every slot's words; ``known`` keeps the figures and days that they stand for."""
    found: dict[str, str | None] = {
        "town": one.town.name,
        "unit": unit(one),
        "district": one.district,
        "site": one.site,
        "weapon": one.weapon,
        "about": one.about,
        "actor": rng.choice(one.actor.names),
        "target": rng.choice(one.target.names) if one.target else None,
    }
    victims = "fighters" if one.kind == "battle.clash" else "victims"
    counted(rng, found, known, "killed", known.killed, victims)
    counted(rng, found, known, "injured", known.injured, None)
    people = "displaced" if one.kind == "movement.flee" else "captives"
    counted(rng, found, known, "people", known.people, people)
    hurt = found["injured"] if rng.random() < 0.6 else None
    found["hurting"] = f" and {rng.choice(('wounding', 'injuring'))} {hurt}" if hurt else ""
    main = known.killed or known.people
    found["n"] = found["number"] = f"{main:,}" if main else None
    known.when = When.on(one.day) if dated else None
    found |= days(rng, one.day, known.published, dated)
    found["at"] = piece(rng, "", known.precision, found)
    found["spot"] = piece(rng, "spot_", known.precision, found)
    return found


def counted(
    rng: random.Random,
    found: dict[str, str | None],
    known: Facts,
    slot: str,
    number: int | None,
    nouns: str | None,
) -> None:
    if number is None:
        found[slot] = None
        return
    noun = rng.choice(data("parts")[nouns]) if nouns else ""
    words, known.counts[slot] = figure(rng, number, noun)
    found[slot] = words.strip()


def piece(rng: random.Random, prefix: str, kind: str, found: dict[str, str | None]) -> str:
    forms = list(data("parts")["places"][prefix + kind])
    rng.shuffle(forms)
    filled = next(filled for form in forms if (filled := fill(form, found, rng)))
    return filled.text


def days(rng: random.Random, day: date, published: date, dated: bool) -> dict[str, str | None]:
    if not dated:
        return {"when": "", "when_first": None, "whens": "the"}
    past = (published - day).days
    full = f"{day.day} {day:%B}"
    forms = {f"on {day:%A}": f"{day:%A}'s"} if past < 6 else {}
    forms |= {f"on {full}": f"the {full}", f"on {day:%B} {day.day}": f"the {full}"}
    if rng.random() < 0.2:
        forms = {f"on {full} {day.year}": f"the {full}"}
    elif past == 1 and rng.random() < 0.4:
        forms = {"yesterday": "yesterday's"}
    elif past == 0 and rng.random() < 0.3:
        forms = {"earlier today": "today's"}
    elif past < 4 and rng.random() < 0.6:
        forms = {f"on {day:%A}": f"{day:%A}'s"}
    when = rng.choice(list(forms))
    return {"when": when, "when_first": f"{when},", "whens": forms[when]}


def worded(
    rng: random.Random, one: Happening, role: str, slots: dict[str, str | None]
) -> Filled | None:
    """One sentence about the happening, None where no template of that role can be filled."""
    templates = list(data("wording")[one.kind][role])
    rng.shuffle(templates)
    return next((found for t in templates if (found := fill(t, slots, rng))), None)
