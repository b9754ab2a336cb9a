"""What a case that stays open keeps never changes an answer."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "events"))
import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import REGISTRY, day, instant, told

from orontes.case import Case
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.atlas import Atlas
from orontes.picture.control import control, history

KINDS = ("capture", "handover", "withdraw", "hold", "clash", "contest", "advance")
DAYS = [f"12-{number:02}" for number in range(1, 10)]
SPOTS = {"Hama": (35.1, 36.7), "Homs": (34.7, 36.7), "Mork": (35.3, 36.6), "Zaitan": (35.9, 37.0)}
QUOTES = ("so it was", "the entire Rif was retaken", "they left Rif fully")


class Ground:
    """Hama and Homs lie in Rif."""

    def inside(self, place: PlaceName, unit: PlaceName) -> bool:
        return place.name.startswith("H")


@st.composite
def one_told(draw: st.DrawFn) -> Told:
    name = draw(st.sampled_from([*SPOTS, "Rif"]))
    place = (
        PlaceName("Rif", "gn:rif", 35.0, 36.7, "admin1", "SY")
        if name == "Rif"
        else PlaceName(name, f"gn:{name.lower()}", *SPOTS[name], "settlement", "SY")
    )
    one = told(
        draw(st.sampled_from(KINDS)),
        place,
        draw(st.sampled_from(("hts", "army", "sdf", None))),
        draw(st.sampled_from(("army", "hts", None))),
        draw(st.sampled_from([*DAYS, None])),
        published=draw(st.sampled_from([*DAYS, "12-05T10:00", None])),
        outlet=draw(st.sampled_from("ABC")),
        said_by=draw(st.sampled_from((None, None, "sohr", "army"))),
        stance=draw(st.sampled_from(("asserted", "asserted", "attributed", "denied"))),
    )
    quote = draw(st.sampled_from(QUOTES))
    claim = replace(one.claim, quote=quote, end=len(quote), predicate=(0, len(quote)))
    return replace(one, claim=claim)


tellings = st.lists(one_told(), max_size=14, unique_by=lambda one: one.claim.id)
times = st.tuples(st.sampled_from([*DAYS, None]), st.sampled_from([*DAYS, None]))


def given_at_start(names: Sequence[str]) -> list[Control]:
    return [
        Control(
            name, f"gn:{name.lower()}", *SPOTS[name], "SY", "gov", "gov", None, None, 1.0, False,
            "initial", None, None, (), (), "given at the start",
        )
        for name in names
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(tellings, st.lists(times, min_size=1, max_size=8), st.sets(st.sampled_from(list(SPOTS))))
def test_an_atlas_asked_often_answers_as_one_made_anew(
    tellings: list[Told], asked: list[tuple[str | None, str | None]], names: set[str]
) -> None:
    start = given_at_start(sorted(names))
    atlas = Atlas(tellings, REGISTRY, start, Ground())
    for at, known in asked:
        then = day(at) if at else None
        by = instant(f"{known}T23:59:59") if known else None
        before = [one for one in tellings if by is None or (one.known and one.known <= by)]
        assert atlas.control(then, by) == control(before, then, by, REGISTRY, start, Ground())
        assert atlas.history(None, by) == history(before, None, by, REGISTRY, start, Ground())


def test_an_open_case_answers_as_one_opened_anew(hama: Case, tmp_path: Path) -> None:
    draw = random.Random(0)
    for _ in range(12):
        at = date(2024, 11, draw.randint(25, 30)) if draw.random() < 0.3 else date(2024, 12, 5)
        known = f"2024-12-{draw.randint(1, 9):02}T{draw.randint(0, 23):02}:30Z"
        assert hama.control(at, known) == Case.open(hama.path).control(at, known)


def test_what_another_process_adds_or_judges_is_seen_at_once(hama: Case, tmp_path: Path) -> None:
    path = shutil.copy(hama.path, tmp_path / "case.gpkg")
    reader, writer = Case.open(path), Case.open(path)
    before = reader.control(at="2024-12-06")
    claim = next(row for row in before if row.place == "Hama").claims[0]
    writer.judge(claim, "reject", "misread", "tester")
    assert reader.control(at="2024-12-06") != before
    assert reader.control(at="2024-12-06") == Case.open(path).control(at="2024-12-06")
    text = tmp_path / "new.txt"
    text.write_text("6 December 2024\n\nRebels captured Homs on Friday, residents said.\n")
    writer.add([text])
    assert reader.told() == Case.open(path).told()
    assert len(reader.told()) > len(hama.told()) - 1
