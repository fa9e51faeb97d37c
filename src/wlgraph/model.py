"""The records that flow from a page to the graph.

Every room reads and returns these records and nothing else. All are frozen, compare by value and encode to JSON
(``msgspec``). Offsets count Unicode code points; an end is exclusive.

A page is cut into articles. An article has a text of its own, repaired and in reading order, and knows for each of its
characters where that stands in the page. Everything after the reading (mentions, claims, figures) points into the
article's text; ``Article.locate`` leads back to the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

import msgspec

UNSEEN = re.compile("[\\s\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]+")
"""White space and characters of no width, in which a quote may differ from the page."""

Leaf = Literal[
    "Person", "Official",
    "Organization", "Company", "PublicBody", "ResearchBody",
    "AdministrativeArea", "Town", "Village", "IndustrialPark", "Infrastructure",
    "Policy", "Campaign", "Recognition", "Platform", "FinanceProduct",
    "Project", "Industry", "Product", "Event",
]  # fmt: skip
"""The leaf classes of the ontology that a thing may have."""

Group = Literal["Person", "Organization", "Place", "Programme", "Project", "Industry", "Product", "Event"]

GROUPS: dict[Group, tuple[Leaf, ...]] = {
    "Person": ("Person", "Official"),
    "Organization": ("Organization", "Company", "PublicBody", "ResearchBody"),
    "Place": ("AdministrativeArea", "Town", "Village", "IndustrialPark", "Infrastructure"),
    "Programme": ("Policy", "Campaign", "Recognition", "Platform", "FinanceProduct"),
    "Project": ("Project",),
    "Industry": ("Industry",),
    "Product": ("Product",),
    "Event": ("Event",),
}
LEAVES: tuple[Leaf, ...] = tuple(leaf for leaves in GROUPS.values() for leaf in leaves)
GROUP_OF: dict[Leaf, Group] = {leaf: group for group, leaves in GROUPS.items() for leaf in leaves}

Predicate = Literal[
    "locatedIn", "partOf", "holdsPostIn", "tenantOf", "produces", "develops", "inIndustry", "received",
    "participatesIn", "administers", "organizes", "attended", "chaired", "cooperatesWith", "suppliesTo",
    "subsidiaryOf", "undertakes",
    "appointedTo", "removedFrom", "penalisedBy", "holdsShareIn", "wonContractFrom",
]  # fmt: skip
"""The predicates of claims; the last five stand outside the score."""

BlockKind = Literal["kicker", "headline", "subhead", "byline", "body", "caption", "table"]
MentionKind = Literal["name", "nested", "reference"]
MentionSource = Literal["model", "register", "form", "document"]
ClaimModality = Literal["stated", "planned", "proposed", "denied", "ended"]
CORRECTION = "correction"
"""The rule of the claim with which a notice (更正) denies what an earlier page said."""
FigureModality = Literal["actual", "target", "forecast"]
Precision = Literal["exact", "about", "over", "under"]
DateSource = Literal["printed", "sidecar", "inferred"]


class Record(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of all records."""


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of text: ``start`` inclusive, ``end`` exclusive, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Page(Record, frozen=True, kw_only=True):
    """One newspaper page as it was read.

    ``name`` is the file's name, ``text`` the decoded text without byte-order mark, line ends as they stand.
    ``home`` is the administrative area that 我市 (我县, 我区) means. ``date`` is ISO, empty where unknown.
    """

    name: str
    text: str
    publication: str = ""
    home: str = "温岭市"
    date: str = ""
    date_source: DateSource = "inferred"
    number: str = ""


class Block(Record, frozen=True, kw_only=True):
    """A part of an article: where it stands in the article's text, and what it is."""

    kind: BlockKind
    span: Span


class Table(Record, frozen=True, kw_only=True):
    """A table of an article, each cell a span of the article's text.

    ``header`` names the columns, empty where nothing does; an empty first cell is its empty corner. ``note`` is what
    stands behind 单位： over the table, an empty span where nothing does.
    """

    note: Span
    header: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]


class Article(Record, frozen=True, kw_only=True):
    """One article of a page, rejoined and in reading order.

    ``offsets[i]`` is the place of ``text[i]`` in the page's text, or -1 for a character that the page does not have
    there (the line feed between two blocks). ``blocks`` are in reading order and do not overlap; ``sentences`` cover
    kickers, headlines, subheads, body, captions and lines of tables, never a byline, and none reaches over a block's
    edge. Each line of a table is a block by itself.
    """

    id: str
    text: str
    offsets: tuple[int, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    headline: str = ""
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the character at ``offset`` of the article's text."""
        i = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def locate(self, span: Span, page: str) -> tuple[Span, ...]:
        """The stretches of the page, in reading order, that spell ``text[span]``; only what is ``UNSEEN`` may differ."""
        pieces: list[Span] = []
        for offset in self.offsets[span.start : span.end]:
            if offset < 0:
                continue
            if pieces and pieces[-1].end <= offset and not UNSEEN.sub("", page[pieces[-1].end : offset]):
                pieces[-1] = Span(pieces[-1].start, offset + 1)
            else:
                pieces.append(Span(offset, offset + 1))
        return tuple(pieces)


class Jump(Record, frozen=True, kw_only=True):
    """A line that sends the reader from one page to another (下转第三版, 上接第一版)."""

    article: str
    direction: Literal["to", "from"]
    page_number: str


class Notice(Record, frozen=True, kw_only=True):
    """Something that was seen and not placed; counted and listed in the build report."""

    code: str
    message: str
    article: str = ""


class Reading(Record, frozen=True, kw_only=True):
    """What the reader made of a page: its articles, jump lines, and what it set aside."""

    page: Page
    articles: tuple[Article, ...]
    jumps: tuple[Jump, ...] = ()
    notices: tuple[Notice, ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """One place in an article where a thing is named or referred to.

    A "name" (利欧, 市经信局) names the thing and is written to ``mentions.jsonl``; so is a "nested" one, which is part
    of a longer name (大溪镇 in 大溪镇党委) and carries no claims. A "reference" (我市, 该公司, 该镇) only points to the
    thing and carries claims. ``referent`` is the page-local id of the thing meant.
    """

    article: str
    span: Span
    text: str
    leaf: Leaf
    referent: str
    confidence: float = 1.0
    source: MentionSource = "model"
    kind: MentionKind = "name"


class Referent(Record, frozen=True, kw_only=True):
    """One thing on one page: what its mentions there refer to.

    ``name`` is the fullest name that the page itself prints or defines for it (浙江海澜星泵业有限公司 for 海澜星),
    not yet expanded by the page's home (市经信局 stays so; the entities room expands). ``surfaces`` are all other names.
    ``code`` is the register's code where the names room already knows it.
    """

    id: str
    leaf: Leaf
    name: str
    surfaces: tuple[str, ...] = ()
    code: str = ""
    confidence: float = 1.0


class Naming(Record, frozen=True, kw_only=True):
    """What the names room made of a page."""

    mentions: tuple[Mention, ...]
    referents: tuple[Referent, ...]
    notices: tuple[Notice, ...] = ()


class Claim(Record, frozen=True, kw_only=True):
    """A sentence says that a subject stands in a relation to an object.

    ``subject`` and ``object`` are referent ids of the page. ``sentence`` is a span of the article's text. Dates are
    ISO; an empty string means unknown. ``said_by`` is a referent id or the words of the attribution.
    """

    article: str
    subject: str
    predicate: Predicate
    object: str
    sentence: Span
    modality: ClaimModality = "stated"
    role: str = ""
    year: str = ""
    valid_from: str = ""
    valid_to: str = ""
    as_of: str = ""
    said_by: str = ""
    position: int = 0
    qualifiers: dict[str, str] = {}
    confidence: float = 1.0
    rule: str = ""


class Figure(Record, frozen=True, kw_only=True):
    """A sentence gives a number for an indicator of a thing.

    ``value`` is a plain decimal (万 and 亿 multiplied out) in ``unit``; ``written`` is how the page has it
    (3.16亿元). ``period`` is an ISO year, month, date or interval (2019-01/2019-06), empty where unknown.
    ``lower`` and ``upper`` bound a range.
    """

    article: str
    observed: str
    indicator: str
    value: str
    unit: str
    sentence: Span
    written: str = ""
    period: str = ""
    modality: FigureModality = "actual"
    precision: Precision = "exact"
    lower: str = ""
    upper: str = ""
    confidence: float = 1.0
    rule: str = ""


class Stating(Record, frozen=True, kw_only=True):
    """What the claims room made of a page.

    ``implied`` are things that claims speak of and no name on the page means (the government that a 市长 leads);
    ``references`` are the words that point to them.
    """

    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    notices: tuple[Notice, ...] = ()
    implied: tuple[Referent, ...] = ()
    references: tuple[Mention, ...] = ()


class Shard(Record, frozen=True, kw_only=True):
    """Everything extracted from one page: the unit of work, resume and provenance."""

    key: str
    reading: Reading
    naming: Naming
    stating: Stating


def in_page_order(shards: Sequence[Shard]) -> Sequence[Shard]:
    """Shards in the order of their pages' names.

    A list or tuple is sorted. Any other sequence reads its shards one at a time and has this order already: putting
    those in a list would hold the whole corpus in memory.
    """
    return sorted(shards, key=lambda shard: shard.reading.page.name) if isinstance(shards, list | tuple) else shards


class Entity(Record, frozen=True, kw_only=True):
    """One thing of the whole corpus, after resolution.

    ``name`` is the fullest name that the corpus supports, ``aliases`` all other surface forms. ``code`` is a register
    code, ``parent`` the IRI of the register's parent. ``replaces`` are IRIs that were merged into this one.
    ``possibly_same`` are IRIs that may be the same thing and were not merged.
    """

    iri: str
    leaf: Leaf
    name: str
    aliases: tuple[str, ...] = ()
    code: str = ""
    parent: str = ""
    replaces: tuple[str, ...] = ()
    possibly_same: tuple[str, ...] = ()
    from_register: bool = False


MatchVerdict = Literal["same", "apart", "unsure"]


class Match(Record, frozen=True, kw_only=True):
    """Why two referents were made one, kept apart, or left undecided.

    ``first`` and ``second`` are keys as in ``Resolution.entity_of``; ``score`` is between 0 and 1.
    """

    first: str
    second: str
    verdict: MatchVerdict
    score: float
    reasons: tuple[str, ...] = ()


def referent_key(page: str, referent: str) -> str:
    """What a resolution files a page's referent under."""
    return f"{page}#{referent}"


class Resolution(Record, frozen=True, kw_only=True):
    """Which entity each page-local referent is, by its :func:`referent_key`.

    ``matches`` explains every decision that equal full names alone did not settle.
    """

    entities: tuple[Entity, ...]
    entity_of: dict[str, str]
    notices: tuple[Notice, ...] = ()
    matches: tuple[Match, ...] = ()
