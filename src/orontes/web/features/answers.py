"""The answers of the API: links between them, each as JSON or as a plain page."""

import json
from html import escape
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

Answer = dict[str, Any]
GEOJSON = "application/geo+json"


def answer(
    request: Request, body: Answer, media: str = "application/json", status: int = 200
) -> Response:
    """JSON, or the same as HTML for who asks with a browser."""
    if wants_html(request):
        return HTMLResponse(as_html(body), status)
    return JSONResponse(body, status, media_type=media)


def wants_html(request: Request) -> bool:
    asked = request.query_params.get("f", "")
    accepts = request.headers.get("accept", "")
    return asked == "html" or (not asked and accepts.startswith("text/html"))


def link(
    request: Request, path: str, rel: str, media: str = "application/json", **query: str
) -> Answer:
    base = root(request)
    asked = f"?{urlencode(query)}" if query else ""
    return {"href": f"{base}{path}{asked}", "rel": rel, "type": media}


def root(request: Request) -> str:
    """The address under which the API stands."""
    return f"{request.url.scheme}://{request.url.netloc}{request.scope.get('root_path', '')}"


def as_html(body: Answer) -> str:
    title = escape(str(body.get("title") or body.get("id") or "Orontes"))
    links = "".join(
        f'<li><a href="{escape(one["href"])}">{escape(one["rel"])}</a></li>'
        for one in found_links(body)
    )
    text = escape(json.dumps(body, ensure_ascii=False, indent=1))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<h1>{title}</h1><ul>{links}</ul><pre>{text}</pre></html>"
    )


def found_links(body: Answer) -> list[Answer]:
    inner = [one for part in body.get("collections", []) for one in part.get("links", [])]
    return [*body.get("links", []), *inner]
