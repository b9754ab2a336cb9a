"""``python -m bench predict SET INPUT OUTPUT`` and ``python -m bench run``."""

import argparse
import os
import sys
from pathlib import Path

from bench.predict import predict, predict_spans
from bench.run import run
from orontes.errors import OrontesError


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="write the rows of one gold set")
    one.add_argument("set")
    one.add_argument("input", type=Path)
    one.add_argument("output", type=Path)
    one.add_argument("--spans", type=Path, help="places only: resolve these spans")
    every = commands.add_parser("run", help="score the open sets and rewrite bench/RESULTS.md")
    every.add_argument("sets", nargs="*", help="some sets only; RESULTS.md keeps the others' rows")
    every.add_argument(
        "--gold", type=Path, default=Path(os.environ.get("ORONTES_GOLD", "../shared/gold"))
    )
    args = parser.parse_args()
    try:
        if args.command == "run":
            run(args.gold, args.sets)
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
