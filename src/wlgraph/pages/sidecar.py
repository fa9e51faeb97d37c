"""The sidecar of a page: what a ``NAME.meta.json`` beside it says."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec

from wlgraph.errors import PageError
from wlgraph.model import DateSource


class Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a page from outside its text; empty strings where nothing is said. Other keys are ignored."""

    publication: str = ""
    home: str = ""
    date: str = ""
    date_source: str = ""
    page: str | int = ""

    @property
    def source(self) -> DateSource:
        """Where the date comes from: an unknown wording that speaks of inference or printing counts as such."""
        said = self.date_source.lower()
        if "infer" in said or "推" in said or "guess" in said:
            return "inferred"
        return "printed" if "print" in said or "印" in said else "sidecar"


def read_sidecar(page: Path) -> Sidecar:
    """Read the sidecar of a page file; an absent one is empty.

    Raises PageError, naming the sidecar, where it is no JSON object of the expected types, its date is no ISO date or its
    home a code.
    """
    path = page.with_name(f"{page.stem}.meta.json")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Sidecar()
    except OSError as error:
        raise PageError(f"{path} cannot be read ({error.strerror}); make it readable or remove it.") from error
    try:
        sidecar = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Sidecar)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PageError(f"{path} is not a sidecar ({error}); write a JSON object with strings.") from error
    if sidecar.date:
        try:
            datetime.date.fromisoformat(sidecar.date)
        except ValueError as error:
            raise PageError(f"{path}: the date '{sidecar.date}' is not of the form 2023-06-26; correct it.") from error
    if sidecar.home.strip().isdigit():
        raise PageError(f"{path}: the home '{sidecar.home}' is a code; write the area's name, such as 玉环市.")
    return msgspec.structs.replace(sidecar, home=sidecar.home.strip())
