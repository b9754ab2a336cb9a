"""Country dumps that the user adds: kept beside the compiled gazetteer and part of it."""

import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from orontes.errors import OrontesError
from orontes.places.compile import build, default_path, dumps_beside, is_current
from orontes.places.dump import Survey, opened, survey
from orontes.places.filling import put
from orontes.places.turn import Progress, turn


@dataclass(frozen=True, slots=True)
class Added:
    """The country that was added, and how many places its dump gave."""

    country: str
    places: int


def add(path: Path, gazetteer: Path | None = None, progress: Progress | None = None) -> Added:
    """Put a country's dump into the compiled gazetteer in place of an earlier one.

    All or nothing: a bad file leaves the gazetteer as it was, and a second process that adds waits
    for the first. The dump is kept beside it, so that a later Orontes that compiles the gazetteer
    anew puts it in again.
    """
    target = gazetteer or default_path()
    found = survey(path)
    with turn(target, progress):
        if not is_current(target):
            build(target, progress)
        return Added(found.country, put_in(path, found, target))


def put_in(path: Path, found: Survey, target: Path) -> int:
    """How many places the dump gave; the gazetteer and the kept dump change together."""
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix="dump-") as folder:
            part, kept = Path(folder) / "gazetteer", Path(folder) / "kept"
            shutil.copyfile(target, part)
            with closing(sqlite3.connect(part)) as db, db:
                count = put(db, path, found)
            keep(path, kept, found.country)
            dumps_beside(target).mkdir(exist_ok=True)
            kept.replace(dumps_beside(target) / f"{found.country}.zip")
            part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise OrontesError(
            f"{path} could not be added ({error}); make room in {target.parent} and add it again"
        ) from error
    return count


def keep(path: Path, kept: Path, country: str) -> None:
    with (
        opened(path) as raw,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open(f"{country}.txt", "w", force_zip64=True) as inner,
    ):
        shutil.copyfileobj(raw, inner)
