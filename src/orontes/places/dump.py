"""A GeoNames country dump as published: a zip or text file, nineteen columns, a place a line."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from orontes.errors import OrontesError, WrongCall
from orontes.places.entry import Entry, clean
from orontes.places.place import Place

COLUMNS = 19
MOST_BYTES = 2_000_000_000
MOST_RATIO = 100
UNITS = {"ADM1": "admin1", "ADM2": "admin2"}
AIRFIELDS = {"AIRP": "airport", "AIRF": "airport", "AIRB": "base", "AIRH": "airport"}
LEFT_OUT = frozenset({"PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR", "CONT"})
Row = list[str]


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The dump's text, never unpacked to disk."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as plain:
                yield plain
            return
        with zipfile.ZipFile(path) as packed, packed.open(member(packed, path)) as inner:
            yield inner
    except FileNotFoundError as error:
        raise WrongCall(f"{path} is not there; give the path of a GeoNames dump") from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise OrontesError(
            f"{path} cannot be unpacked ({error}); download the dump again"
        ) from error
    except OSError as error:
        raise WrongCall(f"{path} cannot be read ({error.strerror}); check the path") from error


def member(packed: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    tables = [
        one
        for one in packed.infolist()
        if one.filename.lower().endswith(".txt") and "readme" not in one.filename.lower()
    ]
    if len(tables) != 1 or Path(tables[0].filename).name != tables[0].filename:
        raise WrongCall(f"{path} must hold one table such as SY.txt; it is no GeoNames dump")
    table = tables[0]
    if table.file_size > MOST_BYTES or table.file_size > MOST_RATIO * table.compress_size + 10_000:
        raise WrongCall(f"{path} would unpack to {table.file_size:,} bytes; it is no GeoNames dump")
    return table


def rows(path: Path) -> Iterator[Row]:
    """The lines in columns; a line that is none of a dump stops all with its number."""
    with opened(path) as raw:
        number = 0
        for number, line in enumerate(bounded(raw, path), 1):
            try:
                row = line.decode().rstrip("\r\n").split("\t")
                checked(row)
            except ValueError as error:
                raise WrongCall(
                    f"{path}, line {number}: {reason(error)}; a GeoNames dump has {COLUMNS} columns"
                    " parted by tabs, so nothing was added"
                ) from error
            yield row
        if not number:
            raise WrongCall(f"{path} is empty; download the dump again")


def bounded(raw: IO[bytes], path: Path) -> Iterator[bytes]:
    """Lines of at most a megabyte, and no more bytes than any dump has."""
    read = 0
    lines = io.BufferedReader(raw, 1 << 20) if isinstance(raw, io.RawIOBase) else raw
    while line := lines.readline(1 << 20):
        read += len(line)
        if read > MOST_BYTES:
            raise WrongCall(f"{path} unpacks to over {MOST_BYTES:,} bytes; it is no GeoNames dump")
        yield line


def checked(row: Row) -> None:
    if len(row) != COLUMNS:
        raise ValueError(f"{len(row)} columns")
    if not row[0].isdigit() or not row[1]:
        raise ValueError("no id or no name")
    if not (abs(float(row[4])) <= 90 and abs(float(row[5])) <= 180):
        raise ValueError("the point lies nowhere on Earth")
    if len(row[8]) != 2 or not row[8].isalpha():
        raise ValueError(f"{row[8]!r} is no country code")
    int(row[14] or 0)


def reason(error: ValueError) -> str:
    told = str(error)
    return "no number" if "convert" in told or "literal" in told else told.split(" in position")[0]


def kind_of(row: Row) -> str:
    """Populated places are settlements; farms, wells, streams and the like are features."""
    if row[6] == "P":
        return "settlement"
    if row[7] in UNITS:
        return UNITS[row[7]]
    if row[7] in AIRFIELDS:
        return "facility"
    return "mountain" if row[6] == "T" else "feature"


@dataclass(frozen=True, slots=True)
class Survey:
    """The one country of a dump, and its units' names by their codes ("HA", "HA.12")."""

    country: str
    units: dict[str, str]


def survey(path: Path) -> Survey:
    """A first way through the file, on which every line is checked."""
    countries: set[str] = set()
    units: dict[str, str] = {}
    for row in rows(path):
        countries.add(row[8].upper())
        if row[7] == "ADM1":
            units[row[10]] = row[1]
        elif row[7] == "ADM2":
            units[f"{row[10]}.{row[11]}"] = row[1]
    if len(countries) > 1:
        some = ", ".join(sorted(countries)[:4])
        raise WrongCall(f"{path} lists places of {some}; add the dumps of single countries")
    return Survey(countries.pop(), units)


def entry_of(row: Row, units: dict[str, str]) -> Entry | None:
    """The place of a line; None for countries, which the gazetteer has of its own."""
    if row[7] in LEFT_OUT:
        return None
    kind = kind_of(row)
    least = 1 if kind == "settlement" else 0
    weight = 100_000 if kind == "admin1" else 10_000 if kind == "admin2" else least
    return Entry(
        Place(
            f"gn:{row[0]}",
            row[1],
            float(row[4]),
            float(row[5]),
            kind,
            row[8].upper(),
            row[1] if kind == "admin1" else units.get(row[10]),
            max(int(row[14] or 0), weight) if kind in {"settlement", *UNITS.values()} else 0,
            AIRFIELDS.get(row[7]),
            units.get(f"{row[10]}.{row[11]}"),
        ),
        clean({row[1], row[2]}),
        clean(set(row[3].split(","))),
    )
