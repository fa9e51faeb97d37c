"""What every page of this room is made of: templates, styles, scripts, data, and a policy that shuts the network out."""

from __future__ import annotations

import base64
import gzip
import hashlib
from pathlib import Path
from typing import Any

import jinja2
import msgspec

from wlgraph.errors import OutputError
from wlgraph.outputs import replacing

ASSETS = Path(__file__).parent / "assets"
_PLAIN = 2_500_000
"""Data of more bytes than this are packed: Chinese text shrinks to less than half, base64 included."""


def environment() -> jinja2.Environment:
    """The templates of this room, with escaping on."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(ASSETS), autoescape=True, undefined=jinja2.StrictUndefined)


def page_parts(styles: list[str], scripts: list[str], data: Any) -> dict[str, Any]:
    """The style, scripts and data of a page, and the policy that lets these run and nothing else.

    ``kind`` is the media type of the data: JSON, or gzip in base64 where the page would grow large.
    """
    css = "".join((ASSETS / name).read_text("utf-8") for name in styles)
    libraries = [(ASSETS / name).read_text("utf-8") for name in scripts if name.startswith("vendor/")]
    own = [(ASSETS / name).read_text("utf-8") for name in scripts if not name.startswith("vendor/")]
    codes = [*libraries, '(async () => {\n"use strict";\n' + "\n".join(own) + "\n})();\n"] if own else libraries
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + (" ".join(map(_hash, codes)) or "'none'"),
            f"style-src {_hash(css)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    encoded = msgspec.json.encode(data)
    if len(encoded) > _PLAIN:
        packed = base64.b64encode(gzip.compress(encoded, 9, mtime=0)).decode()
        return {"css": css, "scripts": codes, "policy": policy, "data": packed, "kind": "application/gzip"}
    text = encoded.decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return {"css": css, "scripts": codes, "policy": policy, "data": text, "kind": "application/json"}


def save(out: Path, text: str) -> int:
    """Write a page and give its size in bytes; raises OutputError where the file cannot be written."""
    try:
        with replacing(out) as aside:
            aside.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error}); check the folder and its permissions.") from error
    return len(text.encode())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
