"""The places that a text's names mean, its capitals among them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from orontes.incidents.sites import Named, Site
from orontes.places.locate import locate
from orontes.places.place import Place
from orontes.reading import lexicon


def sites(names: Sequence[Named], text: str) -> list[Site]:
    """The names with their places; what the text calls a capital is one more."""
    asked = [told.name for told in names]
    spans = [(told.start, told.end) for told in names]
    found = locate(asked, lexicon().gazetteer, text=text, spans=spans)
    about = Counter(place.country for place in found if place and place.kind == "country")
    best = [code for code, _ in about.most_common(1) if code]
    found = locate(asked, lexicon().gazetteer, best, text=text, spans=spans)
    located = [Site(told, place) for told, place in zip(names, found, strict=True)]
    return [as_capital(site, located) if site.told.unit == "capital" else site for site in located]


def as_capital(site: Site, others: Sequence[Site]) -> Site:
    """What "the Salvadoran capital" or "this capital" means: the city, under its own name."""
    own = site.place if site.place and site.place.kind == "country" else None
    named = [s.place.country for s in others if s.place and s.place.kind == "country"]
    country = own.country if own else (Counter(named).most_common(1)[0][0] if named else None)
    told = [s for s in others if s.place and s.place.capital and s.place.country == country]
    city = told[0].place if told else capital_of(country) if country else None
    name = told[0].told.name if told else city.name if city else ""
    return Site(replace(site.told, name=name, people=False, pattern=True), city)


@cache
def capital_of(country: str) -> Place | None:
    """The capital of an ISO code, by the names that stand for its state."""
    registry, gazetteer = lexicon().registry, lexicon().gazetteer
    state = registry.get(registry.state_of(country) or "")
    if state is None:
        return None
    found = [p for name in (*state.aliases, f"{state.name} City") for p in gazetteer.find(name)]
    return next((place for place in found if place.capital and place.country == country), None)
