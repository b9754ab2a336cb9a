"""The open gold sets that the bench runs: how they are scored, and what is known of them.

Floors and best known figures are those of the project's notes, by the same scorers. A figure is a
path into the JSON that a scorer prints, or a regular expression over its text.
"""

from dataclasses import dataclass

Figures = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    name: str
    adapter: str
    scorers: tuple[tuple[str, ...], ...]
    figures: Figures
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
    ("found", r"tp (\d+), fp"),
    ("given", r"predictions (\d+)"),
    ("kind F1", r"kind +P +[\d.]+ +R +[\d.]+ +F1 +([\d.]+)"),
    ("mean slot accuracy", r"mean slot accuracy ([\d.]+)"),
    ("when", r"when (\d+)/(\d+)"),
    ("with coordinates", r"place km: n (\d+)"),
    ("without", r"place km: n \d+, missing (\d+)"),
    ("within 25 km", r"<=25 km (\d+)"),
    ("forbidden", r"must-not violations (\d+ of \d+)"),
)
PLACE_FIGURES = (
    ("raw text F1 @161 km", r"end_to_end strict P [\d.]+ R [\d.]+ F1 ([\d.]+)"),
    ("recognition F1", r"recognition strict P [\d.]+ R [\d.]+ F1 ([\d.]+)"),
    ("found names @161 km", r"resolution found all n \d+ acc161 ([\d.]+)"),
)


def plain(name: str, scorer: str, figures: Figures, **known: str) -> GoldSet:
    return GoldSet(name, name, ((scorer, "{gold}", "{pred}"),), figures, **known)


def places(corpus: str, best: str, target: str) -> GoldSet:
    scorer = ("score_places.py", "{gold}", "{pred}", "--docs", "{input}")
    told = {"best": f"{best} raw text", "target": f"{target} raw text"}
    return GoldSet(f"places_{corpus}", "places", (scorer,), PLACE_FIGURES, **told)


SETS = (
    GoldSet(
        "hama",
        "claims",
        (CLAIM_SCORER,),
        CLAIM_FIGURES,
        target="≥ 32 of 34 found, ≤ 120 given, 0 forbidden",
    ),
    GoldSet(
        "claims",
        "claims",
        (CLAIM_SCORER,),
        CLAIM_FIGURES,
        floor="kind F1 40 (keyword rules)",
        target="kind F1 72, slots 80, ≤ 3 % forbidden",
    ),
    plain(
        "fakes",
        "score_fakes.py",
        (("accuracy", "/accuracy"), ("macro F1", "/macro_f1"), ("answered", "/answered")),
        floor="89.9 (first-named place)",
        target="93",
    ),
    plain(
        "event_location",
        "score_event_location.py",
        (("exact", "/exact"), ("character F1", "/char_f1"), ("nowhere", "/none_acc")),
        floor="54 exact",
        best="82 exact (a second annotator)",
        target="82 / 84",
    ),
    plain(
        "re3d",
        "score_re3d.py",
        (
            ("core strict F1", "/entity_strict/core/f1"),
            ("core relaxed F1", "/entity_relaxed/core/f1"),
            ("relations relaxed F1", "/relation_relaxed/micro/f1"),
        ),
        floor="33 / 50 / 4",
        best="50 / 62 / –",
        target="60 / 72 / 22",
    ),
    plain(
        "case2021",
        "score_case2021.py",
        (
            ("25 types weighted F1", "/acled25/weighted_f1"),
            ("30 types", "/all30/weighted_f1"),
            ("territory F1", "/territory/f1"),
        ),
        floor="55 / – / 47",
        best="83.9 / 77.1 / –",
        target="78 / – / 72",
    ),
    plain(
        "plv",
        "score_plover.py",
        (("macro F1", "/macro_f1"), ("accuracy", "/accuracy"), ("coded", "/coded")),
        floor="40",
        best="82",
        target="80",
    ),
    GoldSet(
        "muc4",
        "muc4",
        (
            ("score_muc4.py", "{gold}", "{pred}"),
            ("score_muc4_facts.py", "{gold}", "{pred}"),
        ),
        (
            ("roles F1", "/role_strict/micro/f1"),
            ("types F1", "/type_set/f1"),
            ("relevance F1", "/relevance/f1"),
            ("toll F1", "/toll/f1"),
            ("places F1", "/places/f1"),
            ("dates F1", "/dates/f1"),
        ),
        floor="25.5 / 63.8 / – / – / – / –",
        best="57.4 / 83.6 / – / 53 / 61 / 78",
        target="55 / 83 / 88 / 55 / 62 / 78",
    ),
    places("lgl", ".553", ".62"),
    places("trnews", ".747", ".79"),
    places("gwn", ".628", ".68"),
    places("geovirus", ".689", ".74"),
)
