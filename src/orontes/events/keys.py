import re
import unicodedata

from orontes.model.claim import Claim
from orontes.model.names import PlaceName

ARTICLE = re.compile(r"^(?:the|al|el|ad|ar|as|ash|at|az)[ -](?=\w)")


def fold(name: str) -> str:
    """A name without case, accents, punctuation and article, to compare unresolved names."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"[’'`ʼʻʿʾ‘ʹ]", "", bare.casefold())
    return ARTICLE.sub("", " ".join(re.sub(r"[\W_]+", " ", plain).split()))


def place_base(place: PlaceName) -> str:
    """The id of a place, for an unresolved one its folded name."""
    return place.id or f"name:{fold(place.name)}"


def place_key(place: PlaceName) -> str:
    """One id per place: a facility is a place of its own, an unresolved name is its own id."""
    base = place_base(place)
    if place.facility and not base.startswith(("facility:", "name:")):
        return f"{base}#{place.facility}"
    return base


def where(claim: Claim) -> PlaceName | None:
    """The place by which a claim is joined; for movements, whence or else whither."""
    return claim.place or claim.origin or claim.destination or (claim.route or (None,))[0]
