"""Which type of event a short text tells of."""

from orontes.encoder import model
from orontes.encoder.pieces import pieces


def types(text: str) -> dict[str, float]:
    """How likely each event type is (ACLED's sub-event types and a few others, ``TYPES``)."""
    return model.classes("type", model.states(pieces(text)), {})
