"""An article as a scene: its text with every mention folded into one symbol of its class.

Rules and the scorer read the folded text (the skeleton), where 浙江海澜泵业有限公司位于大溪镇 is
``<Company>位于<Town>``: short, and free of the names' own words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from wlgraph.claims.relations.references import refer
from wlgraph.model import GROUP_OF, LEAVES, Article, Leaf, Mention, Naming, Reading, Referent, Span
from wlgraph.names.shared_titles import HEADED

BASE = 0xE000
SYMBOL: dict[Leaf, str] = {leaf: chr(BASE + i) for i, leaf in enumerate(LEAVES)}
NUMBER = "0"
LINK = r"(?:[、，,和及与跟同]|以及|还有|[“”]|（[^（）]{0,4}）)"
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_DIGITS = re.compile(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*")
_CLAUSE_END = re.compile(r"[，,。！？；!?;：:\n]")
_LINKS = re.compile(f"{LINK}*")


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in the skeleton. ``run`` numbers the list (甲、乙和丙) that it stands in, ``rank`` its place there."""

    mention: Mention
    position: int
    sentence: int
    clause: int
    run: int
    rank: int
    run_length: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """One article ready for relations: skeleton, actors in reading order, and the page's home."""

    article: Article
    skeleton: str
    actors: tuple[Actor, ...]
    origin: tuple[int, ...]
    referents: dict[str, Referent]
    home: str


def sentence_number(sentences: tuple[Span, ...], offset: int) -> int:
    return max(0, bisect_right(sentences, offset, key=lambda s: s.start) - 1)


def home_referent(reading: Reading, naming: Naming) -> str:
    """The referent that is the page's home, or an empty string where the naming has none."""
    home = reading.page.home
    areas = [r for r in naming.referents if r.leaf == "AdministrativeArea"]
    exact = next((r.id for r in areas if r.name == home), "")
    exact = exact or next((r.id for r in areas if r.name.endswith(home)), "")
    return exact or next((r.id for r in areas if home in r.surfaces or r.name == home[:-1]), "")


def set_scenes(reading: Reading, naming: Naming) -> list[Scene]:
    """One scene for each article of the page."""
    referents = {r.id: r for r in naming.referents}
    home = home_referent(reading, naming)
    of_article: dict[str, list[Mention]] = {a.id: [] for a in reading.articles}
    for mention in naming.mentions:
        if mention.article in of_article and mention.referent in referents:
            of_article[mention.article].append(mention)
    return [set_scene(a, of_article[a.id], referents, home) for a in reading.articles]


def set_scene(article: Article, mentions: list[Mention], referents: dict[str, Referent], home: str) -> Scene:
    """Fold one article; mentions inside bylines and inside other mentions play no part."""
    bylines = [b.span for b in article.blocks if b.kind == "byline"]
    mentions = [m for m in mentions if not any(b.covers(m.span) for b in bylines)]
    outer = _outermost(refer(article, mentions, referents.get(home)))
    skeleton, origin, positions = _fold(article.text, outer, referents)
    return Scene(article, skeleton, _actors(article, outer, skeleton, positions), origin, referents, home)


def _outermost(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _fold(text: str, mentions: list[Mention], referents: dict[str, Referent]) -> tuple[str, tuple[int, ...], list[int]]:
    """The skeleton, for each of its characters the place in the text, and for each mention its place in it.

    A character that a body shares with its head's title stays for the title (县公安局长).
    """
    out: list[str] = []
    origin: list[int] = []
    positions: list[int] = []

    def plain(start: int, end: int) -> None:
        at = start
        for m in _DIGITS.finditer(text, start, end):
            out.append(_PRIVATE.sub("□", text[at : m.start()]) + NUMBER)
            origin.extend(range(at, m.start() + 1))
            at = m.end()
        out.append(_PRIVATE.sub("□", text[at:end]))
        origin.extend(range(at, end))

    done = 0
    persons = {m.span.start for m in mentions if GROUP_OF[m.leaf] == "Person"}
    for mention in mentions:
        plain(done, mention.span.start)
        positions.append(len(origin))
        out.append(SYMBOL[referents[mention.referent].leaf])
        origin.append(mention.span.start)
        done = mention.span.end
        if done + 1 in persons and text[done] == "长" and text[done - 1] in HEADED:
            done -= 1
    plain(done, len(text))
    return "".join(out), tuple(origin), positions


def _actors(article: Article, mentions: list[Mention], skeleton: str, positions: list[int]) -> tuple[Actor, ...]:
    clause_ends = [m.start() for m in _CLAUSE_END.finditer(skeleton)]
    headings = [b.span for b in article.blocks if b.kind in ("kicker", "headline", "subhead")]
    runs: list[list[int]] = []
    for i in range(len(mentions)):
        if runs and _linked(skeleton, positions, mentions, i):
            runs[-1].append(i)
        else:
            runs.append([i])
    place_in = {i: (n, rank, len(run)) for n, run in enumerate(runs) for rank, i in enumerate(run)}
    return tuple(
        Actor(
            m,
            positions[i],
            sentence_number(article.sentences, m.span.start),
            bisect_right(clause_ends, positions[i]),
            *place_in[i],
            heading=any(h.covers(m.span) for h in headings),
        )
        for i, m in enumerate(mentions)
    )


def _linked(skeleton: str, positions: list[int], mentions: list[Mention], right: int) -> bool:
    """Does a mention carry on the list of the one before? They share a group and only links stand between."""
    between = skeleton[positions[right - 1] + 1 : positions[right]]
    same = GROUP_OF[mentions[right - 1].leaf] == GROUP_OF[mentions[right].leaf]
    return same and 0 < len(between) <= 8 and _LINKS.fullmatch(between) is not None
