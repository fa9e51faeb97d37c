"""Name a page by its gold file: every alias where it stands, so that claims can be measured on the true names."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from wlgraph.errors import PageError
from wlgraph.evaluation.gold import GoldEntity, GoldPage
from wlgraph.model import Article, Mention, Naming, Reading, Referent, Span

DEICTIC = re.compile(r"(?:我|全|本|该|这)(?:省|市|县|区|镇|乡|街道|村|社区|园区|园|公司|企业|厂|项目|院|校)$")
"""Aliases that point rather than name."""
POSTS = ("常委", "书记", "副书记", "主任", "副主任", "主席", "副主席")


def name_by_gold(reading: Reading, gold: Path) -> Naming:
    """The naming of ``reading`` by the names and aliases of the gold file ``gold``; longer names go first.

    The page's home always has a referent. Raises PageError where the file is not in the gold format.
    """
    try:
        entities = msgspec.json.decode(gold.read_bytes(), type=GoldPage).entities
    except msgspec.DecodeError as error:
        raise PageError(f"{gold} is not a gold file ({error}); see evaluation/gold/GUIDELINES.md.") from error
    forms = _forms(entities)
    pattern = re.compile("|".join(map(_spaced, sorted(forms, key=len, reverse=True))) or r"(?!)")
    mentions = [m for article in reading.articles for m in _mentions(article, pattern, forms)]
    referents = [Referent(id=e.id, leaf=e.type, name=e.name, surfaces=e.aliases) for e in entities]
    if not any(r.leaf == "AdministrativeArea" and reading.page.home in (r.name, *r.surfaces) for r in referents):
        referents.append(Referent(id="home", leaf="AdministrativeArea", name=reading.page.home))
    return Naming(mentions=tuple(mentions), referents=tuple(referents))


def _forms(entities: tuple[GoldEntity, ...]) -> dict[str, GoldEntity]:
    """Which entity each surface form names: full names before aliases, of equals the first."""
    forms: dict[str, GoldEntity] = {}
    for names in ([(e.name,) for e in entities], [e.aliases for e in entities]):
        for entity, several in zip(entities, names, strict=True):
            for name in several:
                bare = re.sub(r"\s+", "", name)
                if len(bare) > 1:
                    forms.setdefault(bare, entity)
    return {form: entity for form, entity in forms.items() if not _compound(form, entity, forms)}


def _compound(form: str, entity: GoldEntity, forms: dict[str, GoldEntity]) -> bool:
    """Is a form a shorter name of the same thing with another thing's name before it, or with a post behind it?

    大溪镇沈岙村 is two names, and in 市委常委 only 市委 is one.
    """
    if entity.type == "Village":
        cuts = [form[:i] for i in range(2, len(form) - 1) if forms.get(form[i:]) is entity]
        if any(head in forms and forms[head] is not entity for head in cuts):
            return True
    return any(forms.get(form[:i]) is entity and form[i:] in POSTS for i in range(2, len(form)))


def _spaced(form: str) -> str:
    """A form as a pattern that lets white space stand between its characters."""
    return r"\s*".join(map(re.escape, form))


def _mentions(article: Article, pattern: re.Pattern[str], forms: dict[str, GoldEntity]) -> list[Mention]:
    found = []
    for match in pattern.finditer(article.text):
        entity = forms[re.sub(r"\s+", "", match.group())]
        found.append(
            Mention(
                article=article.id,
                span=Span(match.start(), match.end()),
                text=match.group(),
                leaf=entity.type,
                referent=entity.id,
                kind="reference" if DEICTIC.search(match.group()) else "name",
            )
        )
    return found
