"""The API described for machines (OpenAPI 3.0)."""

from typing import Any

from orontes import __version__
from orontes.web.features.asking import MOST, PAGE
from orontes.web.features.collections import COLLECTIONS, Collection


def described(base: str) -> dict[str, Any]:
    paths = {
        "/": got("What the service offers"),
        "/conformance": got("The standard's parts that it follows"),
        "/collections": got("Its collections"),
    }
    for one in COLLECTIONS.values():
        path = f"/collections/{one.id}"
        paths |= {
            path: got(one.title),
            f"{path}/queryables": got(f"What {one.id} may be asked by"),
            f"{path}/items": got(one.about, parameters(one)),
            f"{path}/items/{{identity}}": got(f"One of the {one.id}", [IDENTITY, *TIMES]),
        }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Orontes", "version": __version__, "license": {"name": "Apache-2.0"}},
        "servers": [{"url": base}],
        "paths": paths,
    }


def got(about: str, parameters: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    answers = {
        "200": content("as asked"),
        "400": content("the call is wrong"),
        "404": content("not there"),
    }
    return {"get": {"summary": about, "parameters": parameters or [], "responses": answers}}


def content(about: str) -> dict[str, Any]:
    body = {"schema": {"type": "object"}}
    kinds = ("application/json", "application/geo+json", "application/schema+json")
    return {"description": about, "content": dict.fromkeys(kinds, body)}


def query(name: str, about: str, **schema: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": about,
        "schema": {"type": "string"} | schema,
    }


IDENTITY = {"name": "identity", "in": "path", "required": True, "schema": {"type": "string"}}
TIMES = [
    query("at", "the state at the end of this day"),
    query("known", "only what had been published by then: a day or an instant"),
]


def parameters(one: Collection) -> list[dict[str, Any]]:
    number = {"type": "integer"}
    return [
        query("limit", "features a page", **number, minimum=1, maximum=MOST, default=PAGE),
        query("offset", "features to leave out first", **number, minimum=0, default=0),
        query("bbox", "west,south,east,north in degrees"),
        query("datetime", "DAY, FROM/TO, FROM/.. or ../TO"),
        *TIMES,
        *(query(name, f"only where {name} is this") for name in one.filters),
    ]
