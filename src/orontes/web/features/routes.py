"""The paths of OGC API - Features."""

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from orontes.case import Case
from orontes.web.features.answers import GEOJSON, Answer, answer, link, root
from orontes.web.features.asking import Asked, asked, kept
from orontes.web.features.collections import COLLECTIONS, Collection
from orontes.web.features.openapi import described

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
PARTS = ("core", "oas30", "html", "geojson")
CONFORMS = [f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}" for part in PARTS]
QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"


class Features:
    """``case`` gives the case that is served."""

    def __init__(self, case: Callable[[], Case]) -> None:
        self._case = case

    def routes(self) -> list[Route]:
        return [
            Route("/", self.landing),
            Route("/conformance", self.conformance),
            Route("/openapi.json", self.openapi),
            Route("/collections", self.collections),
            Route("/collections/{name}", self.collection),
            Route("/collections/{name}/queryables", self.queryables),
            Route("/collections/{name}/items", self.items),
            Route("/collections/{name}/items/{identity:path}", self.item),
        ]

    def landing(self, request: Request) -> Response:
        links = [
            link(request, "/", "self"),
            link(
                request,
                "/openapi.json",
                "service-desc",
                "application/vnd.oai.openapi+json;version=3.0",
            ),
            link(request, "/conformance", "conformance"),
            link(request, "/collections", "data"),
        ]
        body = {"title": self._case().path.stem, "description": "A case of Orontes", "links": links}
        return answer(request, body)

    def conformance(self, request: Request) -> Response:
        return answer(request, {"conformsTo": CONFORMS})

    def openapi(self, request: Request) -> Response:
        return answer(request, described(root(request)))

    def collections(self, request: Request) -> Response:
        listed = [self._described(request, one) for one in COLLECTIONS.values()]
        return answer(
            request, {"links": [link(request, "/collections", "self")], "collections": listed}
        )

    def collection(self, request: Request) -> Response:
        return answer(request, self._described(request, named(request)))

    def queryables(self, request: Request) -> Response:
        one = named(request)
        fields = {name: {"type": "string"} for name in one.filters}
        times = {name: {"type": "string", "format": "date"} for name in ("at", "known")}
        body = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": link(request, f"/collections/{one.id}/queryables", "self")["href"],
            "type": "object",
            "title": one.title,
            "properties": fields | times,
        }
        return answer(request, body, "application/schema+json")

    def items(self, request: Request) -> Response:
        one = named(request)
        ask = asked(dict(request.query_params), one)
        found = kept(one.features(self._case(), ask.at, ask.known), ask, one)
        page = found[ask.offset : ask.offset + ask.limit]
        body = {
            "type": "FeatureCollection",
            "numberMatched": len(found),
            "numberReturned": len(page),
            "links": self._pages(request, one, ask, len(found)),
            "features": page,
        }
        return answer(request, body, GEOJSON)

    def item(self, request: Request) -> Response:
        one, wanted = named(request), request.path_params["identity"]
        query = request.query_params
        for feature in one.features(self._case(), query.get("at"), query.get("known")):
            if feature["id"] == wanted:
                at = link(request, f"/collections/{one.id}/items/{wanted}", "self", GEOJSON)
                up = link(request, f"/collections/{one.id}", "collection")
                return answer(request, {**feature, "links": [at, up]}, GEOJSON)
        raise HTTPException(404, f"there is no {wanted} among the {one.id} of this case")

    def _described(self, request: Request, one: Collection) -> Answer:
        path = f"/collections/{one.id}"
        return {
            "id": one.id,
            "title": one.title,
            "description": one.about,
            "itemType": "feature",
            "crs": [CRS84],
            "links": [
                link(request, path, "self"),
                link(request, f"{path}/items", "items", GEOJSON),
                link(request, f"{path}/queryables", QUERYABLES, "application/schema+json"),
            ],
        }

    def _pages(self, request: Request, one: Collection, ask: Asked, found: int) -> list[Answer]:
        path, query = f"/collections/{one.id}/items", dict(request.query_params)
        links = [link(request, path, "self", GEOJSON, **query)]
        for rel, offset in (("next", ask.offset + ask.limit), ("prev", ask.offset - ask.limit)):
            if 0 <= offset < found or (rel == "prev" and ask.offset > 0):
                moved: dict[str, Any] = query | {
                    "offset": str(max(0, offset)),
                    "limit": str(ask.limit),
                }
                links.append(link(request, path, rel, GEOJSON, **moved))
        return links


def named(request: Request) -> Collection:
    name = request.path_params["name"]
    if name not in COLLECTIONS:
        raise HTTPException(
            404, f"there is no collection {name!r}; there are {', '.join(COLLECTIONS)}"
        )
    return COLLECTIONS[name]
