"""Whether a case is still as it was when it was last read."""

from pathlib import Path

from orontes.store.connection import reading

NEWEST = """
SELECT (SELECT id FROM revisions ORDER BY fid DESC LIMIT 1), (SELECT max(fid) FROM claims),
  (SELECT id FROM reports ORDER BY fid DESC LIMIT 1)
"""
Stamp = tuple[object, ...]


def stamp(path: Path) -> Stamp:
    """Equal as long as the file is the same one and nothing was appended to it, by any process."""
    with reading(path) as db:
        row = db.execute(NEWEST).fetchone()
        shelf = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'linked'").fetchone()
        links = db.execute("SELECT upto, times FROM linked").fetchone() if shelf else None
    file = path.stat()
    return (file.st_dev, file.st_ino, *row, links)
