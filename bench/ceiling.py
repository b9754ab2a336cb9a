"""Given spans: the accuracy within 161 km beside the shipped gazetteer's own ceiling.

``python -m bench.ceiling [GOLD] [--half open]`` prints for each set the share of names resolved
within 161 km, the share that has any candidate so near, and the ratio of the two.
"""

import argparse
import os
from pathlib import Path

from bench.adapters.places import at_spans
from bench.predict import Row, read_rows
from orontes.places.candidates import candidates
from orontes.places.distance import km_between
from orontes.reading import lexicon

SETS = ("lgl", "trnews", "gwn", "geovirus")
KM = 161


def figures(folder: Path, half: str) -> tuple[int, int, int]:
    """How many names have coordinates, are resolved near enough, and could be."""
    texts = {row["id"]: row["text"] for row in read_rows(folder / f"{half}.input.jsonl")}
    gold = read_rows(folder / f"{half}.gold.jsonl")
    spans = [(row["doc"], row["start"], row["end"]) for row in gold]
    told = {(row["doc"], row["start"], row["end"]): row for row in at_spans(texts, spans)}
    placed = [row for row in gold if row["lat"] is not None]
    right = [near(row, told[row["doc"], row["start"], row["end"]]) for row in placed]
    able = [
        good or reachable(row, texts[row["doc"]][row["start"] : row["end"]])
        for good, row in zip(right, placed, strict=True)
    ]
    return len(placed), sum(right), sum(able)


def near(gold: Row, told: Row) -> bool:
    if told["lat"] is None:
        return False
    return km_between(gold["lat"], gold["lon"], told["lat"], told["lon"]) <= KM


def reachable(gold: Row, name: str) -> bool:
    return any(
        km_between(gold["lat"], gold["lon"], option.place.lat, option.place.lon) <= KM
        for option in candidates(name, lexicon().gazetteer)
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.ceiling", description=__doc__)
    default = os.environ.get("ORONTES_GOLD", "../shared/gold")
    parser.add_argument("gold", nargs="?", type=Path, default=Path(default))
    parser.add_argument("--half", default="open")
    args = parser.parse_args()
    print("set         names  acc161  ceiling  ratio")
    for name in SETS:
        n, right, able = figures(args.gold / f"places_{name}", args.half)
        print(f"{name:10} {n:6} {right / n:7.3f} {able / n:8.3f} {right / able:6.3f}")


if __name__ == "__main__":
    main()
