"""The page of a case as one HTML file that opens from disk and asks nothing of the network."""

import gzip
import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

STATIC = files("orontes.web") / "static"
BORDERS = files("orontes.brief") / "borders.json.gz"


def page(data: dict[str, Any]) -> str:
    """The single file: same data, same bytes."""
    script = part("page.js").replace("</script", "<\\/script")
    title = escape(str(data["title"]))
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{title} – Orontes</title>\n",
            f"<style>{part('page.css')}</style>\n</head>\n<body>\n",
            f"<noscript>This page of the case {title} needs JavaScript.</noscript>\n",
            block("case", packed(json.dumps(data, ensure_ascii=False, separators=(",", ":")))),
            block("borders", b64encode(BORDERS.read_bytes()).decode()),
            f'<script type="module">{script}</script>\n</body>\n</html>\n',
        ]
    )


def shell(title: str) -> str:
    """The page that asks its server for script, style and case."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)} – Orontes</title>\n<link rel="icon" href="data:,">\n'
        '<link rel="stylesheet" href="page.css">\n</head>\n<body>\n'
        '<script type="module" src="page.js"></script>\n</body>\n</html>\n'
    )


def part(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def policy(script: str) -> str:
    """Only the page's own script runs, and nothing is fetched."""
    own = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{own}'; style-src 'unsafe-inline';"
        " img-src data: blob:; worker-src blob: data:; connect-src data: blob:;"
        " base-uri 'none'; form-action 'none'"
    )


def block(name: str, text: str) -> str:
    return f'<script type="application/gzip" id="{name}">{text}</script>\n'


def packed(text: str) -> str:
    return b64encode(gzip.compress(text.encode(), mtime=0)).decode()
