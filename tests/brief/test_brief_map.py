import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.brief.ground import countries
from orontes.brief.legend import BARS_KM
from orontes.brief.map import caption, palette, svg
from orontes.brief.page import style
from orontes.brief.project import KM_A_DEGREE, frame
from orontes.picture.view import View

WEST, EAST = 35.8, 41.3


def test_holders_contested_and_unknown_places_look_different(sample: View) -> None:
    drawing = svg(sample)
    assert drawing.count('class="dot"') == len(sample.control)
    assert drawing.count('class="ring"') == 3 + 1
    assert drawing.count('class="striped"') == 3 + 1
    assert drawing.count('class="nobody"') == 1 + 1
    assert "Syrian opposition (10)" in drawing and "contested (3)" in drawing


def test_it_says_what_it_shows_to_those_who_cannot_see_it(sample: View) -> None:
    told = re.search(r"<desc[^>]*>(.*?)</desc>", svg(sample))
    assert told and "Hama: Syrian opposition" in told[1] and "Suran" in told[1]


def test_fighting_and_claimed_ways_are_drawn_and_explained(sample: View) -> None:
    drawing = svg(sample)
    assert "Homs: 1 event of fighting" in drawing
    assert '<polyline class="road cut"' in drawing
    assert "fighting in the last 7 days" in drawing and "way cut, as told" in drawing
    quiet = svg(replace(sample, events=[], routes=[]))
    assert "fighting" not in quiet and "road" not in quiet


def test_far_places_do_not_shrink_the_map(sample: View) -> None:
    moscow = replace(sample.control[0], place="Moscow", lat=55.75, lon=37.62, country="RU")
    view = replace(sample, control=[*sample.control, moscow])
    assert frame(view.control, 880) == frame(sample.control, 880)
    assert "Moscow" not in svg(view)
    assert "1 place without coordinates or far off is not drawn" in caption(view)


def test_a_war_across_a_border_shows_both_sides(sample: View) -> None:
    iraq = [
        replace(
            sample.control[0], place=f"I{i}", place_id=f"i{i}", lat=36.3, lon=43.0, country="IQ"
        )
        for i in range(10)
    ]
    box = frame([*sample.control, *iraq], 880)
    assert box is not None and box.holds(43.0, 36.3)


def test_without_coordinates_there_is_no_map(sample: View) -> None:
    bare = [replace(spell, lat=None, lon=None) for spell in sample.control]
    assert svg(replace(sample, control=bare)) == ""


@given(st.floats(WEST, EAST), st.floats(32.6, 37.1))
def test_the_projection_comes_back(sample: View, lon: float, lat: float) -> None:
    box = frame(sample.control, 880)
    assert box is not None
    back = box.degrees(*box.xy(lon, lat))
    assert back == pytest.approx((lon, lat), abs=0.002)


def test_the_scale_bar_is_true_at_the_middle(sample: View) -> None:
    box = frame(sample.control, 880)
    assert box is not None
    found = re.search(r'class="scale"><path d="M16,[\d.]+V[\d.]+H([\d.]+)', svg(sample))
    km = re.search(r">(\d+) km<", svg(sample))
    assert found and km and int(km[1]) in BARS_KM
    degrees = int(km[1]) / KM_A_DEGREE / box.stretch
    middle = (box.south + box.north) / 2
    east = box.xy(box.west + degrees, middle)[0]
    assert float(found[1]) - 16 == pytest.approx(east, abs=0.3)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.1's ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colour(rule: str, slot: str) -> str:
    found = re.search(rf"{re.escape(rule)} {{[^}}]*?\b{slot}: (#[0-9a-f]{{6}})", style())
    assert found, f"{rule} has no {slot}"
    return found[1]


def test_words_and_signs_stand_out_from_their_ground() -> None:
    grounds = [colour(f".map .{name}", "fill") for name in ("land", "home", "sea")]
    for ground in grounds:
        assert contrast(colour(".map .country", "fill"), ground) >= 4.5
        for sign in ("holder", "nobody", "mark", "ring", "striped"):
            assert contrast(colour(f".map .{sign}", "stroke"), ground) >= 3
    for soft in (".level.disputed", ".level.doubtful", ".contested"):
        assert contrast(colour(soft, "color"), "#ffffff") >= 4.5


def test_seven_holders_have_seven_colours(sample: View) -> None:
    spells = [
        replace(spell, holder=f"h{i % 9}", holder_name=f"Holder {i % 9}")
        for i, spell in enumerate(sample.control)
    ]
    fills = palette(spells)
    assert len(fills) == 9 and len(set(fills.values())) == 8


def test_borders_keep_names_of_countries() -> None:
    assert {country.name for country in countries()} >= {"Syria", "Ukraine", "Sudan", "Myanmar"}
