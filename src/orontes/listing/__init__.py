"""Tables for the terminal."""

from collections.abc import Sequence

from orontes.listing.cells import Row
from orontes.listing.columns import COLUMNS


def show(name: str, rows: Sequence[Row], title: str | None = None) -> None:
    """Print a listing as a table."""
    columns = COLUMNS[name]
    heads = [(head, side) for head, _, side in columns]
    grid(heads, [[cell(row) for _, cell, _ in columns] for row in rows], title)


def grid(
    heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], title: str | None = None
) -> None:
    """Print a table as wide as the terminal, 100 columns where there is none.

    ``heads`` are names with the side to which their columns are set.
    """
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(width=max(console.width, 100), highlight=False, markup=False)
    table = Table(box=None, header_style="bold", pad_edge=False, title=title, title_justify="left")
    for head, side in heads:
        table.add_column(head, justify="right" if side == "right" else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)
