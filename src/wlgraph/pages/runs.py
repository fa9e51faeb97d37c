"""Runs of headings and bylines: labels and slogans in them, and where a second article's begin."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.furniture import is_slogan
from wlgraph.pages.roles import Cast, Role
from wlgraph.pages.statistics import load_statistics

COLUMN = re.compile(
    r"一句话新闻|简讯|要闻|快讯|速递|速览|你问我答|有问必答|公示|公告|通告|启事|声明|督办|讣告|热线|回音壁|时评|短评|评论|社论|言论|快评|拾零|集锦"
    r"|更正|勘误|任免|^人事$|图片新闻|短波|短讯|来信|来论|提醒|预告|通知|名单|光荣榜|速写|人物志|手记|特写|侧记|随笔"
)
_NOTE = re.compile(
    r"编者按语?|编后语?|编者的话|核心提示|内容提要|提要|导语|(?:新闻|相关|资料)?链接|延伸阅读|(?:新闻|相关)?背景|名词解释|记者手记"
)
_LABEL = re.compile(
    r"【[^【】]{1,14}】|[·•][^·•]{1,8}[·•]|人物|问答|法治|民生|(?:新闻)?观察|.{2,4}人物|学思践悟|权威发布|特别关注|今日关注|本期关注|社论"
    r"|(?:记者|新春|深秋|金秋|蹲点|新闻)?(?:走基层|调查|追踪|现场|热线追踪|走进一线)|(?:一线|基层|热点|民生|社会|经济|时政)(?:见闻|观察|直击|聚焦|关注|追踪|调查|故事)"
)
"""Names of columns that stand over a headline and say nothing of what it tells."""
_PAPER = re.compile(r"^[\u4e00-\u9fff]{2,6}(?:周报|日报|晚报|周刊|新闻|报)(?:[\s·•|]+\S{0,8})?$")
BRIEFS = re.compile(r"[简快短]讯|短波|短新闻|微新闻|一句话|速览|速递|集锦|拾零|要闻")
"""Rubrics of several short pieces."""
SIGNERS = (
    "局|政府|委员会|办公室|公司|中心|法院|医院|学校|编辑部|报社|组织部|宣传部|统战部|"
    "指挥部|管委会|[省市县区州旗]委|党组|工委|总工会|协会|商会|研究院|检察院|调查队|主席团"
)
"""How the names of bodies end that sign."""
NOTICE = re.compile(r"公告|通告|启事|公示|声明|通知")
SIGNED = re.compile(
    rf"{NOTICE.pattern}|更正|勘误|致歉|感谢信|公开信|一封信|倡议|通报$|决定$|名单|任免|批复$|决议$|讣告"
)
"""What an office signs at its foot."""
_PROSE_ROLES = (Role.BODY, Role.LEAD)
STRANGE, KINDRED = 0.02, 0.1
"""Likeness below which two texts tell of different things, and above which of the same."""


def is_rubric(text: str) -> bool:
    """Whether a heading only names the kind of article (简讯, 曙光时评), as no headline of its own does."""
    bare = re.sub(r"[\W_]", "", text)
    return len(bare) <= 8 and COLUMN.search(bare) is not None


def is_label(text: str) -> bool:
    """Whether a heading is the name of a column (【民生】, 权威发布), which may stand over any headline."""
    return _LABEL.fullmatch(re.sub(r"\s", "", text)) is not None


def is_note(text: str) -> bool:
    """Whether a heading stands over a note inside an article (编者按, 记者手记)."""
    return _NOTE.fullmatch(text.strip("【】[]■●◆")) is not None


def without_labels(run: list[Cast]) -> tuple[list[Cast], list[Cast]]:
    """A run without the labels that belong to no headline, and those of them that head a note in the article."""
    heads = [c for c in run if c.role is Role.HEADING]
    notes = [c for c in heads[1:] if is_note(c.line.text)]
    rest = [c for c in heads if c not in notes]
    first = rest[0].line.text if len(rest) > 1 else ""
    labels = rest[:1] if _PAPER.match(first) or (is_rubric(first) and not NOTICE.search(first)) else []
    named = [c for c in rest if not is_label(c.line.text)]
    labels += [c for c in rest if named and c not in named]
    return [c for c in run if c not in notes and c not in labels], notes


def without_subheads(run: list[Cast]) -> tuple[list[Cast], list[Cast]]:
    """A run without the headings behind its byline, where a headline stands before it, and those headings."""
    signed = [i for i, c in enumerate(run) if c.role is Role.BYLINE]
    if not signed or not any(c.role is Role.HEADING and not is_rubric(c.line.text) for c in run[: signed[0]]):
        return run, []
    behind = [c for c in run[signed[-1] :] if c.role is Role.HEADING]
    return [c for c in run if c not in behind], behind


def without_slogans(run: list[Cast]) -> list[Cast]:
    """A run without the slogans that stand apart over its headlines."""
    heads = [c for c in run if c.role is Role.HEADING]
    return [c for c in run if c not in heads[:-1] or not c.line.gap_after or not is_slogan(c.line.text)]


def stacked_story(run: list[Cast]) -> int | None:
    """Where the second of two articles begins whose headlines and bylines stand together over both their texts."""
    top = min((c.line.level for c in run if c.line.level), default=0)
    kinds = "".join("b" if c.role is Role.BYLINE else "H" if c.line.level == top > 0 else "h" for c in run)
    stacked = re.match("[Hh]+b+(?=[Hh]+b|H)", kinds)
    return stacked.end() if stacked else None


def is_told_of_each(first: list[Cast], second: list[Cast], behind: list[Cast]) -> bool:
    """Whether different paragraphs behind speak of two headlines; two bylines say as much without them.

    Where several leads follow, headlines are dealt out to them instead (``headlines``).
    """
    if first[-1].role is Role.BYLINE:
        return True
    heads = [" ".join(c.line.text for c in run if c.role is Role.HEADING) for run in (first, second)]
    texts = list(takewhile(lambda c: c.role is not Role.HEADING, behind))
    if sum(c.role is Role.LEAD for c in texts) > 1:
        return False
    prose = [c.line.text for c in texts if c.role in _PROSE_ROLES]
    if len(prose) < 2:
        return False
    likeness = cohesion([*heads, *prose], load_statistics())[:2, 2:]
    return bool(likeness.max(axis=1).min() > KINDRED and likeness[0].argmax() != likeness[1].argmax())


def second_story(run: list[Cast]) -> int | None:
    """Where a run of headings goes on from one article to the next: the place of the first one's only prose line.

    Between two bylines stand a line of prose that was cut off, so that it looks like a heading, and at least one
    heading.
    """
    signed = [i for i, c in enumerate(run) if c.role is Role.BYLINE]
    for a, b in pairwise(signed):
        if b - a > 2 and "，" in run[a + 1].line.text and run[0].role is Role.HEADING:
            return a + 1
    return None
