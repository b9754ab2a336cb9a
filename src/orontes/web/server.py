"""The page and the API of a case over HTTP, for browsers and GIS on this machine."""

import gzip
import json
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

from orontes.case import Case
from orontes.errors import OrontesError, WrongCall
from orontes.web.data import page_data
from orontes.web.features.routes import Features
from orontes.web.guard import Guard
from orontes.web.page import BORDERS, part, shell


class Server:
    """One case. It is read anew when its revision has moved."""

    def __init__(self, path: Path) -> None:
        self._case = Case.open(path)
        self._data: tuple[int, bytes] = (-1, b"")

    def app(self, token: str | None = None) -> Starlette:
        """An ASGI application; with a ``token`` it may face more than loopback."""
        return Starlette(
            routes=[
                Route("/", self.page),
                Route("/page.js", self.script),
                Route("/page.css", self.style),
                Route("/case.json", self.data),
                Route("/borders.json", self.borders),
                Mount("/api", routes=Features(lambda: self._case).routes()),
            ],
            middleware=[Middleware(Guard, token=token), Middleware(GZipMiddleware)],
            exception_handlers={OrontesError: wrong, HTTPException: missing},
        )

    def page(self, request: Request) -> Response:
        return HTMLResponse(shell(self._case.path.stem))

    def script(self, request: Request) -> Response:
        return Response(part("page.js"), media_type="text/javascript")

    def style(self, request: Request) -> Response:
        return Response(part("page.css"), media_type="text/css")

    def data(self, request: Request) -> Response:
        revision = self._case.revision
        if self._data[0] != revision:
            text = json.dumps(page_data(self._case), ensure_ascii=False)
            self._data = revision, gzip.compress(text.encode(), mtime=0)
        return packed(self._data[1])

    def borders(self, request: Request) -> Response:
        return packed(BORDERS.read_bytes())


def packed(body: bytes) -> Response:
    return Response(body, media_type="application/json", headers={"content-encoding": "gzip"})


def wrong(request: Request, error: Exception) -> Response:
    status = 400 if isinstance(error, WrongCall) else 500
    return JSONResponse(
        {"code": "wrong" if status == 400 else "failed", "description": str(error)}, status
    )


def missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"code": "missing", "description": error.detail}, error.status_code)
