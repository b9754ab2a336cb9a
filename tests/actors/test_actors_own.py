"""What the users of a case add about actors: names, ties, and that several are one."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from orontes.actors.asked import Asked
from orontes.actors.entries import classes, counting
from orontes.actors.near import matches
from orontes.actors.own import Own
from orontes.actors.recognise import recognised
from orontes.actors.registry import registry
from orontes.actors.sheet import sheet
from orontes.actors.terms import Term, overlaid
from orontes.model.claim import Claim
from orontes.model.entry import Entry
from orontes.model.names import ActorName
from orontes.model.report import Source
from orontes.model.told import Told

MADE = datetime(2024, 12, 9, tzinfo=UTC)


def row(verb: str, about: str, number: int = 1, **more: object) -> Entry:
    return Entry(verb, about, "a report", "", "mara", MADE, number=number, **more)  # type: ignore[arg-type]


def tell(actor: str, identity: str | None = None) -> Told:
    source = Source("r_1", published="2024-12-05")
    claim = Claim("r_1", "battle.clash", 0, 9, "They met.", (0, 4), (ActorName(actor, identity),))
    return Told(replace(claim, id="c_1"), source, source)


def who(told: Told, known: Own) -> str | None:
    return recognised([told], known)[0].claim.actor[0].id


def test_an_added_actor_stands_on_the_side_of_its_parent_for_the_days_told() -> None:
    days = {"since": date(2024, 11, 27), "until": date(2024, 12, 7)}
    known = Own([row("add", "hawks", name="Hama Hawks", parents=("hts",), **days)])
    assert known.side("hawks", date(2024, 12, 5)) == "syr-opposition"
    assert known.side("hawks", date(2024, 12, 8)) == "hawks"
    assert known.side("hts", date(2024, 12, 5)) == "syr-opposition"


def test_a_later_parent_takes_the_place_of_the_tables_for_its_days_only() -> None:
    known = Own([row("add", "fsa", parents=("sna",), since=date(2024, 12, 1))])
    assert known.side("fsa", date(2024, 12, 5)) == "sna"
    assert known.side("fsa", date(2024, 11, 30)) == "syr-opposition"


def test_a_name_that_was_added_is_recognised_alone_and_in_a_phrase() -> None:
    known = Own([row("add", "hawks", name="Hama Hawks", aliases=("صقور حماة",))])
    assert who(tell("the Hama Hawks"), known) == "hawks"
    assert who(tell("Hama Hawks fighters"), known) == "hawks"
    assert who(tell("صقور حماة"), known) == "hawks"
    assert who(tell("residents"), known) is None


def test_a_merged_name_must_be_the_whole_name() -> None:
    known = Own([row("merge", "name:fighters", into="hts", name="fighters")])
    assert who(tell("the fighters"), known) == "hts"
    assert who(tell("unknown fighters"), known) is None


def test_merged_ids_are_one_for_claims_sides_and_names() -> None:
    known = Own([row("merge", "nusra", into="hts")])
    assert who(tell("Nusra Front", "nusra"), known) == "hts"
    assert known.get("nusra") == known.get("hts")
    assert "Nusra Front" in sheet("hts", known)["latin"]
    assert sheet("hts", known)["merged"] == ["nusra"]


def test_what_the_reader_knew_keeps_its_id() -> None:
    known = Own([row("add", "hawks", name="Hama Hawks")])
    assert recognised([tell("HTS", "hts")], known) == [tell("HTS", "hts")]


def test_a_row_taken_back_counts_no_more_and_an_undo_can_be_undone() -> None:
    merge = row("merge", "nusra", 1, into="hts")
    assert Own([merge, row("undo", "1", 2)]).same("nusra") == "nusra"
    assert Own([merge, row("undo", "1", 2), row("undo", "2", 3)]).same("nusra") == "hts"


def test_backers_are_told_with_days_and_source_and_inherited() -> None:
    (tie,) = sheet("sna", registry())["backers"]
    assert (tie["id"], tie["from"]) == ("tur", "2020-01-11")
    assert "A/HRC/45/31" in tie["source"]
    behind = {one["id"] for one in sheet("syr-army", registry())["backers"]}
    assert behind == {"rus", "irn"}


def test_an_actor_is_found_in_any_spelling_and_script() -> None:
    for text in ("HTS", "Hayat Tahrir ash-Sham", "هيئه تحرير الشام", "hts"):
        assert matches(text, registry())[0].id == "hts", text
    side = {one.id for one in matches("syr-gov", registry()) if one.how == "side"}
    assert {"syr-army", "syr-tiger"} <= side
    assert "hts" not in side
    (near, *_) = matches("Suqur al-Ghab", registry(), ["Soqour al-Ghab"])
    assert (near.id, near.name, near.how) == (None, "Soqour al-Ghab", "near")


def test_a_side_means_all_that_belong_to_it_and_a_faction_itself_alone() -> None:
    day = date(2024, 12, 5)
    opposition, hts = Asked("opposition", registry()), Asked("hts", registry())
    assert opposition.has("hts", day)
    assert not opposition.has("syr-army", day)
    assert hts.has("hts", day)
    assert not hts.has("syr-opposition", day)
    assert hts.belongs("syr-opposition", day)


NODES = st.sampled_from(["hts", "nusra", "sna", "hawks", "name:fighters", "name:gunmen"])
HEADS = st.sampled_from(["hts", "nusra", "sna", "hawks"])
MERGES = st.lists(st.tuples(NODES, HEADS), max_size=8)


@given(MERGES, st.randoms(use_true_random=False))
def test_the_order_of_merges_does_not_matter(pairs: list[tuple[str, str]], chance: object) -> None:
    shuffled = list(pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert classes(shuffled, {"hts", "nusra", "sna"}) == classes(pairs, {"hts", "nusra", "sna"})


@given(MERGES)
def test_merging_again_changes_nothing_and_one_stands_for_each_class(
    pairs: list[tuple[str, str]],
) -> None:
    once = classes(pairs, {"hts", "nusra", "sna"})
    assert classes([*pairs, *pairs], {"hts", "nusra", "sna"}) == once
    assert not set(once) & set(once.values())
    for one, into in pairs:
        assert once.get(one, one) == once.get(into, into)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["fighters", "Hama Hawks", "gunmen"]), min_size=1, unique=True))
def test_a_name_added_never_changes_a_claim_s_words(names: list[str]) -> None:
    claims = [tell("fighters"), tell("Hama Hawks"), tell("HTS", "hts")]
    entry = row("add", "hawks", name="Ghab Hawks", aliases=tuple(names))
    for before, after in zip(claims, recognised(claims, Own([entry])), strict=True):
        assert replace(after.claim, actor=()) == replace(before.claim, actor=())
        assert [a.name for a in after.claim.actor] == [a.name for a in before.claim.actor]
        assert before.claim.actor[0].id in (None, after.claim.actor[0].id)


DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))
TERM = st.builds(
    lambda value, ends: Term(value, min(ends), max(ends)),
    st.sampled_from("abc"),
    st.tuples(DAYS, DAYS),
)


@given(st.lists(TERM, max_size=5), DAYS)
def test_of_ties_laid_over_each_other_the_last_holds_alone(laid: list[Term], on: date) -> None:
    held = [term.value for term in overlaid((), laid) if term.holds(on)]
    last = [term.value for term in laid if term.holds(on)][-1:]
    assert held == last


@given(st.lists(st.tuples(st.sampled_from(["merge", "undo"]), st.integers(1, 6)), max_size=6))
def test_undoing_never_makes_rows_up(drawn: list[tuple[str, int]]) -> None:
    rows = [row(verb, str(of), n, into="hts") for n, (verb, of) in enumerate(drawn, 1)]
    kept = counting(rows)
    assert all(one in rows and one.verb == "merge" for one in kept)
    if "undo" not in {verb for verb, _ in drawn}:
        assert kept == rows
