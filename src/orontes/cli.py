"""The commands. Each calls the library and prints; nothing is decided here."""

import sys
from typing import Annotated

import typer

from orontes import __version__
from orontes.commands import (
    actors,
    exporting,
    files,
    gazetteer,
    history,
    holding,
    importing,
    judging,
    listings,
    positions,
    review,
    sampling,
    serving,
    telling,
    tolls,
    wayfinding,
)
from orontes.commands.common import app, say
from orontes.errors import OrontesError

STOPPED = 130
COMMANDS = (
    actors,
    exporting,
    files,
    gazetteer,
    history,
    holding,
    importing,
    judging,
    listings,
    positions,
    review,
    sampling,
    serving,
    telling,
    tolls,
    wayfinding,
)


@app.callback(invoke_without_command=True)
def main_options(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"orontes {__version__}")
        raise typer.Exit


def main() -> None:
    """Run a command; an error is one sentence, exit 2 for a wrong call and 1 for failed work."""
    try:
        code = app(standalone_mode=False) or 0
    except OrontesError as error:
        say(f"orontes: {error}")
        code = error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except SystemExit as stop:
        code = stop.code
    except BrokenPipeError:
        code = 0
    except OSError as error:
        say(f"orontes: {error}; nothing half done was kept, make room and run it again")
        code = 1
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        say(f"orontes: {error.format_message()}")
        code = 2
    if code == STOPPED:
        say("orontes: stopped; what was added whole is kept, run it again to go on")
    sys.exit(code)
