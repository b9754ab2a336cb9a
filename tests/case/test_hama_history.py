"""How the bundled dispatches told who holds Hama, Tell Rifaat and Qalaat al-Madiq, hour by hour."""

from pathlib import Path

import pytest

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.model.chronicle import Chronicle, Saying, Turn

RUMOUR = ("2024-12-04T20:40:00+03:00", "Barada Dispatch")


def chronicle(case: Case, place: str, known: str | None = None) -> Chronicle:
    (found,) = case.chronicles(place, known)
    return found


def last(case: Case, place: str, known: str | None = None) -> Turn:
    return chronicle(case, place, known).turns[-1]


def source(saying: Saying | None) -> tuple[str | None, str | None]:
    assert saying is not None
    return saying.told.source.published, saying.told.source.publisher


def speakers(saying: Saying | None) -> set[str | None]:
    assert saying is not None
    return {actor.id for actor in saying.speakers}


def test_the_fall_of_hama_was_first_a_rumour_of_the_rebels_that_the_army_denied(hama: Case) -> None:
    turn = last(hama, "Hama")
    assert (turn.before, turn.after, str(turn.day)) == ("syr-gov", "syr-opposition", "2024-12-05")
    assert source(turn.said) == RUMOUR and speakers(turn.said) == {"syr-opposition"}
    assert source(turn.denied) == RUMOUR and speakers(turn.denied) == {"syr-army"}


def test_the_second_voice_on_hama_is_the_wire_that_told_it_itself(hama: Case) -> None:
    second = last(hama, "Hama").second
    assert source(second) == ("2024-12-05T15:10:00+03:00", "Orontes Valley Wire")


def test_the_army_admitted_it_in_its_statement_of_the_afternoon(hama: Case) -> None:
    admitted = last(hama, "Hama").admitted
    assert source(admitted) == ("2024-12-05T15:10:00+03:00", "Orontes Valley Wire")
    assert speakers(admitted) == {"syr-army"}


def test_before_the_rumour_no_change_of_hama_is_told(hama: Case) -> None:
    for known in ("2024-11-28", "2024-12-03", "2024-12-04T17:39Z"):
        assert chronicle(hama, "Hama", known).turns == (), known


def test_on_the_evening_of_the_fourth_the_change_is_claimed_and_not_believed(hama: Case) -> None:
    for known in ("2024-12-04T17:40Z", "2024-12-05T12:09Z"):
        turn = last(hama, "Hama", known)
        assert (turn.before, turn.after, turn.believed) == ("syr-gov", "syr-opposition", False)
        assert source(turn.said) == source(turn.denied) == RUMOUR
        assert turn.second is turn.admitted is None


def test_from_the_first_hour_that_a_second_voice_tells_it_it_is_believed(hama: Case) -> None:
    turn = last(hama, "Hama", "2024-12-05T12:10Z")
    assert turn.believed and turn.second is not None


def test_every_claim_on_hama_stands_at_the_hour_that_its_report_prints(hama: Case) -> None:
    told = chronicle(hama, "Hama").sayings
    instants = [saying.told.known for saying in told]
    assert instants == sorted(instants)
    printed = list(dict.fromkeys(source(saying) for saying in told))
    assert printed[:4] == [
        ("2024-11-27T08:00:00+02:00", "Northern Lines Monitor"),
        ("2024-11-30T22:45:00+03:00", "Orontes Valley Wire"),
        ("2024-12-01T11:00:00+03:00", "Damascus Evening Record"),
        ("2024-12-02T21:10:00+03:00", "Northern Lines Monitor"),
    ]
    assert ("2024-12-05T21:15:00+03:00", "Barada Dispatch") in printed
    assert printed[-2:] == [
        ("2024-12-06T20:20:00+03:00", "Northern Lines Monitor"),
        ("2024-12-09T12:00:00+03:00", "Orontes Valley Wire"),
    ]
    assert all(saying.told.claim.quote and saying.told.source.url for saying in told)


def test_tell_rifaat_rests_on_one_voice_and_nobody_denied_or_admitted_it(hama: Case) -> None:
    found = chronicle(hama, "Tell Rifaat")
    (turn,) = found.turns
    assert (turn.before, turn.after, str(turn.day)) == ("sdf", "sna", "2024-12-01")
    assert source(turn.said) == ("2024-12-01T20:30:00+03:00", "Northern Lines Monitor")
    assert turn.denied is turn.second is turn.admitted is None
    assert [s.says for s in found.sayings] == [
        "Syrian National Army took it from Syrian Democratic Forces"
    ]
    with pytest.raises(WrongCall, match="tells who holds 'Tell Rifaat'"):
        hama.chronicles("Tell Rifaat", "2024-12-01T17:29Z")


GHAB = (
    ("2024-12-04T17:45:00+03:00", "Orontes Valley Wire"),
    ("2024-12-04T22:15:00+03:00", "Damascus Evening Record"),
    ("2024-12-05T11:30:00+03:00", "Northern Lines Monitor"),
)


def test_qalaat_al_madiq_was_claimed_denied_and_admitted(hama: Case) -> None:
    turn = last(hama, "Qalaat al-Madiq")
    assert (turn.before, turn.after, str(turn.day)) == ("syr-gov", "syr-opposition", "2024-12-04")
    assert source(turn.said) == GHAB[0] and speakers(turn.said) == {"sohr"}
    assert source(turn.denied) == GHAB[1] and speakers(turn.denied) == {"syr-army"}
    assert source(turn.second) == source(turn.admitted) == GHAB[2]
    assert speakers(turn.admitted) == {"syr-army"}


def test_qalaat_al_madiq_at_every_hour_given(hama: Case) -> None:
    with pytest.raises(WrongCall, match="tells who holds"):
        hama.chronicles("Qalaat al-Madiq", "2024-12-04T14:44Z")
    monitor = last(hama, "Qalaat al-Madiq", "2024-12-04T14:45Z")
    assert monitor.denied is monitor.second is monitor.admitted is None
    for known in ("2024-12-04T19:15Z", "2024-12-05T08:29Z"):
        denied = last(hama, "Qalaat al-Madiq", known)
        assert source(denied.denied) == GHAB[1] and denied.admitted is None
    admitted = last(hama, "Qalaat al-Madiq", "2024-12-05T08:30Z")
    assert admitted.believed and source(admitted.admitted) == GHAB[2]


REPORTS = (
    "2024-12-04T18:00:00+03:00 Ghab Courier|Rebels captured Qalaat al-Madiq on Wednesday, the"
    " Syrian Observatory for Human Rights said.",
    "2024-12-04T18:30:00+03:00 Sahl Wire|Rebels took Qalaat al-Madiq on Wednesday, according to"
    " the Syrian Observatory for Human Rights.",
    "2024-12-04T19:15:00+03:00 Ghab Courier|The Syrian army denied that it had lost"
    " Qalaat al-Madiq.",
    "2024-12-05T08:00:00+03:00 Sahl Wire|The Syrian army said it had withdrawn from"
    " Qalaat al-Madiq on Wednesday.",
)


def test_qalaat_al_madiq_told_by_one_monitor_twice_then_admitted(tmp_path: Path) -> None:
    case = Case.new(tmp_path / "ghab.gpkg")
    for number, report in enumerate(REPORTS):
        head, text = report.split("|")
        published, publisher = head.split(" ", 1)
        page = f"---\npublisher: {publisher}\npublished: {published}\n---\n\n{text}\n"
        (tmp_path / f"{number}.md").write_text(page, encoding="utf-8")
    case.add(sorted(tmp_path.glob("*.md")))
    turn = last(case, "Qalaat al-Madiq")
    assert source(turn.said) == ("2024-12-04T18:00:00+03:00", "Ghab Courier")
    assert source(turn.denied) == ("2024-12-04T19:15:00+03:00", "Ghab Courier")
    assert (
        source(turn.second) == source(turn.admitted) == ("2024-12-05T08:00:00+03:00", "Sahl Wire")
    )
