"""Every slot of every claim leads to words of its report."""

from datetime import date
from pathlib import Path

import pytest

import orontes
from orontes.commands.explained import WIDTH, page
from orontes.errors import WrongCall
from orontes.explaining import explain, row_for_person
from orontes.model.claim import Claim
from orontes.model.report import Report
from orontes.model.why import Why
from orontes.reading import read_report
from orontes.reports.gather import gather

HAMA = Path(__file__).parents[2] / "examples" / "hama"
REPORTS = [item for item in gather([HAMA / "dispatches"]) if isinstance(item, Report)]
SLOTS = {"from": "origin", "to": "destination"}
EXPLAINED = (
    "kind actor target place from to route extent when count weapon sides about reason campaign"
    " said_by stance"
).split()


def explained(text: str, kind: str, published: str | None = "2024-12-05") -> dict[str, Why]:
    """The first answer for each slot of the first claim of a kind."""
    claim = next(c for c in orontes.read(text, published) if c.kind == kind)
    return {why.slot: why for why in reversed(orontes.explain(claim, text, published))}


def filled(claim: Claim) -> set[str]:
    return {slot for slot in EXPLAINED if getattr(claim, SLOTS.get(slot, slot))}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: Path(report.source.origin).stem)
def test_every_slot_of_the_bundled_dispatches_leads_to_words(report: Report) -> None:
    claims = read_report(report)
    assert claims
    for claim in claims:
        found = explain(claim, report.text, report.source.published)
        assert {why.slot for why in found} == filled(claim)
        for why in found:
            assert why.words or (why.slot, why.how) in {("stance", "voice"), ("when", "date")}
            for words in why.words:
                assert report.text[words.start : words.end] == words.text


def texts(why: Why) -> list[str]:
    return [words.text for words in why.words]


def test_a_verb_and_the_names_round_it() -> None:
    found = explained("Rebels captured Hama from the army on Thursday.", "territory.capture")
    assert (found["kind"].how, texts(found["kind"])) == ("frame", ["captured"])
    assert texts(found["actor"]) == ["Rebels"] and texts(found["place"]) == ["Hama"]
    assert (found["when"].how, texts(found["when"])) == ("date", ["Thursday"])
    assert found["when"].base == "2024-12-05" and found["when"].value == "2024-12-05"
    assert (found["stance"].how, found["stance"].words) == ("voice", ())


@pytest.mark.parametrize(
    ("text", "kind", "slot", "first", "last"),
    [
        (
            "Fighting reached Hama. Rebels captured the city.",
            "territory.capture",
            "place",
            "the city",
            "Hama",
        ),
        (
            "Syrian rebels left Idlib. They captured Hama.",
            "territory.capture",
            "actor",
            "They",
            "Syrian rebels",
        ),
        (
            "The Syrian army fought near Hama. Its soldiers withdrew from Hama.",
            "territory.withdraw",
            "actor",
            "Its soldiers",
            "Syrian army",
        ),
    ],
)
def test_a_reference_shows_both_ends(
    text: str, kind: str, slot: str, first: str, last: str
) -> None:
    found = explained(text, kind)[slot]
    assert (found.how, texts(found)) == ("reference", [first, last])
    assert found.words[1].start < found.words[0].start


def test_a_place_that_no_word_of_the_sentence_tells_is_the_focus() -> None:
    found = explained("Rebels entered Hama. Twelve civilians were killed.", "toll.killed")
    assert (found["place"].how, texts(found["place"])) == ("focus", ["Hama"])


@pytest.mark.parametrize(
    ("text", "kind", "stance", "cue"),
    [
        ("Rebels have not captured Hama.", "territory.capture", "denied", "not"),
        ("The army denied that rebels captured Hama.", "territory.capture", "denied", "denied"),
        ("Rebels may have captured Hama.", "territory.capture", "possible", "may"),
        ("Rebels plan to capture Hama.", "territory.capture", "planned", "plan to"),
        ("Talks end if rebels capture Hama.", "territory.capture", "hypothetical", "if"),
        ("Residents said rebels captured Hama.", "territory.capture", "attributed", "said"),
        ("Rebels reportedly captured Hama.", "territory.capture", "attributed", "reportedly"),
        ("Have rebels captured Hama?", "territory.capture", "possible", "?"),
    ],
)
def test_the_word_behind_a_stance(text: str, kind: str, stance: str, cue: str) -> None:
    found = explained(text, kind)["stance"]
    assert (found.value, texts(found)) == (stance, [cue])


@pytest.mark.parametrize(
    ("text", "published", "how", "words", "base"),
    [
        ("Rebels captured Hama on 5 December 2024.", None, "grammar", ["5 December 2024"], None),
        ("Rebels captured Hama yesterday.", "2024-12-06", "date", ["yesterday"], "2024-12-06"),
        (
            "On 5 December 2024 rebels entered Hama. Rebels captured Homs two days later.",
            "2024-12-09",
            "reference",
            ["two days later", "5 December 2024"],
            "2024-12-05",
        ),
    ],
)
def test_what_a_day_was_counted_from(
    text: str, published: str | None, how: str, words: list[str], base: str | None
) -> None:
    found = explained(text, "territory.capture", published)["when"]
    assert (found.how, texts(found), found.base) == (how, words, base)


def test_a_day_that_the_sentence_lacks_is_that_of_the_story_or_the_report() -> None:
    story = "Rebels entered Hama on Wednesday. Twelve civilians were killed in Hama."
    carried = explained(story, "toll.killed")["when"]
    assert (carried.how, texts(carried)) == ("reference", ["Wednesday"])
    alone = explained("Rebels captured Hama.", "territory.capture")["when"]
    assert (alone.how, alone.words, alone.base) == ("date", (), "2024-12-05")


def test_a_count_shows_its_groups() -> None:
    found = explained("The monitor said 727 people, including 111 civilians, died.", "toll.killed")
    assert texts(found["count"]) == ["727 people", "111 civilians"]


def test_capitals_and_wrapped_lines_keep_their_code_points() -> None:
    text = "REBELS CAPTURED HAMA ON THURSDAY, THE SYRIAN\nARMY SAID LATE IN THE EVENING."
    found = explained(text, "territory.capture")
    assert texts(found["place"]) == ["HAMA"]


def test_a_claim_of_another_text_is_refused() -> None:
    claim = orontes.read("Rebels captured Hama on Thursday.", date(2024, 12, 5))[0]
    with pytest.raises(WrongCall, match="not read from this text"):
        explain(claim, "Nothing of the kind was reported by anyone on that day.", "2024-12-05")


def test_for_a_person_it_keeps_to_eighty_columns() -> None:
    for report in REPORTS[:12]:
        rows = [row_for_person(claim, report) for claim in read_report(report)]
        shown = page(rows)
        assert max(map(len, shown.splitlines())) <= WIDTH
        assert all(row["id"] in shown for row in rows)
        assert str(report.source.publisher) in " ".join(shown.split())
