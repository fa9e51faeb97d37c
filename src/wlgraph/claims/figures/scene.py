"""What surrounds the quantities of an article: clauses, sentences, mentions, times and words that refer back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wlgraph.claims.figures.quantities import Quantity, find_quantities
from wlgraph.model import GROUP_OF, Article, Block, Group, Leaf, Mention, Naming, Page, Referent, Span
from wlgraph.times import TimeExpression, find_times

CLAUSE_END = re.compile(r"[，,。；;：:！!？?\n]|——")
HOME_CUE = re.compile(
    r"(?:全|我|本)[市县区旗](?!人大|政协|委|政府|级|长|民|场|域|[一-鿿]{0,3}局)|(?<![一-鿿])[市县旗]里|全市域"
)
HEARSAY = "本报讯|据(?:初步)?(?:了解|悉|介绍|统计|测算|估算)"
"""Words that say where the news comes from."""
REFERENCE = re.compile(
    r"(?P<Company>该公司|该企业|该厂|公司|企业|厂里|工厂|我们厂|本公司|店里|该店|该行|银行|合作社|车间)"
    r"|(?P<Project>该项目|项目|该工程|工程|生产线|一期|二期|三期)"
    r"|(?P<IndustrialPark>园区|该园|小微园|产业园|开发区|创业园)"
    r"|(?P<Town>该镇|镇里|全镇|我镇|街道|全街道|该乡|全乡|乡里)"
    r"|(?P<Village>该村|村里|全村|我村|社区|村集体|村民)"
    r"|(?P<Organization>学校|医院|该校|该院|协会|中心|全校)"
    r"|(?P<ResearchBody>研究院|该所|实验室)"
    r"|(?P<PublicBody>该局|局里|部门)"
    r"|(?P<Person>他|她)"
    r"|(?P<Infrastructure>大桥|公路|道路|水库|隧道|全线|路段|码头|航线|线路)"
    r"|(?P<Event>会议|比赛|活动|大会|赛事|展会|本届)"
    r"|(?P<Campaign>行动|计划|政策|专项|机制|该项)"
    r"|(?P<Platform>平台|系统|小程序)"
    r"|(?P<Product>该产品|产品|新品|该机|这款)"
    r"|(?P<FinanceProduct>贷款|基金|保险|该产品|补助)"
    r"|(?P<Industry>产业|行业|集群|全行业)"
)
_GROUPED: dict[str, tuple[str, ...]] = {
    "Company": ("Company", "Organization"),
    "Organization": ("Organization", "ResearchBody"),
    "Campaign": ("Campaign", "Policy", "Recognition", "FinanceProduct"),
    "FinanceProduct": ("FinanceProduct",),
    "Person": ("Person", "Official"),
    "Infrastructure": ("Infrastructure", "Project"),
}
SPEECH = re.compile(r"[^，。；]{0,8}?(?:说|表示|介绍|透露|告诉|坦言|称|获悉|了解到|统计|测算|指出|要求|强调|的)")
_OBLIQUE = tuple("在于据由从对向被给为与和、到把将")
_LEAD = re.compile(r"^(?:其中|目前|此外|同时|而|位于|来自|今年|去年|近日|日前|[“《（、])+")
HEADS = ("kicker", "headline", "subhead")


Role = Literal["subject", "oblique", "speaker", "owner", "object"]
ROLES: tuple[Role, ...] = ("subject", "oblique", "speaker", "owner", "object")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands: numbers of block, sentence and clause."""

    block: int
    sentence: int
    clause: int


@dataclass(slots=True)
class Sight:
    """A mention as the scene sees it."""

    start: int
    end: int
    referent: str
    leaf: Leaf
    group: Group
    place: Place
    name: bool
    role: Role


@dataclass(frozen=True, slots=True)
class Times:
    """The times that may hold for a quantity: of its sentence, before and after it, and the last ones told earlier."""

    own: list[TimeExpression]
    ahead: list[TimeExpression]
    after: list[TimeExpression]
    past: list[TimeExpression]

    @property
    def all(self) -> list[TimeExpression]:
        """Those with a value, nearest first within each place."""
        return [*reversed(self.ahead), *self.after, *reversed(self.past)]


class Scene:
    """One article with everything that may decide what a quantity in it tells."""

    def __init__(self, article: Article, page: Page, naming: Naming, home: str) -> None:
        text = self.text = article.text
        self.article, self.home = article, home
        self.times: list[TimeExpression] = find_times(text, page.date)
        mentions = [m for m in naming.mentions if m.article == article.id]
        names = [m.span for m in mentions if m.kind == "name"]
        self.times = [t for t in self.times if not any(s.covers(t.span) for s in names)]
        self.time_starts = [t.span.start for t in self.times]
        self._time_ends = {t.span.end for t in self.times}
        self.blocks: tuple[Block, ...] = tuple(b for b in article.blocks if b.kind != "byline")
        self._block_starts = [b.span.start for b in self.blocks]
        self.sentences = sorted(article.sentences)
        self._sentence_starts = [s.start for s in self.sentences]
        self.clause_ends = [m.end() for m in CLAUSE_END.finditer(text)]
        self._places: dict[int, Place] = {}
        self.times_of: dict[int, Times] = {}
        self.sights = self._sights(mentions)
        self.first_body = next((i for i, b in enumerate(self.blocks) if b.kind not in HEADS), 0)
        quantities = find_quantities(text, [t.span for t in self.times], names)
        self.quantities = [q for q in quantities if self._readable(q)]
        named = bytearray(len(text))
        for s in self.sights:
            named[s.start : s.end] = b"\x01" * (s.end - s.start)
        self.references = [
            (m.start(), m.end(), m.lastgroup or "") for m in REFERENCE.finditer(text) if not named[m.start()]
        ]
        self.home_cues = [m.start() for m in HOME_CUE.finditer(text)]
        self.by_referent: dict[str, list[Sight]] = defaultdict(list)
        for sight in self.sights:
            self.by_referent[sight.referent].append(sight)
        self.leaf_of = self._leaves(naming.referents)
        self.names_of = {
            r.id: [r.name, *(x for x in r.surfaces if len(x) > 3)][:3] for r in naming.referents if r.id in self.leaf_of
        }
        self.topics = self._topics()

    def _readable(self, quantity: Quantity) -> bool:
        block = self.block_at(quantity.span.start)
        prose = block is not None and block.kind != "table"
        return prose and self.sentence_span(quantity.span.start) is not None

    def _leaves(self, referents: Sequence[Referent]) -> dict[str, Leaf]:
        known = {r.id: r.leaf for r in referents}
        leaves: dict[str, Leaf] = {}
        for referent, sights in self.by_referent.items():
            leaves[referent] = known.get(referent, sights[0].leaf)
        if self.home:
            leaves.setdefault(self.home, "AdministrativeArea")
        return leaves

    def _sights(self, mentions: Sequence[Mention]) -> list[Sight]:
        sights: list[Sight] = []
        for m in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
            if sights and m.kind == "name" and m.span.end <= sights[-1].end and m.referent != sights[-1].referent:
                continue  # a nested name
            leaf = m.leaf
            sights.append(
                Sight(
                    m.span.start,
                    m.span.end,
                    m.referent,
                    leaf,
                    GROUP_OF[leaf],
                    self.place(m.span.start),
                    m.kind == "name",
                    self._role(m.span),
                )
            )
        return sights

    def _role(self, span: Span) -> Role:
        """The part that a mention plays in its clause, by the characters around it."""
        before, after = self.text[max(0, span.start - 1) : span.start], self.text[span.end : span.end + 12]
        if before and before in _OBLIQUE:
            return "oblique"
        if after.startswith("的"):
            return "owner"
        if SPEECH.match(after):
            return "speaker"
        start = self.clause_start(span.start)
        lead = _LEAD.sub("", self.text[start : span.start])
        timed = not self._time_ends.isdisjoint((span.start, span.start - 1))
        if lead and not timed and after[:1] in ("", "，", "。", "；", "、", "\n", "（", "！", "？", "”"):
            return "object"
        return "subject"

    def _topics(self) -> list[str]:
        """For each sentence the referent it is about: its first one in subject position, else that of the last one."""
        first: dict[int, str] = {}
        for s in self.sights:
            before, after = self.text[max(0, s.start - 1) : s.start], self.text[s.end : s.end + 12]
            if s.place.sentence not in first and before not in _OBLIQUE and not SPEECH.match(after):
                first[s.place.sentence] = s.referent
        topics, block, topic = [], -1, ""
        for i, sentence in enumerate(self.sentences):
            here = self.place(sentence.start).block
            topic = first.get(i, topic if here == block else "")
            block = here
            topics.append(topic)
        return topics

    def block_at(self, offset: int) -> Block | None:
        i = bisect_right(self._block_starts, offset) - 1
        return self.blocks[i] if i >= 0 and offset < self.blocks[i].span.end else None

    def sentence_span(self, offset: int) -> Span | None:
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def place(self, offset: int) -> Place:
        """Where a character stands; asked for often, so remembered."""
        place = self._places.get(offset)
        if place is None:
            place = self._places[offset] = Place(
                bisect_right(self._block_starts, offset) - 1,
                bisect_right(self._sentence_starts, offset) - 1,
                bisect_right(self.clause_ends, offset),
            )
        return place

    def clause_start(self, offset: int) -> int:
        i = bisect_right(self.clause_ends, offset)
        return self.clause_ends[i - 1] if i else 0

    def clause_end(self, offset: int) -> int:
        i = bisect_right(self.clause_ends, offset)
        return self.clause_ends[i] - 1 if i < len(self.clause_ends) else len(self.text)


def fits_reference(leaf: Leaf, group: str) -> bool:
    """Whether a word of that kind (项目, 园区, 该公司) may point to a thing of the class."""
    return leaf in _GROUPED.get(group, (group,))
