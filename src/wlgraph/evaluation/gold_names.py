"""Name a page by its gold file: every alias where it stands, so that claims can be measured on the true names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from wlgraph.evaluation.gold import GoldEntity, read_page_gold
from wlgraph.model import GROUP_OF, Article, Mention, Naming, Reading, Referent, Span
from wlgraph.names import Proposal, load_namer
from wlgraph.names.recogniser import States, load_recogniser

DEICTIC = re.compile(r"(?:我|全|本|该|这)(?:省|市|县|区|镇|乡|街道|村|社区|园区|园|公司|企业|厂|项目|院|校)$")
"""Aliases that point rather than name."""
CERTAIN, INSIDE = 1.0, 0.5
"""Confidence of a name, and of one that stands inside a longer name."""
POSTS = ("常委", "书记", "副书记", "主任", "副主任", "主席", "副主席")


class GoldRecogniser:
    """Proposes the names and aliases of a gold file wherever they stand, in place of the trained model."""

    def __init__(self, entities: Sequence[GoldEntity]) -> None:
        self._forms = _forms(entities)
        ordered = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_spaced, ordered)) or r"(?!)")

    def propose(self, texts: Sequence[str], *, minimum: float) -> list[list[Proposal]]:
        """A certain proposal for each name, and one of even chances for each name inside it."""
        return [[p for p in self._proposals(text) if p.confidence >= minimum] for text in texts]

    def states(self, text: str) -> States:
        """What the trained model makes of each character."""
        return load_recogniser().states(text)

    def _proposals(self, text: str) -> Iterator[Proposal]:
        for whole, _ in self.find(text):
            for s, entity in self._within(text, whole):
                if not DEICTIC.search(text[s.start : s.end]):
                    certainty = CERTAIN if s == whole else INSIDE
                    yield Proposal(start=s.start, end=s.end, leaf=entity.type, confidence=certainty)

    def _within(self, text: str, whole: Span) -> Iterator[tuple[Span, GoldEntity]]:
        """A name and the names inside it."""
        for start in range(whole.start, whole.end):
            for end in range(start + 2, whole.end + 1):
                if entity := self._forms.get(text[start:end]):
                    yield Span(start, end), entity

    def entity_named(self, *names: str) -> GoldEntity | None:
        """The entity that the first known one of some names means."""
        return next((self._forms[n] for n in names if n in self._forms), None)

    def find(self, text: str) -> Iterator[tuple[Span, GoldEntity]]:
        """The names in a text with what they mean; longer names go first."""
        for match in self._pattern.finditer(text):
            yield Span(match.start(), match.end()), self._forms[re.sub(r"\s+", "", match.group())]


def name_by_gold(reading: Reading, gold: Path) -> Naming:
    """The naming of ``reading`` by the required names of the gold file ``gold`` and their aliases.

    Short forms, places inside longer names, and what only points to a thing (该公司, 两镇) are read by the names room,
    with these names in place of those that the model finds. The page's home always has a referent. Raises PageError
    where the file is not in the gold format.
    """
    entities = [e for e in read_page_gold(gold).entities if e.required]
    recogniser = GoldRecogniser(entities)
    (found,) = load_namer(recogniser).name([reading])
    given = [m for article in reading.articles for m in _mentions(article, recogniser)]
    meant = _meant(found, given, recogniser)
    more = [
        msgspec.structs.replace(m, referent=meant[m.referent])
        for m in found.mentions
        if m.referent in meant and not any(_meet(m, g) for g in given)
    ]
    mentioned = {m.referent for m in (*given, *more)}
    codes = {meant[r.id]: r.code for r in found.referents if r.id in meant and r.code}
    referents = [
        Referent(id=e.id, leaf=e.type, name=e.name, surfaces=e.aliases, code=codes.get(e.id, ""))
        for e in entities
        if e.id in mentioned
    ]
    home = next((r for r in found.referents if r.name == reading.page.home and r.id not in meant), None)
    if home and not any(reading.page.home in (r.name, *r.surfaces) for r in referents):
        referents.append(msgspec.structs.replace(home, id="home"))
    return Naming(mentions=(*given, *more), referents=tuple(referents))


def _meet(found: Mention, given: Mention) -> bool:
    """Whether two mentions stand in each other's way: they overlap, and the one found is not nested in the other."""
    if found.article != given.article or not found.span.overlaps(given.span):
        return False
    return found.kind != "nested" or found.span == given.span or not given.span.covers(found.span)


def _meant(found: Naming, given: Sequence[Mention], recogniser: GoldRecogniser) -> dict[str, str]:
    """Which gold entity each referent of the names room means most often, or by its name."""
    entity_at = {(m.article, m.span): m.referent for m in given}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for m in found.mentions:
        if (m.article, m.span) in entity_at:
            votes[m.referent][entity_at[m.article, m.span]] += 1
    meant = {referent: counts.most_common(1)[0][0] for referent, counts in votes.items()}
    for r in found.referents:
        if r.id not in meant and (entity := recogniser.entity_named(r.name, *r.surfaces)):
            meant[r.id] = entity.id
    return meant


def _forms(entities: Sequence[GoldEntity]) -> dict[str, GoldEntity]:
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
    """Is a form a shorter name of the same thing with another thing's name before it, or with a post beside it?

    大溪镇沈岙村 is two names, in 市委常委 only 市委 is one, and in 市长林海 only 林海.
    """
    if entity.type in ("Person", "Official") and form.endswith(entity.name):
        return form != entity.name
    if GROUP_OF[entity.type] == "Place":
        cuts = [form[:i] for i in range(2, len(form) - 1) if forms.get(form[i:]) is entity]
        if any(head in forms and forms[head] is not entity for head in cuts):
            return True
    return any(forms.get(form[:i]) is entity and form[i:] in POSTS for i in range(2, len(form)))


def _spaced(form: str) -> str:
    """A form as a pattern that lets white space stand between its characters."""
    return r"\s*".join(map(re.escape, form))


def _mentions(article: Article, recogniser: GoldRecogniser) -> Iterator[Mention]:
    bylines = [b.span for b in article.blocks if b.kind == "byline"]
    for span, entity in recogniser.find(article.text):
        if any(b.covers(span) for b in bylines):
            continue
        text = article.text[span.start : span.end]
        yield Mention(
            article=article.id,
            span=span,
            text=text,
            leaf=entity.type,
            referent=entity.id,
            kind="reference" if DEICTIC.search(text) else "name",
        )
