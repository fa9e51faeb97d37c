"""Words that point to a thing without naming it (我市, 该公司), for the articles where nothing has resolved them yet."""

from __future__ import annotations

import re

from wlgraph.model import GROUP_OF, Article, Leaf, Mention, Referent, Span
from wlgraph.names.antecedents import antecedent

HOME = re.compile(
    r"(?:我|全|本|该)(?:市|县|区|旗)(?!级|域|直|委|政|民|场|区)|(?<=[，。“来在是])(?:市里|县里|区里|当地)"
)
_EDGE = r"(?:(?<=[，。；：、“”（\n　 在是由为与和])|^)"
DEFINITE: tuple[tuple[re.Pattern[str], tuple[Leaf, ...]], ...] = (
    (
        re.compile(rf"(?:该|这家|本)(?:公司|企业|厂|集团|合作社|银行)|{_EDGE}公司(?!化|法|制)|厂里"),
        ("Company",),
    ),
    (re.compile(r"(?:该|我|全|本)(?:镇|乡|街道)(?!级|委|党)|(?<=[，。“])镇里"), ("Town",)),
    (re.compile(r"(?:该|我|全|本)(?:村|社区)(?!级|委|党)|(?<=[，。“])村里"), ("Village",)),
    (re.compile(rf"(?:该|本)(?:园区|园|开发区)|{_EDGE}园区"), ("IndustrialPark",)),
    (re.compile(r"(?:该|这个|这一)(?:项目|工程)|项目(?=总投资|建成|投产|占地|计划|由|位于)"), ("Project",)),
    (re.compile(r"(?:该|这项|此次|本次|这次)(?:会议|活动|比赛|大会|论坛)|(?<=[，。；\n])会议|会上"), ("Event",)),
    (re.compile(r"(?:该|本)(?:院|校|中心|协会|商会|学院)"), ("ResearchBody", "Organization")),
)


def refer(article: Article, mentions: list[Mention], home: Referent | None) -> list[Mention]:
    """The mentions with a reference added for each pointing word that no mention covers, in reading order.

    我市 points to the page's home; 该公司 and its like to what they most likely mean of the things of their class named
    before. An article without any word for the home gets an empty reference to it at its start, for posts and
    programmes of the home that are printed bare (副市长林则安).
    """
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    found: list[Mention] = []
    if home is not None:
        for m in HOME.finditer(article.text):
            found.append(_reference(article, Span(m.start(), m.end()), home.leaf, home.id))
    persons = [m for m in ordered if GROUP_OF[m.leaf] == "Person" and m.kind == "name"]
    for pattern, leaves in DEFINITE:
        named = [m for m in ordered if m.leaf in leaves]
        for m in pattern.finditer(article.text):
            before = [n for n in named if n.span.end <= m.start()]
            if before:
                meant = antecedent(article, [n for n in before if n.kind == "name"] or before, persons, m.start())
                found.append(_reference(article, Span(m.start(), m.end()), meant.leaf, meant.referent))
    if home is not None and not any(m.referent == home.id for m in (*ordered, *found)):
        found.append(_reference(article, Span(0, 0), home.leaf, home.id))
    free = [f for f in found if not any(f.span.overlaps(m.span) for m in ordered)]
    return sorted([*ordered, *free], key=lambda m: (m.span.start, -m.span.end))


def _reference(article: Article, span: Span, leaf: Leaf, referent: str) -> Mention:
    text = article.text[span.start : span.end]
    return Mention(
        article=article.id, span=span, text=text, leaf=leaf, referent=referent, source="document", kind="reference"
    )
