"""The sidecar of a page: what a ``NAME.meta.json`` beside it says."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, get_args

import msgspec

from wlgraph.errors import PageError
from wlgraph.model import DateSource, Notice

_INFERRED, _PRINTED = ("infer", "推", "guess"), ("print", "印")
_SHOWN = 5


class Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a page from outside its text; empty strings where nothing is said."""

    publication: str = ""
    home: str = ""
    date: str = ""
    date_source: str = ""
    page: str | int = ""

    @property
    def source(self) -> DateSource:
        """Where the date comes from: a wording that speaks of inference or printing counts as such."""
        said = self.date_source.lower()
        if any(word in said for word in _INFERRED):
            return "inferred"
        return "printed" if any(word in said for word in _PRINTED) else "sidecar"

    @property
    def notices(self) -> list[Notice]:
        """What is said in words that mean nothing here."""
        if not self.date_source or self.source != "sidecar" or self.date_source.strip().lower() == "sidecar":
            return []
        message = (
            f"the sidecar's date_source '{self.date_source}' is none of {', '.join(get_args(DateSource))}; "
            "its date counts as the sidecar's."
        )
        return [Notice(code="sidecar-date-source", message=message)]


def read_sidecar(page: Path) -> tuple[Sidecar, list[Notice]]:
    """Read the sidecar of a page file, and give notice of keys that it has too many; an absent one is empty.

    Raises PageError, naming the sidecar, where it is no JSON object, a value is of the wrong kind, its date is no ISO
    date or its home a code.
    """
    path = page.with_name(f"{page.stem}.meta.json")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Sidecar(), []
    except OSError as error:
        raise PageError(f"{path} cannot be read ({error.strerror}); make it readable or remove it.") from error
    said = _decoded(path, data)
    known = {field: said.pop(field) for field in Sidecar.__struct_fields__ if field in said}
    for key, value in known.items():
        _check_kind(path, key, value)
    home, date = known.get("home", "").strip(), _iso_date(path, known.get("date", ""))
    if home.isdigit():
        raise PageError(f"{path}: the home '{home}' is a code; write the area's name, such as 玉环市.")
    sidecar = Sidecar(**{**known, "home": home, "date": date})
    return sidecar, [_unknown(sorted(said))] if said else []


def _decoded(path: Path, data: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PageError(f"{path} is not a sidecar ({error}); write a JSON object with strings.") from error


def _check_kind(path: Path, key: str, value: Any) -> None:
    """Refuse what is no text; only the page's number may be a number."""
    if not isinstance(value, str) and not (key == "page" and isinstance(value, int) and not isinstance(value, bool)):
        shown = msgspec.json.encode(value).decode()
        raise PageError(f"{path}: the {key} is {shown}, which is no text; write it in quotes or leave it out.")


def _iso_date(path: Path, words: str) -> str:
    try:
        return datetime.date.fromisoformat(words.strip()).isoformat() if words.strip() else ""
    except ValueError as error:
        raise PageError(f"{path}: the date '{words}' is not of the form 2023-06-26; correct it.") from error


def _unknown(keys: list[str]) -> Notice:
    shown = ", ".join(f"'{key}'" for key in keys[:_SHOWN]) + (
        f" and {len(keys) - _SHOWN} more" if keys[_SHOWN:] else ""
    )
    known = ", ".join(Sidecar.__struct_fields__)
    return Notice(code="sidecar-key-unknown", message=f"the sidecar's keys may be {known}; not read: {shown}.")
