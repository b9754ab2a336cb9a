"""The open gold sets that the bench runs: where they lie, how they are scored, what is known of them.

Floors and best known figures are those of the project's reading and places notes, same scorers.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoldSet:
    """``scorers`` are command lines under ``score/``; {gold}, {pred}, {input}, {folder}, {root} are filled.

    ``figures`` are (heading, regular expression with one group) over what the scorers print.
    """

    name: str
    adapter: str
    scorers: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[str, str], ...]
    floor: str = "–"
    best: str = "–"
    target: str = "–"


CLAIM_SCORER = (
    "score_claims.py",
    "{gold}",
    "{pred}",
    "--must-not",
    "{folder}/open.must_not.jsonl",
    "--kinds",
    "{root}/claims/kinds.txt",
)
CLAIM_FIGURES = (
    ("found / required", r"tp (\d+), fp \d+, fn \d+.*\n(?=group)"),
    ("kind F1", r"kind +P +[\d.]+ +R +[\d.]+ +F1 +([\d.]+)"),
    ("mean slot accuracy", r"mean slot accuracy ([\d.]+)"),
    ("forbidden", r"must-not violations (\d+ of \d+)"),
)


def plain(name: str, scorer: str, figures: tuple[tuple[str, str], ...], **known: str) -> GoldSet:
    return GoldSet(name, name, ((scorer, "{gold}", "{pred}"),), figures, **known)


def places(corpus: str, floor: str, best: str) -> GoldSet:
    return GoldSet(
        f"places_{corpus}",
        "places",
        (("score_places.py", "{gold}", "{pred}", "--docs", "{input}"),),
        (),
        floor=floor,
        best=best,
    )


SETS = (
    GoldSet("hama", "claims", (CLAIM_SCORER,), CLAIM_FIGURES, target="28 of 34; 75; 0"),
    GoldSet(
        "claims",
        "claims",
        (CLAIM_SCORER,),
        CLAIM_FIGURES,
        floor="keyword rules: kind F1 40",
        target="kind F1 50",
    ),
    plain("fakes", "score_fakes.py", (), floor="first-named place 89.9"),
    plain("event_location", "score_event_location.py", (), floor="54 exact", best="82 (human)"),
    plain("re3d", "score_re3d.py", (), floor="33 / 50 / 4", best="50 / 62 / –"),
    plain("case2021", "score_case2021.py", (), floor="55 (25 types)", best="83.9"),
    plain("plv", "score_plover.py", (), floor="macro F1 40", best="82"),
    GoldSet(
        "muc4",
        "muc4",
        (
            ("score_muc4.py", "{gold}", "{pred}"),
            ("score_muc4_facts.py", "{gold}", "{pred}"),
        ),
        (),
        floor="roles 25.5, types 63.8",
        best="57.4, 83.6; facts 53 / 61 / 78",
    ),
    places("lgl", "F1@161 km .553", ".553"),
    places("trnews", ".747", ".747"),
    places("gwn", ".628", ".628"),
    places("geovirus", ".689", ".689"),
)
