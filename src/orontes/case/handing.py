"""A case handed on whole, as lines that make the same case again."""

import json
from collections.abc import Iterator
from pathlib import Path

from orontes.case.adding import now
from orontes.case.filling import Filling
from orontes.errors import WrongCall
from orontes.reports.copies import shingles
from orontes.store import boundaries
from orontes.store.again import Taken, put
from orontes.store.checked import parse
from orontes.store.whole import lines


class Handing(Filling):
    """Nothing that is in a case is changed by an import; what it lacks is added."""

    def whole(self) -> Iterator[str]:
        """All that the case holds as JSON Lines; the same case gives the same bytes."""
        for line in lines(self.path):
            yield json.dumps(line, ensure_ascii=False) + "\n"

    def import_boundaries(self, path: str | Path) -> int:
        """Keep administrative units with p-codes; they replace earlier ones. How many."""
        from orontes.places.boundaries import read

        units = read(Path(path))
        boundaries.put(self.path, units, Path(path).name, now())
        return len(units)

    def import_whole(self, path: str | Path) -> Taken:
        """Take in what :meth:`whole` wrote, all of it or nothing.

        Raises WrongCall with the line of what no such file holds.
        """
        path = Path(path)
        try:
            with path.open(encoding="utf-8") as file:
                whole = parse(file, path.name)
        except OSError as error:
            raise WrongCall(f"{path} cannot be read ({error.strerror}); check the path") from error
        except UnicodeDecodeError as error:
            raise WrongCall(f"{path} is no text in UTF-8; export the case anew") from error
        taken = put(self.path, whole, path.name, now(), shingles)
        self._derive()
        return taken
