"""``orontes serve``: the page and the API of a case on this machine."""

from typing import Annotated

import typer

from orontes.commands.common import CasePath, app, opened, say
from orontes.errors import WrongCall

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@app.command()
def serve(
    case: CasePath,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8765,
    host: Annotated[
        str, typer.Option(help="The address to listen on; beyond loopback it needs --token.")
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(envvar="ORONTES_TOKEN", help="A secret that every reader must give."),
    ] = None,
) -> None:
    """Serve the page and an OGC API of a case, for browsers and QGIS on this machine."""
    if host not in LOOPBACK and not (token and len(token) >= 16):
        raise WrongCall(
            f"--host {host} shows the case to others: give a --token of 16 letters or more too"
        )
    opened(case)
    import uvicorn

    from orontes.web.server import Server

    name = f"[{host}]" if ":" in host else host
    asked = f"?token={token}" if token else ""
    say(f"the page: http://{name}:{port}/{asked}   for QGIS: http://{name}:{port}/api/{asked}")
    uvicorn.run(Server(case).app(token), host=host, port=port, log_level="warning")
