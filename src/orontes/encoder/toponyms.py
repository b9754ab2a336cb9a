"""Which words of a text name places."""

from orontes.encoder.document import tagged
from orontes.encoder.spans import Bounded

LEAST = 0.5


def toponyms(text: str) -> list[Bounded]:
    """Spans of place names, in code points, with how likely each is."""
    return list(tagged(text, "toponym", "toponym", LEAST))
