"""Made reports: which outlet tells which happenings when, on whose word."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from bench.made.filling import Filled, capital, fill
from bench.made.happening import Happening, happenings
from bench.made.wording import Facts, facts, values, worded
from bench.made.world import Party, data, speakers
from orontes.model.report import Source
from orontes.reports.identity import report_id

LEAST_REPORTS = 400
COPIED, HEADED, DETAILED, SECOND, DENIED, BLAME = 0.15, 0.4, 0.45, 0.25, 0.06, 0.12
BLAMED = ("strike.shelling", "strike.air", "strike.explosion", "civilians.attack")
AGENCIES = data("wars")["general"]["ids"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence of a report that tells of a happening, and what it tells."""

    happening: Happening
    role: str
    text: str
    slots: frozenset[str]
    known: Facts
    credit: Party | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A made report with its mentions; ``copied`` is the id of the one that it reprints."""

    id: str
    publisher: str
    published: str
    text: str
    mentions: tuple[Mention, ...]
    copied: str | None = None

    @property
    def source(self) -> Source:
        return Source(self.id, publisher=self.publisher, published=self.published)


def made(seed: int) -> tuple[list[Happening], list[Made]]:
    """The true events of a seed and the reports that tell of them, in order of publication."""
    rng = random.Random(seed)
    events = happenings(rng)
    reports = [report for one in events for report in told(rng, one, events)]
    while len(reports) < LEAST_REPORTS:
        reports.append(report_on(rng, rng.choice(events), events, rng.randrange(4)))
    reports += [reprint(rng, one) for one in reports if rng.random() < COPIED]
    unique = {report.id: report for report in reports}
    return events, sorted(unique.values(), key=lambda report: (report.published, report.id))


def told(rng: random.Random, one: Happening, events: Sequence[Happening]) -> list[Made]:
    after = [0, *(rng.choice((0, 1, 1, 2, 3)) for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 4))))]
    return [report_on(rng, one, events, days) for days in after]


def report_on(rng: random.Random, one: Happening, events: Sequence[Happening], after: int) -> Made:
    """A report led by a happening, so many days later, with another of its war now and then."""
    hour = rng.randrange(18, 24) if after == 0 else rng.randrange(5, 22)
    moment = datetime.combine(one.day + timedelta(after), time(hour, rng.randrange(60)), UTC)
    outlet = rng.choice(one.war.outlets)
    parts = story(rng, one, moment, outlet)
    others = [
        other
        for other in events
        if other.war is one.war and other is not one and 0 <= (moment.date() - other.day).days <= 3
    ]
    if others and rng.random() < SECOND:
        parts += aside(rng, rng.choice(others), moment, outlet)
    return assembled(rng, outlet, moment, parts)


def story(rng: random.Random, one: Happening, moment: datetime, outlet: str) -> list[Mention]:
    known = facts(rng, one, moment.date())
    if one.target and one.kind in BLAMED and rng.random() < BLAME:
        one = replace(one, actor=one.target, target=one.actor)
    late = (moment.date() - one.day).days >= 1 and rng.random() < 0.3
    if one.target and rng.random() < DENIED and (denial := mention(rng, one, "denial", known)):
        return [denial]
    parts = []
    if rng.random() < HEADED and (head := mention(rng, one, "headline", known)):
        parts.append(head)
    lead = (late and mention(rng, one, "late", known)) or mention(rng, one, "lead", known)
    if lead is None:
        raise ValueError(f"no lead for {one.kind}")
    parts.append(credited(rng, lead, outlet))
    if rng.random() < DETAILED and (more := mention(rng, one, "detail", known)):
        parts.append(more)
    return parts


def aside(rng: random.Random, one: Happening, moment: datetime, outlet: str) -> list[Mention]:
    known = facts(rng, one, moment.date())
    found = mention(rng, one, "lead", known)
    if found is None:
        return []
    link = rng.choice(data("parts")["links"])
    said = credited(rng, found, outlet)
    return [replace(said, text=capital(link + lowered(said)))]


def mention(rng: random.Random, one: Happening, role: str, known: Facts) -> Mention | None:
    same_day = known.published == one.day
    dated = role in ("lead", "late", "denial") and not (same_day and rng.random() < 0.35)
    mine = replace(known, counts={}, when=None)
    slots = values(rng, one, mine, dated)
    filled = worded(rng, one, role, slots)
    return Mention(one, role, capital(filled.text), filled.slots, mine) if filled else None


def credited(rng: random.Random, lead: Mention, outlet: str) -> Mention:
    """The lead in the outlet's own voice, on somebody's word, or on his as an agency relays it."""
    roll = rng.random()
    if roll < 0.4 or lead.happening.kind.startswith("statement"):
        return lead
    war = lead.happening.war
    crowd = [Party(word, (word,)) for word in data("wars")["general"]["crowd"]]
    who = war.monitor if rng.random() < 0.45 else rng.choice(crowd)
    table = data("parts")["credit"]
    form = rng.choice(table["after"] + table["before"])
    if roll > 0.88 and (relays := [name for name in AGENCIES if name != outlet]):
        form, agency = rng.choice(table["relayed"]), rng.choice(relays)
    else:
        agency = ""
    text = lead.text if form.startswith("{text}") else lowered(lead)
    slots = {"text": text, "credit": rng.choice(who.names), "agency": agency}
    filled = fill(form, slots, rng) or Filled(lead.text, frozenset())
    return replace(lead, text=capital(filled.text), credit=who)


def lowered(lead: Mention) -> str:
    """The text as it reads in mid-sentence: names keep their capital."""
    first = lead.text.split()[0].rstrip(",'s")
    if first in {name.split()[0].rstrip(",'s") for name in proper(lead)}:
        return lead.text
    return lead.text[:1].lower() + lead.text[1:]


def proper(lead: Mention) -> list[str]:
    """Every name that may open a sentence about the happening."""
    one = lead.happening
    parties = [one.war.monitor, one.war.state, one.war.rebel, *speakers()]
    names = [name for who in parties for name in who.names if name[0].isupper()]
    return [one.town.name, *names, *AGENCIES]


def assembled(rng: random.Random, outlet: str, moment: datetime, parts: Sequence[Mention]) -> Made:
    text, placed = "", []
    for number, part in enumerate(parts):
        sentence = part.text if part.role == "headline" else f"{part.text}."
        placed.append(replace(part, start=len(text), end=len(text) + len(sentence)))
        text += sentence + ("\n\n" if part.role == "headline" else " ")
        if part.role != "headline" and number == len(parts) - 1 and rng.random() < 0.5:
            text += rng.choice(data("parts")["fillers"])
    published = moment.isoformat(timespec="minutes")
    text = text.strip()
    identity = report_id(text, outlet, None, published)
    return Made(identity, outlet, published, text, tuple(placed))


def reprint(rng: random.Random, one: Made) -> Made:
    """The same text under another name a few hours later."""
    moment = datetime.fromisoformat(one.published) + timedelta(hours=rng.randrange(1, 9))
    war = one.mentions[0].happening.war
    outlet = rng.choice([name for name in war.outlets if name != one.publisher])
    published = moment.isoformat(timespec="minutes")
    identity = report_id(one.text, outlet, None, published)
    return replace(one, id=identity, publisher=outlet, published=published, copied=one.id)
