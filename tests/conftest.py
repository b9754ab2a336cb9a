from pathlib import Path

import pytest

from orontes.case import Case

DISPATCHES = Path(__file__).parents[1] / "examples" / "hama" / "dispatches"


@pytest.fixture(scope="session")
def hama(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The bundled dispatches in a case. Read it only; copy the file to change it."""
    case = Case.new(tmp_path_factory.mktemp("hama") / "hama.gpkg")
    case.add([DISPATCHES])
    return case
