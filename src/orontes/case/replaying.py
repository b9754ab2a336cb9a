"""Judgements as lines of a file, to be replayed in another case."""

import json
from pathlib import Path
from typing import Any

from orontes.case.byhand import given_by
from orontes.case.correcting import check
from orontes.errors import WrongCall
from orontes.model.judgement import Judgement
from orontes.model.judgement_rows import VERDICTS
from orontes.store.judging import anchor_of

UNFIT = (KeyError, TypeError, ValueError, AttributeError, IndexError, AssertionError, WrongCall)
HELP = "write the file with `orontes export CASE judgements FILE.jsonl`"


def read(path: Path) -> list[Judgement]:
    """Raises WrongCall with the first line that is no judgement."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WrongCall(f"{path} cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise WrongCall(f"{path} is no text in UTF-8; {HELP}") from error
    return [parsed(line, f"{path.name}:{n}") for n, line in enumerate(lines, 1) if line.strip()]


def parsed(line: str, where: str) -> Judgement:
    try:
        return judgement(json.loads(line))
    except UNFIT as error:
        raise WrongCall(
            f"{where} is no judgement ({type(error).__name__}: {error}); {HELP}"
        ) from error


def judgement(row: dict[str, Any]) -> Judgement:
    texts = [row[key] for key in ("claim", "verdict", "why", "user", "made")]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise ValueError("claim, verdict, why, user and made are texts")
    if row["verdict"] not in VERDICTS:
        raise ValueError(f"no verdict {row['verdict']!r}")
    pairs = [
        (slot, json.dumps(value, ensure_ascii=False)) for slot, value in row["changes"].items()
    ]
    anchors = tuple(map(anchor_of, row["judged"]))
    if row["verdict"] != "undo" and (not anchors or anchors[0].claim.id != row["claim"]):
        raise ValueError("judged begins with the claim")
    claim, verdict, why, user, made = texts
    found = Judgement.of(claim, verdict, why, user, made, json.dumps(pairs), anchors)
    check_values(found)
    return found


def check_values(made: Judgement) -> None:
    """Raise for a correction that fits no claim, or a control that tells nothing."""
    if made.verdict == "correct":
        check(made.anchors[0].claim, made.changes)
    elif made.verdict == "control" and made.claim != given_by(made)[1][0].id:
        raise ValueError("place, holder and days do not make the claim")
