"""The demonstration: the bundled dispatches on Hama, read and told."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from orontes.case import Case
from orontes.case.adding import Added
from orontes.errors import OrontesError
from orontes.listing import show
from orontes.model.picture_rows import row_of

TITLE = "Syria, 27 November – 10 December 2024"
AT = "2024-12-06"


def dispatches() -> Path:
    """The example's folder: in the installed package, or beside the sources of a checkout."""
    for root in (Path(str(files("orontes"))), Path(__file__).parents[2]):
        folder = root / "examples" / "hama" / "dispatches"
        if folder.is_dir():
            return folder
    raise OrontesError("the bundled example is missing; install Orontes again")


def run(folder: Path, say: Callable[[str], None], told: Callable[[Added, Path], None]) -> None:
    """Make FOLDER/hama.gpkg and the brief beside it; print who holds what on 6 December."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OrontesError(f"{folder} cannot be made ({error.strerror}); choose another") from error
    path = folder / "hama.gpkg"
    case = Case.open(path) if path.exists() else Case.new(path)
    told(case.add([dispatches()]), path)
    brief = case.brief(title=TITLE)
    page, text = folder / "brief.html", folder / "brief.md"
    page.write_text(brief.html, encoding="utf-8")
    text.write_text(brief.markdown, encoding="utf-8")
    say(f"control at the end of {AT}:")
    show("control", [row_of(spell) for spell in case.control(at=AT) if spell.country])
    print(f"\ncase   {path}\nbrief  {page}\n       {text}")
