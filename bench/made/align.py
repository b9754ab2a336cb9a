"""Which true event a claim of a made report tells of: by report, sentence and family of kind."""

from collections.abc import Iterable, Sequence

from bench.made.telling import Made, Mention
from orontes.model.claim import Claim

FAMILIES = {
    "strike": "violence",
    "battle": "violence",
    "toll": "violence",
    "civilians": "violence",
    "civilians.abduct": "custody",
    "territory.handover": "territory.capture",
}


def family(kind: str) -> str:
    group = kind.split(".")[0]
    return FAMILIES.get(kind) or FAMILIES.get(group) or (kind if group == "territory" else group)


def aligned(claims: Iterable[Claim], reports: Iterable[Made]) -> dict[str, Mention]:
    """For each claim the mention in whose sentence it stands, if it tells of such a thing at all.

    What else a sentence says (a capture "after days of fighting") and denials have no mention.
    """
    mentions = {report.id: report.mentions for report in reports}
    found = {}
    for claim in claims:
        mention = holding(claim, mentions.get(claim.doc, ()))
        if mention and family(claim.kind) == family(mention.happening.kind):
            found[claim.id] = mention
    return found


def holding(claim: Claim, mentions: Sequence[Mention]) -> Mention | None:
    return next((one for one in mentions if one.start <= claim.predicate[0] < one.end), None)
