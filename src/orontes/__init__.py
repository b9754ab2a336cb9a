"""Orontes: raw reports in; a sourced, dated, mapped picture of an armed conflict out."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orontes.case import Case
    from orontes.model.claim import Claim
    from orontes.model.why import Why

__version__ = "0.1.0"
__all__ = ["explain", "new", "open", "read"]


def new(path: str | Path) -> "Case":
    """Make an empty case file; raises WrongCall if something stands at the path."""
    from orontes.case import Case

    return Case.new(path)


def open(path: str | Path) -> "Case":
    """Open a case file; raises WrongCall or BadCase with what to do."""
    from orontes.case import Case

    return Case.open(path)


def read(
    text: str, published: str | date | None = None, source: str | None = None
) -> "list[Claim]":
    """The claims of a text, without a case (``orontes.reading.read``)."""
    from orontes.reading import read as read_

    return read_(text, published, source)


def explain(claim: "Claim", text: str, published: str | date | None = None) -> "list[Why]":
    """The words of the report behind each slot of a claim (``orontes.explaining.explain``)."""
    from orontes.explaining import explain as explain_

    return explain_(claim, text, published)
