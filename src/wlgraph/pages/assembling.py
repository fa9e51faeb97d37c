"""From a draft to an article: bylines taken out, paragraphs rejoined, text and offsets laid out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from wlgraph.model import Article, Block, BlockKind, Jump, Notice, Span
from wlgraph.pages import bylines, repair
from wlgraph.pages.bylines import Byline
from wlgraph.pages.drafts import Draft
from wlgraph.pages.furniture import find_jumps
from wlgraph.pages.lines import Line, is_closed
from wlgraph.pages.sentences import split_sentences
from wlgraph.pages.spacing import seen, tightened
from wlgraph.pages.strand import Strand
from wlgraph.pages.tables import read_table


@dataclass(slots=True)
class Assembly:
    """What a draft became: the article, its jump lines, and what was repaired or set aside."""

    article: Article
    jumps: list[Jump]
    notices: list[Notice]


@dataclass(slots=True)
class _Blocks:
    page: str
    id: str
    blocks: list[tuple[BlockKind, Strand]] = field(default_factory=list)
    people: Byline = field(default_factory=Byline)
    jumps: list[Jump] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    entries: set[int] = field(default_factory=set)

    def note(self, code: str, message: str) -> None:
        self.notices.append(Notice(code=code, message=message, article=self.id))

    def put(self, kind: BlockKind, strand: Strand) -> None:
        strand = strand.strip()
        if strand.text:
            self.blocks.append((kind, strand))

    def sign(self, strand: Strand, people: Byline) -> None:
        self.people |= people
        self.put("byline", strand)

    def body(self, strand: Strand) -> None:
        """A paragraph of prose, its bylines and jump lines taken out, joined to the one before where it goes on."""
        strand = self._without_jumps(strand)
        if lead := bylines.leading(strand.text):
            end, people = lead
            self.sign(strand.cut(0, end), people)
            strand = strand.cut(end)
        tail = bylines.trailing(strand.text)
        signature = strand.cut(tail[0]) if tail else None
        if tail:
            strand = strand.cut(0, tail[0])
        self._prose(strand.strip())
        if tail and signature:
            self.sign(signature, tail[1])

    def entry(self, strand: Strand) -> None:
        """A line of a list or form, which nothing goes on from."""
        self.put("body", self._without_jumps(strand))
        self.entries.add(len(self.blocks) - 1)

    def _prose(self, strand: Strand) -> None:
        if not strand.text:
            return
        before = self._open_body()
        if before is None:
            self.put("body", strand)
            return
        left = self.blocks[before][1]
        if repair.continues(left, strand):
            joint = repair.join(left, strand)
            self.blocks[before] = ("body", joint.strand)
            if joint.repeated:
                self.note("repeated-characters", f"'{joint.repeated}' stands on both sides of a break; kept once.")
        elif len(strand) <= repair.ORPHAN_SIZE and is_closed(strand.text) and strand.text[-1] == "。":
            self.note("orphan-fragment", f"'{strand.text}' belongs to no paragraph; set aside.")
        else:
            self.put("body", strand)

    def _open_body(self) -> int | None:
        """The last body block that a paragraph may go on from: captions and bylines between do not count."""
        for i in range(len(self.blocks) - 1, -1, -1):
            kind, strand = self.blocks[i]
            if i in self.entries:
                return None
            if kind == "body":
                return i if i == len(self.blocks) - 1 or not is_closed(strand.text) else None
            if kind not in ("caption", "byline"):
                return None
        return None

    def _without_jumps(self, strand: Strand) -> Strand:
        for mark in reversed(find_jumps(strand.text)):
            self.jumps.append(Jump(article=self.id, direction=mark.direction, page_number=mark.page_number))
            strand = strand.cut(0, mark.start) + strand.cut(mark.end)
        return strand.strip()


def assemble(draft: Draft, page: str, article_id: str) -> Assembly:
    """Lay out a draft as an article."""
    out = _Blocks(page, article_id)
    main = _main_head(draft.heads)
    for line in draft.heads:
        out.put("headline" if line is main else "kicker", tightened(seen(line.strand(page))))
    for mark in draft.jumps:
        out.jumps.append(Jump(article=article_id, direction=mark.direction, page_number=mark.page_number))
    for part in draft.parts:
        strand = seen(part.line.strand(page))
        if part.kind in ("body", "entry", "caption"):
            strand = tightened(strand)
        if part.kind == "byline":
            out.sign(strand, bylines.standing(strand.text) or bylines.names_only(strand.text) or Byline())
        elif part.kind == "body":
            out.body(strand)
        elif part.kind == "entry":
            out.entry(strand)
        elif part.kind == "caption":
            tail = bylines.trailing(strand.text)
            out.put("caption", strand.cut(0, tail[0]) if tail else strand)
            if tail:
                out.sign(strand.cut(tail[0]), tail[1])
        else:
            out.put(part.kind, strand)
    headline = " ".join(line.text for line in draft.heads)
    return Assembly(_laid_out(out, headline), out.jumps, out.notices)


def _main_head(heads: list[Line]) -> Line | None:
    levels = [h.level for h in heads if h.level]
    marked = [h for h in heads if levels and h.level == min(levels)]
    plain = [h for h in heads if not h.text.startswith(("—", "－", "-"))]
    candidates = marked or plain or heads
    return candidates[-1] if candidates else None


def _laid_out(out: _Blocks, headline: str) -> Article:
    blocks: list[Block] = []
    lines: list[str] = []
    offsets: list[int] = []
    for kind, strand in out.blocks:
        if blocks:
            offsets.append(-1)
        blocks.append(Block(kind=kind, span=Span(len(offsets), len(offsets) + len(strand))))
        lines.append(strand.text)
        offsets += strand.offsets
    text = "\n".join(lines)
    sentences = [s for b in blocks if b.kind != "byline" for s in split_sentences(text, b.span)]
    tables = [read_table(text, rows) for rows in _runs_of_rows(blocks)]
    return Article(
        id=out.id,
        text=text,
        offsets=tuple(offsets),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        headline=headline,
        reporters=out.people.reporters,
        correspondents=out.people.correspondents,
        photographers=out.people.photographers,
        tables=tuple(tables),
    )


def _runs_of_rows(blocks: list[Block]) -> list[list[Span]]:
    """The lines of each table among the blocks."""
    runs = groupby(blocks, key=lambda block: block.kind == "table")
    return [[block.span for block in run] for is_table, run in runs if is_table]
