"""A page in normalised characters, as rules and models read it, and its figures as they are printed."""

from __future__ import annotations

from msgspec.structs import replace

from wlgraph.characters import is_traditional, normalised, normalised_reading, spelled_as_in
from wlgraph.model import Article, Figure, Naming, Reading, Referent, Stating


def in_normalised(reading: Reading, naming: Naming) -> tuple[Reading, Naming]:
    """A reading and its names in normalised characters; the same objects where they are so."""
    simple = normalised_reading(reading)
    if simple is reading:
        return reading, naming
    traditional = is_traditional(reading.page.text)
    referents = tuple(_normalised(r, traditional=traditional) for r in naming.referents)
    return simple, replace(naming, mentions=spelled_as_in(simple, naming.mentions), referents=referents)


def _normalised(referent: Referent, *, traditional: bool) -> Referent:
    name, *others = (normalised(n, traditional=traditional) for n in (referent.name, *referent.surfaces))
    return replace(referent, name=name, surfaces=tuple(dict.fromkeys(n for n in others if n != name)))


def in_print(stating: Stating, simple: Reading, printed: Reading) -> Stating:
    """What was stated of a normalised reading, with numbers and references as they are printed."""
    if simple is printed:
        return stating
    pairs = {a.id: (a, b) for a, b in zip(simple.articles, printed.articles, strict=True)}
    return replace(
        stating,
        figures=tuple(_written(f, *pairs[f.article]) for f in stating.figures),
        references=spelled_as_in(printed, stating.references),
    )


def _written(figure: Figure, simple: Article, printed: Article) -> Figure:
    start = simple.text.find(figure.written, figure.sentence.start, figure.sentence.end)
    return replace(figure, written=printed.text[start : start + len(figure.written)]) if start >= 0 else figure
