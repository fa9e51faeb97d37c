"""Where one article ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wlgraph.pages import bylines
from wlgraph.pages.drafts import Draft
from wlgraph.pages.furniture import find_jumps, is_slogan
from wlgraph.pages.lines import Line
from wlgraph.pages.roles import Cast, Role

_COLUMN = re.compile(
    r"一句话新闻|简讯|要闻|快讯|速递|速览|你问我答|有问必答|公示|公告|通告|启事|声明|督办单|讣告|热线|回音壁|时评|短评|评论|社论|言论|快评|拾零|集锦"
    r"|图片新闻|来信|来论|新闻链接|提醒|天气|预告|通知|名单|光荣榜"
)
_OPENING = re.compile(
    r"^.{0,12}?(?:近日|日前|昨天|昨日|今天|昨晚|前天|连日来|上周|本周|(?:\d{1,2}月)?\d{1,2}日|\d{4}年\d{1,2}月)"
)


@dataclass(slots=True)
class _Run:
    """Heading and byline lines that follow one another, and the line behind them."""

    casts: list[Cast]
    behind: Cast | None

    @property
    def heads(self) -> list[Line]:
        return [c.line for c in self.casts if c.role is Role.HEADING]

    @property
    def signed(self) -> bool:
        return any(c.role is Role.BYLINE for c in self.casts)


def cut_sections(casts: list[Cast]) -> list[Draft]:
    """Deal the lines out to articles in the page's order; columns are still as they stand.

    An article begins where heading lines meet a byline or a lead, and where other signs of a beginning outweigh those
    of a subhead. Heading lines without prose behind them are left out.
    """
    sections = _Sections(casts)
    i = 0
    while i < len(casts):
        cast = casts[i]
        if cast.role in (Role.HEADING, Role.BYLINE):
            j = i
            while j < len(casts) and casts[j].role in (Role.HEADING, Role.BYLINE, Role.FURNITURE):
                j += 1
            run = [c for c in casts[i:j] if c.role is not Role.FURNITURE]
            sections.take_run(run, casts[j] if j < len(casts) else None)
            i = j
        else:
            sections.take(cast)
            i += 1
    return [d for d in sections.drafts if d.parts]


class _Sections:
    def __init__(self, casts: list[Cast]) -> None:
        self.drafts: list[Draft] = []
        self.levels = {
            c.line.level for c, d in zip(casts, casts[1:], strict=False) if c.line.level and d.role is Role.LEAD
        }
        self.gapped = sum(c.line.gap_before for c in casts if c.role is Role.BODY) * 2 > sum(
            c.role is Role.BODY for c in casts
        )

    @property
    def current(self) -> Draft:
        if not self.drafts:
            self.drafts.append(Draft())
        return self.drafts[-1]

    def take(self, cast: Cast) -> None:
        """Take a line of prose, a caption, a jump line or furniture."""
        if cast.role is Role.FURNITURE:
            return
        if cast.role is Role.JUMP:
            self.current.jumps += find_jumps(cast.line.text)
            return
        if cast.role is Role.LEAD and (self.current.bodies or self.current.signed and not _bare(cast.line)):
            self.drafts.append(Draft())
        self.current.signed |= cast.role is Role.LEAD
        self.current.add("caption" if cast.role is Role.CAPTION else "body", cast.line)

    def take_run(self, casts: list[Cast], behind: Cast | None) -> None:
        """Take heading and byline lines: signatures of the article before, then a new article or a subhead."""
        casts = self._without_signatures(casts, behind)
        casts = self._without_prose(casts, behind)
        if not casts:
            return
        run = _Run(casts, behind)
        if not run.heads and self.drafts and not self.current.bodies:
            for c in casts:
                self.current.add("byline", c.line)
            self.current.signed = True
            return
        if run.heads and not self._begins(run):
            for c in casts:
                self.current.add("subhead" if c.role is Role.HEADING else "byline", c.line)
            return
        draft = Draft(heads=run.heads, signed=run.signed)
        for c in casts:
            if c.role is Role.BYLINE:
                draft.add("byline", c.line)
        self.drafts.append(draft)

    def _without_signatures(self, casts: list[Cast], behind: Cast | None) -> list[Cast]:
        """Give bylines in front of the first heading to the article that they close."""
        while casts and casts[0].role is Role.BYLINE and self.drafts and self.current.bodies:
            line = casts[0].line
            last = len(casts) == 1
            credit = bylines.is_credit(line.text)
            if last and behind is not None and not credit and self.current.signed:
                break
            self.current.add("byline", line)
            self.current.signed = True
            casts = casts[1:]
        return casts

    def _without_prose(self, casts: list[Cast], behind: Cast | None) -> list[Cast]:
        """Give lines that only look like headings back to the prose that they stand in."""
        if not casts or any(c.role is Role.BYLINE for c in casts) or behind is None or behind.role is Role.LEAD:
            if behind is None and casts and len(casts) == 1 and self.drafts and not casts[0].line.level:
                if not is_slogan(casts[0].line.text) and not casts[0].line.gap_before:
                    self.current.add("body", casts[0].line)
                return []
            return casts
        last = casts[-1].line
        if self.drafts and self.current.bodies and not last.level and self._is_prose(last, behind):
            for c in casts[:-1]:
                self.current.add("subhead", c.line)
            self.current.add("body", last)
            return []
        return casts

    def _is_prose(self, line: Line, behind: Cast) -> bool:
        if self.gapped:
            return not line.gap_after or ("，" in line.text and not line.gap_before)
        return not line.gap_before

    def _begins(self, run: _Run) -> bool:
        if run.signed or not self.drafts or not self.current.bodies:
            return True
        if run.behind is None:
            return False
        if run.behind.role is Role.LEAD:
            return True
        heads = run.heads
        level = min((h.level for h in heads if h.level), default=0)
        score = 0.0
        if level:
            score += 2 if level <= 2 or level in self.levels else -2
        score += 1.5 * any(_COLUMN.search(h.text) for h in heads)
        score += 1.0 * (len(heads) > 1)
        score += 1.0 * bool(self.current.jumps)
        score += 0.5 * (_OPENING.match(run.behind.line.text) is not None)
        score += 0.5 * (max(h.size for h in heads) > 18)
        score -= 1.0
        return score > 0


def _bare(line: Line) -> bool:
    """Whether a lead names nobody, so that it may follow a byline of its own."""
    lead = bylines.leading(line.text)
    return lead is not None and not lead[1]
