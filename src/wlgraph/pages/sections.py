"""Where one article ends and the next begins."""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise, takewhile

from wlgraph.pages import bylines
from wlgraph.pages.beginnings import is_signed_off, is_strange, likeness, opens
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.drafts import Draft, PartKind
from wlgraph.pages.furniture import find_jumps, is_slogan
from wlgraph.pages.lines import Line, breaks_off
from wlgraph.pages.pictures import is_dated_picture, is_signed_soon
from wlgraph.pages.roles import MARKS, Cast, Role, is_official_title, is_table_note, style_of
from wlgraph.pages.runs import (
    BRIEFS,
    COLUMN,
    KINDRED,
    SIGNED,
    SIGNERS,
    is_note,
    is_told_of_each,
    second_story,
    stacked_story,
    without_labels,
    without_slogans,
    without_subheads,
)
from wlgraph.pages.statistics import load_statistics

_SIGNER = re.compile(rf"(?:{SIGNERS})$")
_ON_WHAT = re.compile(r"关于|.{0,30}(?:公告|通告|通知)$")
_NAMED_SIGHT = re.compile(
    r"[^\d了是在的将已有就也不会要说“”，、：]+"
    r"(?:园|区|村|镇|厂|车间|公司|企业|现场|基地|码头|大楼|广场|一角|全景|景象|外景|学校|医院|[路桥河湖港街]|中心|市场|流水线|生产线|展厅)。"
)
_RUN_ROLES = (Role.HEADING, Role.BYLINE)
COMMA_ODDS, PLAIN_ODDS = 0.0, 2.0
"""Log odds from which a short line is prose that goes on behind it: with a comma inside, and without."""
CAPTION_SIZES = (5, 15)
BLANKS = 6
"""Characters of white space between two lines, at most."""


def cut_sections(casts: list[Cast]) -> tuple[list[Draft], list[Line]]:
    """Deal the lines out to articles in the page's order; columns are still as they stand.

    An article begins where heading lines meet a byline or a lead, and where other signs of a beginning outweigh those
    of a subhead. Also returned: heading lines without prose behind them, which belong to no article.
    """
    edges = [b.line for a, b in pairwise(casts) if a.role is Role.FURNITURE]
    casts = [c for c in casts if c.role is not Role.FURNITURE]
    sections = _Sections(casts, edges)
    i = 0
    while i < len(casts):
        if casts[i].role in _RUN_ROLES:
            j = i
            while j < len(casts) and casts[j].role in _RUN_ROLES:
                j += 1
            sections.take_run(casts[i:j], casts[j:])
            i = j
        else:
            sections.take(casts[i], casts[i + 1 :])
            i += 1
    drafts = [d for d in sections.drafts if d.parts or d.stacked]
    return drafts, sections.left_out + [h for d in sections.drafts if d not in drafts for h in d.heads]


class _Sections:
    def __init__(self, casts: list[Cast], edges: list[Line]) -> None:
        self.drafts: list[Draft] = []
        self.left_out: list[Line] = []
        self.picture: Draft | None = None
        self.brief = False
        self.style = style_of(casts)
        self.edges = edges

    @property
    def current(self) -> Draft:
        if not self.drafts:
            self.drafts.append(Draft())
        return self.drafts[-1]

    def take(self, cast: Cast, behind: list[Cast]) -> None:
        """Take a line of prose, a caption or a jump line."""
        if cast.role is Role.JUMP:
            self.current.jumps += find_jumps(cast.line.text)
            return
        if cast.role in (Role.TABLE, Role.ENTRY):
            self.current.add("table" if cast.role is Role.TABLE else "entry", cast.line)
            return
        if self.current.last_body and is_dated_picture(cast, behind) and not self._illustrates(cast):
            self._put_picture(cast)
            return
        if cast.role is Role.CAPTION and self.picture and not cast.line.gap_before:
            self.picture.add("caption", cast.line)
            return
        if (cast.role is Role.LEAD and (self.current.last_body or (self.current.signed and not _bare(cast.line)))) or (
            cast.role is Role.BODY and self._tells_of_a_picture(cast, behind)
        ):
            self.drafts.append(Draft())
        self.current.signed |= cast.role is Role.LEAD
        kind: PartKind = "caption" if cast.role is Role.CAPTION or self._is_caption(cast.line) else "body"
        self.current.add(kind, cast.line)

    def _illustrates(self, cast: Cast) -> bool:
        """Whether a line is a caption that shows what the current article, not signed off yet, tells of."""
        open_still = self.current.parts[-1].kind != "byline"
        return cast.role is Role.CAPTION and open_still and likeness(self.current, cast.line.text) > KINDRED

    def _put_picture(self, cast: Cast) -> None:
        """Set a picture's story apart before the current article, which goes on behind it."""
        self.picture = Draft(signed=True, picture=True)
        self.picture.add("body", cast.line)
        self.drafts.insert(len(self.drafts) - 1, self.picture)

    def _tells_of_a_picture(self, cast: Cast, behind: list[Cast]) -> bool:
        """Whether a paragraph begins a picture's story that has no headline: a credit ends it, its topic is new."""
        if not self.current.signed or not self.current.last_body:
            return False
        last = self.current.last_body.line
        jumps = bool(self.current.jumps or find_jumps(last.text))
        if not (last.closed or jumps) or not cast.line.gap_before:
            return False
        if not is_signed_soon([cast, *behind], credit=True):
            return False
        return jumps or is_strange(self.current, [cast, *behind])

    def _is_caption(self, line: Line) -> bool:
        """Whether a short line by itself names what a picture shows (城南海帆小微园。)."""
        alone = line.gap_before and line.gap_after and CAPTION_SIZES[0] <= line.size <= CAPTION_SIZES[1]
        if not alone or line.text[-1] != "。" or not self.current.last_body or not self.current.last_body.line.closed:
            return False
        unfinished = any(d.last_body and not d.last_body.line.closed for d in self.drafts)
        return not unfinished and _NAMED_SIGHT.match(line.text) is not None

    def take_run(self, run: list[Cast], behind: list[Cast]) -> None:
        """Take heading and byline lines: signatures of the article before, then a new article or a subhead."""
        run = self._without_signatures(self._without_credit(run), behind)
        while (cut := stacked_story(run)) and is_told_of_each(run[:cut], run[cut:], behind):
            self.take_run(run[:cut], [])
            self.current.stacked = True
            run = run[cut:]
        if cut := second_story(run):
            self.take_run(run[:cut], run[cut:])
            self.current.add("body", run[cut].line)
            run = run[cut + 1 :]
        run = self._without_prose(run, behind)
        if not run:
            return
        run = self._without_note(self._without_signers(without_slogans(run)))
        if not run:
            return
        whole = run
        run, notes = without_labels(run)
        run, subheads = without_subheads(run)
        self.brief = self._in_briefs(whole, run)
        heads = [c.line for c in run if c.role is Role.HEADING]
        notes += subheads
        labelled = len(run) + len(notes) < len(whole)
        if heads and not labelled and not self._begins(run, behind):
            if self._is_headline(heads):
                self.current.heads = heads
                return
            for c in run:
                self.current.add("subhead" if c.role is Role.HEADING else "byline", c.line)
            return
        if heads or not self.drafts or self.current.last_body:
            self.drafts.append(Draft(heads=heads))
        for c in run:
            if c.role is Role.BYLINE:
                self.current.add("byline", c.line)
                self.current.signed = True
        for note in notes:
            self.current.add("subhead", note.line)

    def _without_credit(self, run: list[Cast]) -> list[Cast]:
        """Give the byline behind a picture's story to it, which is complete then."""
        if self.picture and run[0].role is Role.BYLINE and not bylines.trailing(self.picture.parts[-1].line.text):
            self.picture.add("byline", run[0].line)
            run = run[1:]
        self.picture = None
        return run

    def _in_briefs(self, whole: list[Cast], unlabelled: list[Cast]) -> bool:
        """Whether a run heads a short piece among others: under a rubric of such, as long as none is signed."""
        if any(c.role is Role.BYLINE for c in whole):
            return False
        labels = [c for c in whole if c not in unlabelled]
        return self.brief or any(BRIEFS.search(re.sub(r"\s", "", c.line.text)) for c in labels)

    def _without_signers(self, run: list[Cast]) -> list[Cast]:
        """Give the body that signs a notice to the notice."""
        notice = (
            self.drafts
            and any(SIGNED.search(re.sub(r"\s", "", h.text)) for h in self.current.heads)
            and self.current.last_body
        )
        while notice and run and _signs(run):
            self.current.add("body", run[0].line)
            run = run[1:]
        return run

    def _without_note(self, run: list[Cast]) -> list[Cast]:
        """Give the label of a note (记者手记) that stands alone to the article that the note is part of."""
        if len(run) == 1 and is_note(run[0].line.text) and self.drafts and self.current.last_body:
            self.current.add("subhead", run[0].line)
            return []
        return run

    def _without_signatures(self, run: list[Cast], behind: list[Cast]) -> list[Cast]:
        """Give bylines in front of the first heading to the article that they close."""
        ahead = list(takewhile(lambda c: c.role is Role.BYLINE, run))
        if not ahead or not self.drafts or not self.current.parts:
            return run
        if len(ahead) == len(run) and self._open_next(ahead, behind):
            return run
        for cast in ahead:
            self.current.add("byline", cast.line)
            self.current.signed = True
        return run[len(ahead) :]

    def _open_next(self, signs: list[Cast], behind: list[Cast]) -> bool:
        """Whether bylines between two paragraphs open an article, whose headline stands elsewhere, rather than close one.

        Such names as may stand under a picture too (文/图) open one only where several headlines stand together before;
        bracketed ones never do.
        """
        if not behind or behind[0].role is not Role.BODY or not self.current.signed:
            return False
        if signs[0].line.text[0] in "（(" and signs[0].line.text[-1] in "）)":
            return False
        people = [bylines.standing(c.line.text) for c in signs]
        if not any(p and (p.reporters or p.correspondents) for p in people):
            return not bylines.is_credit(signs[0].line.text)
        return not bylines.is_credit(signs[-1].line.text) or self._headlines_left() > 0

    def _headlines_left(self) -> int:
        """How many headlines stand together before that no article has begun under yet."""
        begun = 0
        for draft in reversed(self.drafts):
            begun += not draft.picture
            if draft.heads:
                return len(draft.heads) - begun
        return 0

    def _without_prose(self, run: list[Cast], behind: list[Cast]) -> list[Cast]:
        """Give lines that only look like headings back to the prose that they stand in."""
        if any(c.role is Role.BYLINE for c in run) or not self.drafts or not self.current.last_body:
            return run
        if behind and behind[0].role is Role.LEAD:
            return run
        while run and self._is_prose(run, behind):
            if not is_slogan(run[0].line.text):
                self.current.add("body", run[0].line)
            run = run[1:]
        if behind:
            return run
        for cast in run:
            if breaks_off(cast.line.text):
                self.current.add("body", cast.line)
            else:
                self.left_out.append(cast.line)
        return []

    def _is_prose(self, run: list[Cast], behind: list[Cast]) -> bool:
        """Whether a run's first line is prose that lost its end: it hangs on its neighbours as headings do not."""
        line = run[0].line
        if line.level or self.brief or COLUMN.search(line.text) or is_signed_off(self.current):
            return False
        if is_official_title(line.text):
            return False
        ended = self.current.ended
        if self.style.indented:
            next_indented = bool(behind) and behind[0].line.indent
            return line.indent or not (ended or next_indented)
        if not line.gap_before and (self.style.spaced or not ended):
            return True
        if not behind or len(run) > 1:
            return False
        return (self.style.gapped and not line.gap_after) or _goes_on(line, behind[0].line)

    def _begins(self, run: list[Cast], behind: list[Cast]) -> bool:
        """Whether heading lines open an article rather than a part of the current one."""
        if not self.drafts or not self.current.last_body or any(c.role is Role.BYLINE for c in run):
            return True
        if not behind:
            return False
        if behind[0].role in (Role.LEAD, Role.TABLE):
            return behind[0].role is Role.LEAD or (self.current.ended and not _is_inset(behind))
        heads = [c.line for c in run]
        if self.brief and (not heads[-1].gap_after or heads[0].text[0] in MARKS):
            return True
        if heads[0].text[0] in MARKS and any(d.heads and d.heads[0].text[0] == heads[0].text[0] for d in self.drafts):
            return True
        return opens(self.current, heads, behind, self.style, edge=heads[0] in self.edges)

    def _is_headline(self, heads: list[Line]) -> bool:
        """Whether heading lines are the headline of the current article, which began above them with its lead."""
        if self.current.heads or self.current.picture or not self.current.signed or self._headlines_left() > 0:
            return False
        told = "".join(b.line.text for b in self.current.bodies)
        return bool(cohesion([" ".join(h.text for h in heads), told], load_statistics())[0, 1] > KINDRED)


def _is_inset(behind: list[Cast]) -> bool:
    """Whether a table stands within an article, whose prose goes on behind it."""
    rest = dropwhile(lambda c: c.role is Role.TABLE or is_table_note(c.line.text), behind)
    return next((c.role is Role.BODY for c in rest), False)


def _signs(run: list[Cast]) -> bool:
    """Whether a run's first heading names a body by itself, and not as who gives the notice that the next one names.

    Where more than blanks parts the two, a date stood below the signature.
    """
    first, following = run[0].line, run[1].line if len(run) > 1 else None
    if run[0].role is not Role.HEADING or not _SIGNER.search(first.text):
        return False
    if following is None or not _ON_WHAT.match(following.text):
        return True
    return following.span.start - first.span.end > BLANKS


def _goes_on(line: Line, behind: Line) -> bool:
    """Whether the line behind reads as the rest of this one's sentence rather than as a beginning."""
    odds = load_statistics().continuation(line.text, behind.text)
    return odds > (COMMA_ODDS if "，" in line.text else PLAIN_ODDS)


def _bare(line: Line) -> bool:
    """Whether a lead names nobody, so that it may follow a byline of its own."""
    lead = bylines.leading(line.text)
    return lead is not None and not lead[1]
