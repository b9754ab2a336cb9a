"""Keeps the server to whom it is for: its own names, a token beyond loopback, strict headers."""

from hmac import compare_digest
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
    " blob:; worker-src blob: data:; connect-src 'self' data: blob:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Refuses a foreign Host (DNS rebinding) and a missing token; answers carry strict headers.

    Without a ``token`` only the names of loopback are answered to.
    """

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        trouble = self._trouble(Headers(scope=scope), QueryParams(scope["query_string"]))
        app = (
            JSONResponse({"code": "refused", "description": trouble}, 403) if trouble else self._app
        )

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if self._token and not trouble:
                    headers.append(
                        "set-cookie", f"orontes={self._token}; HttpOnly; SameSite=Strict; Path=/"
                    )
            await send(message)

        return await app(scope, receive, answered)

    def _trouble(self, headers: Headers, query: QueryParams) -> str | None:
        if self._token is None:
            name = urlsplit(f"//{headers.get('host', '')}").hostname
            return None if name in LOOPBACK else "this server answers on loopback only"
        given = query.get("token") or bearer(headers) or cookie(headers)
        if given and compare_digest(given.encode(), self._token.encode()):
            return None
        return "a token is needed: open the address that `orontes serve` printed"


def bearer(headers: Headers) -> str | None:
    kind, _, value = headers.get("authorization", "").partition(" ")
    return value if kind.lower() == "bearer" else None


def cookie(headers: Headers) -> str | None:
    for part in headers.get("cookie", "").split(";"):
        name, _, value = part.strip().partition("=")
        if name == "orontes":
            return value
    return None
