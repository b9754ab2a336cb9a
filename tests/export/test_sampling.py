"""A coding sheet tells the coder nothing of what to expect, and is counted as coders count."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.export.agreement import agreement, wilson


def coded(path: Path, verdicts: list[tuple[str, str]]) -> Path:
    lines = [f"c_{n},{kind},10,{verdict}" for n, (kind, verdict) in enumerate(verdicts)]
    path.write_text("\n".join(["claim,kind,of,verdict", *lines]) + "\n")
    return path


def test_a_sheet_holds_as_many_of_each_kind_as_goes(hama: Case) -> None:
    rows = list(csv.DictReader(io.StringIO(hama.sample(60))))
    assert len({row["claim"] for row in rows}) == len(rows) == 60
    by_kind = dict.fromkeys({one.claim.kind for one in hama.claims()}, 0)
    for row in rows:
        by_kind[row["kind"]] += 1
    assert min(by_kind.values()) >= 1 and max(by_kind.values()) <= 3
    assert rows != sorted(rows, key=lambda row: row["kind"])
    assert not {"confidence", "reader", "publisher", "source"} & set(rows[0])
    assert {row["verdict"] for row in rows} == {""}


def test_the_same_claims_give_the_same_sheet(hama: Case) -> None:
    assert hama.sample(40) == hama.sample(40)
    with pytest.raises(WrongCall, match="--by takes"):
        hama.sample(40, "mood")


def test_precision_and_kappa_of_two_coders(tmp_path: Path) -> None:
    first = coded(tmp_path / "a.csv", [("a", "yes")] * 20 + [("a", "no")] * 15 + [("a", "yes")] * 5)
    rest = [("a", "yes")] * 20 + [("a", "no")] * 15 + [("a", "no")] * 5
    second = coded(tmp_path / "b.csv", rest)
    row = agreement([first, second])[-1]
    assert (row["coded"], row["right"], row["precision"]) == (40, 20, 0.5)
    assert row["agree"] == 0.875 and row["kappa"] == 0.75


def test_kinds_weigh_as_much_as_they_do_in_the_case(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("claim,kind,of,verdict\nc1,a,90,yes\nc2,a,90,yes\nc3,b,10,no\nc4,b,10,\n")
    first, second, total = agreement([path])
    assert (first["precision"], second["precision"], second["coded"]) == (1.0, 0.0, 1)
    assert total["precision"] == 0.9 and total["kappa"] is None


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [([("a", "maybe")], "yes or no"), ([("a", "")], "no claim has a verdict")],
)
def test_a_sheet_that_is_not_coded_is_told(
    tmp_path: Path, verdicts: list[tuple[str, str]], words: str
) -> None:
    with pytest.raises(WrongCall, match=words):
        agreement([coded(tmp_path / "a.csv", verdicts)])


def test_sheets_of_different_claims_are_refused(tmp_path: Path) -> None:
    one = coded(tmp_path / "a.csv", [("a", "yes")])
    other = coded(tmp_path / "b.csv", [("a", "yes"), ("a", "no")])
    with pytest.raises(WrongCall, match="different claims"):
        agreement([one, other])


def test_wilsons_interval_is_the_textbooks() -> None:
    low, high = wilson(0.9, 100)
    assert (round(low, 4), round(high, 4)) == (0.8256, 0.9448)


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share(size: int, data: st.DataObject) -> None:
    share = data.draw(st.integers(0, size)) / size
    low, high = wilson(share, size)
    assert 0 <= low <= share + 1e-9 and share - 1e-9 <= high <= 1
