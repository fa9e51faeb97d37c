"""Names that were found in normalised text, given as the page prints them."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from wlgraph.characters import is_traditional, spelled_as_in
from wlgraph.model import Mention, Naming, Reading, Referent


def in_print(naming: Naming, simple: Reading, printed: Reading) -> Naming:
    """The naming of a page with its mentions and names as printed; ``simple`` is the reading that it was made of.

    Of a page in traditional characters things keep their simplified name, under which other pages know them, and what
    is printed is another of their names.
    """
    if simple is printed:
        return naming
    mentions = spelled_as_in(printed, naming.mentions)
    written = _written(naming.mentions, mentions)
    keep = is_traditional(printed.page.text)
    return replace(
        naming, mentions=mentions, referents=tuple(_in_print(r, written[r.id], keep=keep) for r in naming.referents)
    )


def _written(simple: tuple[Mention, ...], printed: tuple[Mention, ...]) -> dict[str, dict[str, dict[str, None]]]:
    """How the page writes each name of each thing, in the order of the text."""
    written: defaultdict[str, dict[str, dict[str, None]]] = defaultdict(dict)
    for read, found in zip(simple, printed, strict=True):
        written[read.referent].setdefault(read.text, {})[found.text] = None
    return written


def _in_print(referent: Referent, written: dict[str, dict[str, None]], *, keep: bool) -> Referent:
    forms = written.get(referent.name, {referent.name: None})
    name = referent.name if keep or referent.name in forms else next(iter(forms))
    found = (form for word in (referent.name, *referent.surfaces) for form in written.get(word, {word: None}))
    return replace(referent, name=name, surfaces=tuple(dict.fromkeys(form for form in found if form != name)))
