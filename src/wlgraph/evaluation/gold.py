"""Gold pages: a page's text with a JSON file that says what a careful reader finds in it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from wlgraph.errors import PageError
from wlgraph.model import Leaf


class GoldEntity(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of a gold page; an item that is not ``required`` is neither demanded nor punished."""

    id: str
    type: Leaf
    name: str
    aliases: tuple[str, ...] = ()
    required: bool = True


class GoldPage(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a gold file that measures names."""

    entities: tuple[GoldEntity, ...]


def read_gold(folder: Path) -> dict[Path, GoldPage]:
    """The pages below ``folder`` that have a gold file of the same name, in order.

    Raises PageError where there is none or one is not in the format.
    """
    found = {}
    for page in sorted(folder.glob("*.txt")):
        gold = page.with_suffix(".json")
        if gold.is_file():
            found[page] = read_page_gold(gold)
    if not found:
        raise PageError(f"{folder} holds no page with a gold file; put NAME.json beside NAME.txt.")
    return found


def read_page_gold(path: Path) -> GoldPage:
    """One gold file; raises PageError where it is not in the format."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=GoldPage)
    except msgspec.DecodeError as error:
        raise PageError(f"{path} is not a gold file ({error}); see evaluation/gold/GUIDELINES.md.") from error
