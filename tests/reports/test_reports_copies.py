from hypothesis import given
from hypothesis import strategies as st

from orontes.model.report import Source
from orontes.reports.copies import roots, shingles

WIRE = (
    "Syrian rebels captured the city of Hama on Thursday, eight days after their offensive began,"
    " and the army said that it had withdrawn its troops to save the lives of civilians."
)
SHORTENED = WIRE.rsplit(" to save", 1)[0] + "."
OTHER = (
    "The bakery in the old town opened again on Monday and people queued for bread from dawn on."
)


def pair(name: str, text: str, published: str | None) -> tuple[Source, frozenset[int]]:
    return Source(name, published=published), shingles(text)


def test_a_reprint_is_linked_to_the_earliest() -> None:
    reports = [
        pair("later", WIRE, "2024-12-06"),
        pair("first", WIRE, "2024-12-05T10:00:00Z"),
        pair("short", SHORTENED, "2024-12-05T12:00:00Z"),
        pair("other", OTHER, "2024-12-05"),
    ]
    assert roots(reports) == {"later": "first", "short": "first"}


def test_an_original_that_arrives_late_becomes_the_root() -> None:
    copies = [pair("b", WIRE, "2024-12-06"), pair("c", WIRE, "2024-12-07")]
    assert roots(copies) == {"c": "b"}
    assert roots([*copies, pair("a", WIRE, "2024-12-05")]) == {"b": "a", "c": "a"}


def test_short_notes_are_copies_only_if_equal() -> None:
    short = [
        pair("a", "Hama has fallen.", "2024-12-05"),
        pair("b", "Homs has fallen.", "2024-12-06"),
    ]
    assert roots(short) == {}
    assert roots([*short, pair("c", "hama  has fallen", "2024-12-07")]) == {"c": "a"}


@given(
    st.permutations(
        [
            ("a", WIRE, "2024-12-05"),
            ("b", SHORTENED, "2024-12-06"),
            ("c", OTHER, None),
            ("d", WIRE, None),
        ]
    )
)
def test_the_order_of_arrival_changes_nothing(order: list[tuple[str, str, str | None]]) -> None:
    assert roots([pair(*item) for item in order]) == {"b": "a", "d": "a"}
