"""What analysts say of the readings: each word a row, none of them ever changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from os import environ
from pathlib import Path

from orontes.case import byhand, merging, replaying
from orontes.case.asking import at_of
from orontes.case.correcting import corrections
from orontes.case.filling import Filling
from orontes.case.opened import Time
from orontes.errors import WrongCall
from orontes.events.join import join
from orontes.model.judgement import Judgement, Standing, Verdict
from orontes.model.told import Told
from orontes.store.judging import anchored

UNDOABLE = ("in force", "overruled", "orphan")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import of judgements did; ``orphans`` found no claim in this case."""

    new: int
    already: int
    orphans: int


class Judging(Filling):
    """``user`` is who judges: by default $ORONTES_USER, else $USER. Ids may be their beginnings."""

    def judge(
        self,
        claim: str,
        verdict: Verdict,
        why: str,
        user: str | None = None,
        changes: Sequence[str] = (),
        derive: bool = True,
    ) -> int:
        """Accept, reject or correct the reading of a claim; the case revision that it makes.

        ``changes`` are ``slot=VALUE`` texts, named as in the claim's row. Without ``derive`` the
        layers of the file wait for the next change of the case.
        """
        read = self._file.told(judgements=False)
        one = found(claim, read)
        pairs = corrections(verdict, changes, one.claim, read, self._file.initial(), self._registry)
        return self._word(verdict, [one], read, why, user, pairs, derive)

    def merge(self, first: str, others: Sequence[str], why: str, user: str | None = None) -> int:
        """Tell that claims, or all claims of events, are of one event; the revision."""
        read = self._file.told(judgements=False)
        claims = merging.merged(
            first, others, self.told(), join(self.told(), None, self._registry, self._links())
        )
        return self._word("merge", [found(one, read) for one in claims], read, why, user)

    def split(
        self, claim: str, others: Sequence[str] = (), why: str = "", user: str | None = None
    ) -> int:
        """Tell that a claim is not of the event it was joined to, or not of that of ``others``."""
        read = self._file.told(judgements=False)
        one = found(claim, read).claim.id
        parted = merging.parted(
            one, others, self.told(), join(self.told(), None, self._registry, self._links())
        )
        return self._word("split", [found(each, read) for each in parted], read, why, user)

    def set_control(
        self,
        place: str,
        holder: str,
        since: Time,
        until: Time = None,
        why: str = "",
        user: str | None = None,
    ) -> int:
        """Set by hand who holds a place from a day on: a claim by the analyst, known from now.

        ``until`` is the first day on which the holder no longer has it.
        """
        day = at_of(since)
        if day is None:
            raise WrongCall("say since when: --since DAY")
        told, (initial, _) = self.told(), self._start()
        values = byhand.changes(place, holder, day, at_of(until), told, initial, self._registry)
        return self._rule([byhand.made(values, reason(why), who(user), now())])

    def undo(self, identity: str, why: str, user: str | None = None) -> Judgement:
        """Take back a judgement, or the last one on a claim: a row again. What was undone."""
        standing = undoable(identity, self.judgements())
        self._rule([Judgement(standing.judgement.id, "undo", reason(why), who(user), now())])
        return standing.judgement

    def import_judgements(self, path: str | Path) -> Imported:
        """Replay what ``orontes export CASE judgements`` wrote; what is here already is left out.

        Claims are found by their ids, else by what they say. Raises WrongCall, with the line, for
        what is no judgement; nothing is taken in then.
        """
        made = replaying.read(Path(path))
        held = {one.judgement.id for one in self.judgements()}
        fresh = [one for one in {each.id: each for each in made}.values() if one.id not in held]
        if fresh:
            self._rule(fresh)
        ids = {one.id for one in made}
        lost = [one for one in self.judgements(orphans=True) if one.judgement.id in ids]
        return Imported(len(fresh), len(made) - len(fresh), len(lost))

    def derive(self) -> None:
        """Make the layers of the file follow the judgements."""
        self._derive()

    def _word(
        self,
        verdict: Verdict,
        claims: Sequence[Told],
        read: Iterable[Told],
        why: str,
        user: str | None,
        pairs: tuple[tuple[str, str], ...] = (),
        derive: bool = True,
    ) -> int:
        reports = {one.claim.doc for one in claims}
        beside = [one.claim for one in read if one.claim.doc in reports]
        anchors = tuple(anchored(one.claim, beside) for one in claims)
        first = claims[0].claim.id
        made = Judgement(first, verdict, reason(why), who(user), now(), pairs, anchors)
        return self._rule([made], derive)

    def _rule(self, made: Sequence[Judgement], derive: bool = True) -> int:
        given = [byhand.given_by(one) for one in made if one.verdict == "control"]
        revision = self._file.judge(made, given)
        if derive:
            self._derive()
        return revision


def found(identity: str, told: Iterable[Told]) -> Told:
    """The claim of that id, or the only one whose id begins so."""
    fits = {one.claim.id: one for one in told if one.claim.id.startswith(identity)}
    if len(fits) > 1 and identity not in fits:
        raise WrongCall(f"{len(fits)} claims begin with {identity}; write more of the id")
    if not fits or not identity:
        raise WrongCall(f"there is no claim {identity}; `orontes claims CASE` lists them")
    return fits.get(identity) or next(iter(fits.values()))


def undoable(identity: str, standings: Sequence[Standing]) -> Standing:
    """The judgement of an id, or the last one that still counts of a claim."""
    named = [one for one in standings if one.judgement.id.startswith(identity)] if identity else []
    if len(named) > 1:
        raise WrongCall(f"{len(named)} judgements begin with {identity}; write more of the id")
    if named and named[0].state == "undone":
        raise WrongCall(f"{named[0].judgement.id} is undone already, {named[0].note}")
    counting = [o for o in standings if o.state in UNDOABLE and o.judgement.verdict != "undo"]
    of_claim = {
        claim: one
        for one in counting
        for claim in (one.judgement.claim, *one.attached)
        if identity and claim.startswith(identity)
    }
    if len(of_claim) > 1:
        raise WrongCall(
            f"{len(of_claim)} judged claims begin with {identity}; write more of the id"
        )
    if not named and not of_claim:
        raise WrongCall(
            f"there is no judgement {identity}, and none of such a claim, to undo;"
            " `orontes judgements CASE` lists them"
        )
    return named[0] if named else next(iter(of_claim.values()))


def who(user: str | None) -> str:
    name = user or environ.get("ORONTES_USER") or environ.get("USER") or "analyst"
    if not name.strip():
        raise WrongCall("say who judges: --user NAME")
    return name.strip()


def reason(why: str) -> str:
    if not why.strip():
        raise WrongCall("say why: --why TEXT; the reason is kept with the judgement")
    return " ".join(why.split())


def now() -> datetime:
    return datetime.now(UTC)
