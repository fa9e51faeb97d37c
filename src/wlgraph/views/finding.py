"""What a person means who names a thing, a page, an article or a class."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from wlgraph.errors import SettingsError
from wlgraph.model import GROUPS, LEAVES
from wlgraph.views.records import Content, Term

_WITHIN = {str(group): set(map(str, leaves)) for group, leaves in GROUPS.items()}
_WITHIN["AdministrativeArea"] = {"AdministrativeArea", "Town", "Village"}
"""The leaf classes within each class that has some; a class without stands for itself."""

T = TypeVar("T")


def find(content: Content, name: str) -> int:
    """The thing that a name, alias, code or IRI means; the best linked one where several share it.

    Raises SettingsError where none does.
    """
    counts = [0] * len(content.things)
    for claim in content.claims:
        counts[claim.s] += 1
        counts[claim.o] += 1
    found = _first_match(
        content.things,
        lambda t: name in (t.name, t.iri) or (t.code and name == t.code),
        lambda t: name in t.aliases,
        lambda t: name in t.name,
    )
    if not found:
        raise SettingsError(f"The graph names nothing '{name}'; give a name or an alias that stands in it.")
    return max(found, key=lambda number: (counts[number], -number))


def find_pages(content: Content, wish: str) -> set[int]:
    """The pages of a file name (with or without its ending), of an ISO date, or of a part of a file name."""
    found = _first_match(
        content.pages,
        lambda page: wish in (page.file, page.file.rsplit(".", 1)[0]),
        lambda page: wish == page.date,
        lambda page: wish in page.file,
    )
    if not found:
        known = ", ".join(page.file for page in content.pages[:5])
        raise SettingsError(f"The graph has no page '{wish}'; give a file name or a date, such as {known}.")
    return set(found)


def find_articles(content: Content, wish: str) -> set[int]:
    """The articles of an IRI, of a headline, or of some words of it."""
    found = _first_match(
        content.articles,
        lambda article: wish in (article.iri, article.headline),
        lambda article: wish in article.headline,
    )
    if not found:
        raise SettingsError(f"No headline has '{wish}'; give an article's headline, some words of it, or its IRI.")
    return set(found)


def find_classes(wish: str, terms: dict[str, Term]) -> tuple[set[str], set[str]]:
    """The leaf classes that two names of classes ("Company,Town", "企业,镇") stand for, subclasses included."""
    names = [name.strip() for name in wish.replace("，", ",").split(",")]
    if len(names) != 2:
        raise SettingsError(
            f"'{wish}' does not name two classes; give two with a comma, such as Company,IndustrialPark."
        )
    return _leaves(names[0], terms), _leaves(names[1], terms)


def _leaves(name: str, terms: dict[str, Term]) -> set[str]:
    leaves = set(map(str, LEAVES))
    for known in sorted(leaves | set(_WITHIN)):
        term = terms.get(known)
        labels = {known, term.zh, term.zh.split("（")[0], term.en} if term else {known}
        if name.lower() in {label.lower() for label in labels}:
            return _WITHIN.get(known, {known})
    raise SettingsError(f"No class is called '{name}'; choose from {', '.join(sorted(leaves | set(_WITHIN)))}.")


def _first_match(rows: Iterable[T], *tests: Callable[[T], object]) -> list[int]:
    """The places of all rows that pass the first test that any row passes."""
    listed = list(rows)
    for test in tests:
        found = [number for number, row in enumerate(listed) if test(row)]
        if found:
            return found
    return []
