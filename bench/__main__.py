"""``python -m bench predict SET INPUT OUTPUT``, ``run``, ``made-…`` and ``score-…``."""

import argparse
import os
import sys
from pathlib import Path

from bench.made import warring
from bench.made.command import score, write
from bench.predict import predict, predict_control, predict_spans
from bench.run import run
from orontes.errors import OrontesError, WrongCall

GOLD = Path(os.environ.get("ORONTES_GOLD", "../shared/gold"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="write the rows of one gold set")
    one.add_argument("set")
    one.add_argument("input", type=Path)
    one.add_argument("output", type=Path)
    one.add_argument("--spans", type=Path, help="places only: resolve these spans")
    one.add_argument("--initial", type=Path, help="control only: who held what at the start")
    every = commands.add_parser("run", help="score the open sets and rewrite bench/RESULTS.md")
    every.add_argument("sets", nargs="*", help="some sets only; RESULTS.md keeps the others' rows")
    every.add_argument("--gold", type=Path, default=GOLD)
    writing = commands.add_parser("made-events", help="write made reports and what they tell of")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--seed", type=int, default=0)
    scoring = commands.add_parser("score-events", help="score the joining of made reports")
    scoring.add_argument("seeds", nargs="*", type=int, default=[0], help="held back: from 1000 on")
    telling = commands.add_parser("made-control", help="write the dispatches of our own wars")
    telling.add_argument("folder", type=Path)
    holding = commands.add_parser("score-control", help="score control in our own wars")
    holding.add_argument("wars", nargs="*", help="some wars only")
    holding.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    try:
        if args.command == "run":
            run(args.gold, args.sets)
        elif args.command == "made-events":
            print(write(args.seed, args.folder))
        elif args.command == "score-events":
            for line in score(args.seeds):
                print(line, flush=True)
        elif args.command == "made-control":
            print(warring.write(args.folder))
        elif args.command == "score-control":
            for line in warring.score(args.wars, args.gold):
                print(line, flush=True)
        elif args.set == "control":
            if not args.initial:
                raise WrongCall("control starts from a table of holders: add --initial FILE")
            predict_control(args.input, args.initial, args.output)
        elif args.spans:
            predict_spans(args.input, args.spans, args.output)
        else:
            predict(args.set, args.input, args.output)
    except (OrontesError, OSError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
