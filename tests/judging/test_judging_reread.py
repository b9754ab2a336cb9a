"""A newer reader makes other claims; what was judged finds its claim again, or is listed."""

import random
from dataclasses import replace

import pytest

from orontes.case import Case
from orontes.commands.judging import carried
from orontes.model.claim import Claim
from orontes.model.judgement import Anchor, Standing
from orontes.model.names import ActorName, PlaceName
from orontes.model.report import Report
from orontes.model.rows import claim_id
from orontes.store.reattach import reattach

HUNDRED = 100


def renamed(claim: Claim) -> Claim:
    return replace(claim, id=claim_id(claim))


def shifted(claim: Claim) -> list[Claim]:
    """The same words but for the last, in the newer reader's name."""
    start, end = claim.predicate
    return [renamed(replace(claim, predicate=(start, max(start + 1, end - 1)), reader="next 9"))]


def longer_names(claim: Claim) -> list[Claim]:
    actors = tuple(replace(one, name=f"the {one.name} forces") for one in claim.actor)
    place = claim.place and replace(claim.place, name=f"{claim.place.name} city")
    return [renamed(replace(claim, actor=actors, place=place, confidence=0.7))]


def dropped(claim: Claim) -> list[Claim]:
    return []


def other_kind(claim: Claim) -> list[Claim]:
    kind = "protest.violent" if claim.kind != "protest.violent" else "aid.block"
    return [renamed(replace(claim, kind=kind))]


def in_two(claim: Claim) -> list[Claim]:
    """Two claims for one: nothing tells which of them was judged."""
    halves = [replace(claim, target=(ActorName(name),)) for name in ("one half", "the other")]
    return [renamed(half) for half in halves]


CHANGES = (shifted, shifted, shifted, longer_names, dropped, other_kind, in_two)


class Changed:
    """A reader that does something else to each claim, the same each time."""

    def __init__(self, case: Case, seed: int) -> None:
        draw = random.Random(seed)
        read = {one.claim.id: one.claim for one in case.told(judgements=False)}
        told = [read[name] for name in sorted(read)]
        self.done = {claim.id: draw.choice(CHANGES) for claim in told}
        self.claims: dict[str, list[Claim]] = {}
        for claim in told:
            self.claims.setdefault(claim.doc, []).extend(self.done[claim.id](claim))

    def __call__(self, report: Report, *_: object) -> list[Claim]:
        return list({one.id: one for one in self.claims.get(report.id, [])}.values())


def judged(case: Case, number: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    claims = sorted({one.claim.id for one in case.told()})
    chosen = draw.sample(claims, number)
    for position, claim in enumerate(chosen):
        match position % 3:
            case 0:
                case.judge(claim, "reject", f"misread, {position}", derive=False)
            case 1:
                case.judge(claim, "accept", f"right, {position}", derive=False)
            case _:
                change = ["extent=part"]
                case.judge(claim, "correct", f"in part, {position}", changes=change, derive=False)
    return chosen


@pytest.mark.parametrize("seed", [1, 2])
def test_of_a_hundred_judgements_none_is_lost_silently(
    case: Case, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = judged(case, HUNDRED, seed)
    newer = Changed(case, seed)
    expected = {claim: newer.done[claim] for claim in chosen}
    before = {one.claim.id: one.claim for one in case.told(judgements=False)}
    monkeypatch.setattr("orontes.reading.read_report", newer)
    case.reread()
    standings = case.judgements()
    states = [one.state for one in standings]
    assert states.count("in force") + states.count("orphan") == HUNDRED == len(standings)
    orphans = [one for one in standings if one.state == "orphan"]
    assert orphans == case.judgements(orphans=True) and all(one.note for one in orphans)
    assert carried(case).startswith(f"{HUNDRED - len(orphans)} of {HUNDRED} judgements carried")
    told = {one.claim.id: one.claim for one in case.told(judgements=False)}
    counted = {one.claim.id: one.claim for one in case.told()}
    for one in standings:
        old = before[one.judgement.claim]
        made = {claim.id for claim in expected[old.id](old)}
        assert set(one.attached) <= made, "carried to a claim that is another one"
        if expected[old.id] in (dropped, other_kind, in_two):
            assert one.state == "orphan"
        acts(one, told, counted)
    kept = [one for one in standings if expected[one.judgement.claim] in (shifted, longer_names)]
    assert len([one for one in kept if one.state == "in force"]) > 0.9 * len(kept)


def acts(one: Standing, told: dict[str, Claim], counted: dict[str, Claim]) -> None:
    """What is carried over does to the new claim what it did to the old one."""
    for claim in one.attached:
        assert claim in told
        assert (claim in counted) == (one.judgement.verdict != "reject")
        if one.judgement.verdict == "correct":
            assert counted[claim].extent == "part"


def test_the_same_reader_again_loses_nothing(case: Case) -> None:
    judged(case, 30, 3)
    before = case.exported("claims", "jsonl")
    case.reread()
    assert {one.state for one in case.judgements()} == {"in force"}
    assert case.exported("claims", "jsonl") == before


def test_a_correction_that_the_new_reader_makes_itself_stays_harmless(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = case.claims(kind="territory.capture", place="Tell Rifaat")[0].claim
    case.judge(old.id, "correct", "a fight only", changes=["kind=battle.clash"])

    def better(report: Report, *_: object) -> list[Claim]:
        right = renamed(replace(old, kind="battle.clash"))
        return [right] if report.id == old.doc else []

    monkeypatch.setattr("orontes.reading.read_report", better)
    case.reread()
    assert [one.state for one in case.judgements()] == ["in force"]
    assert [one.claim.kind for one in case.told()] == ["battle.clash"]


CLAIM = Claim(
    doc="r_1",
    kind="territory.capture",
    start=0,
    end=40,
    quote="Rebels captured Hama and Rastan on Monday",
    predicate=(7, 15),
    actor=(ActorName("Rebels"),),
    place=PlaceName("Hama", "gn:170017"),
    id="c_old",
)


def like(**slots: object) -> Claim:
    return replace(CLAIM, **{"id": "c_new", **slots})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slots", "found"),
    [
        ({"predicate": (7, 20)}, True),
        ({"place": PlaceName("Hama city")}, True),
        ({"place": PlaceName("Ḥamāh", "gn:170017")}, True),
        ({"place": None}, True),
        ({"actor": (ActorName("the rebels"),)}, True),
        ({"stance": "attributed"}, True),
        ({"place": PlaceName("Rastan")}, False),
        ({"actor": (ActorName("the army"),)}, False),
        ({"kind": "battle.clash"}, False),
        ({"stance": "denied"}, False),
        ({"doc": "r_2"}, False),
        ({"predicate": (20, 28)}, False),
    ],
)
def test_what_is_the_same_claim_read_again(slots: dict[str, object], found: bool) -> None:
    assert (reattach(Anchor(CLAIM), [like(**slots)]).claim == "c_new") is found


def test_the_claim_itself_goes_before_any_like_it() -> None:
    assert reattach(Anchor(CLAIM), [like(predicate=(7, 14)), CLAIM]).claim == "c_old"


def test_a_claim_that_stood_beside_the_judged_one_is_not_its_heir() -> None:
    assert reattach(Anchor(CLAIM, beside=("c_new",)), [like(predicate=(7, 14))]).claim is None


def test_two_equal_heirs_are_named() -> None:
    pair = [like(id="c_a", predicate=(7, 14)), like(id="c_b", predicate=(7, 14))]
    assert "c_a, c_b" in reattach(Anchor(CLAIM), pair).note
