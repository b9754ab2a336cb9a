import shutil
import sys
from pathlib import Path

import pytest

from orontes.case import Case

sys.path.insert(0, str(Path(__file__).parents[1] / "events"))


@pytest.fixture
def case(hama: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A copy of the example case, judged by maria unless somebody else is named."""
    monkeypatch.setenv("ORONTES_USER", "maria")
    return Case.open(shutil.copy(hama.path, tmp_path / "copy.gpkg"))
