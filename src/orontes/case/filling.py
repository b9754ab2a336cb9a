"""Reports, roads and initial tables into a case, and what is derived from them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from orontes.case.adding import BATCH, Added, batches, fresh, now
from orontes.case.opened import Opened
from orontes.model.claim import Claim
from orontes.model.report import Report
from orontes.picture.view import look
from orontes.reports.columns import Columns
from orontes.reports.copies import roots, share_most, shingles
from orontes.reports.gather import gather
from orontes.reports.languages import is_read
from orontes.vocabulary.load import table

Progress = Callable[[str], None]
AT_ONCE = 5_000
"""Claims of a case up to which its layers are renewed with every change."""


class Filling(Opened):
    """What is put into a case; nothing that is in it is changed by that."""

    def add(
        self,
        paths: Sequence[str | Path],
        columns: Columns | None = None,
        stdin: BinaryIO | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read reports from files and folders into the case, a batch at a time.

        Stopped at any moment, the case holds whole reports only, and the same call completes it.
        """
        done = Added(revision=self.revision)
        seen = set(self._file.report_ids())
        found = gather([Path(path) for path in paths], columns, stdin)
        try:
            for batch in batches(fresh(found, seen, done), BATCH):
                self._append(batch, done)
                if progress:
                    progress(f"{done.new} reports, {done.claims} claims")
        finally:
            if done.new or self._file.unfinished():
                self._derive()
                done.copies = self._file.copies()
        return done

    def _append(self, batch: Sequence[Report], done: Added) -> None:
        places = self._places()
        read = [(report, self._read(report, done, places)) for report in batch]
        hashes = [(report.id, shingles(report.text)) for report in batch]
        done.revision = self._file.append(read, now(), hashes)
        done.new += len(read)
        done.claims += sum(len(claims) for _, claims in read)

    def _places(self) -> frozenset[str]:
        """The names of the initial table: places, whether or not the gazetteer has them."""
        return frozenset(row.place for row in self._file.initial())

    def _read(self, report: Report, done: Added, places: frozenset[str]) -> list[Claim]:
        from orontes.reading import read_report

        language = report.source.language
        if language and not is_read(language):
            done.languages[language] += 1
            return []
        return read_report(report, self._registry, places)

    def _link(self) -> None:
        """Link the copies among the new reports, or all of them where that is not enough."""
        if not self._file.link(share_most):
            sources = self._file.sources()
            pairs = [(sources[identity], parts) for identity, parts in self._file.shingles()]
            self._file.relink(roots(pairs))

    def _derive(self) -> None:
        """Link copies and renew the layers; in a large case these are put behind instead, until
        they are asked for."""
        self._link()
        if self._file.size() > AT_ONCE:
            self._file.put_layers_behind()
        else:
            self.renew_layers()

    @property
    def is_behind(self) -> bool:
        """Whether the layers for QGIS are older than what the case holds."""
        return self._file.layers_behind()

    def renew_layers(self) -> None:
        """Rebuild the layers of events, control and routes from all that the case holds."""
        revision = self.revision
        view = look(self.told(), None, None, self._registry, *self._start(), self._links())
        self._file.write_layers(view.events, view.control, view.routes, revision)

    def reread(self, progress: Progress | None = None) -> int:
        """Read every report again with this Orontes: a new generation of claims; how many."""
        count = 0
        places = self._places()
        for batch in batches(iter(self._printed()), BATCH):
            ignored = Added()
            read = [(report, self._read(report, ignored, places)) for report in batch]
            self._file.reread(read, now())
            count += sum(len(claims) for _, claims in read)
            if progress:
                progress(f"{count} claims")
        self._derive()
        return count

    def _printed(self) -> list[Report]:
        """The reports but for those that analysts made by a judgement."""
        byhand = table("judging")["publisher"]
        return [one for one in self._file.reports() if one.source.origin != byhand]

    def import_roads(self, path: str | Path) -> int:
        """Keep a user's roads in the case; they replace the assumed ways. How many lines."""
        from orontes.places.roads import read

        roads = read(Path(path))
        self._file.add_roads(roads, Path(path).name, now())
        return len(roads)

    def import_initial(self, path: str | Path) -> int:
        """Keep who held which place before the reports begin; replaces an earlier table."""
        from orontes.case.starting import read
        from orontes.places.gazetteer import Gazetteer

        rows = read(Path(path), Gazetteer.open(), self._registry)
        self._file.add_initial(rows, Path(path).name, now())
        self._derive()
        return len(rows)
