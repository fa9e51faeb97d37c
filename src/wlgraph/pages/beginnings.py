"""Whether heading lines open an article or are a subhead of the one before."""

from __future__ import annotations

import re

from wlgraph.pages import bylines
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.drafts import Draft
from wlgraph.pages.lines import Line
from wlgraph.pages.pictures import is_signed_soon
from wlgraph.pages.roles import Cast, Role, Style, begins_with_day, is_official_title
from wlgraph.pages.runs import COLUMN, KINDRED, NOTICE, SIGNED, SIGNERS, STRANGE, is_rubric
from wlgraph.pages.statistics import load_statistics

_LETTER = re.compile(r"^(?:尊敬的|敬爱的)?.{0,6}(?:编辑|记者)(?:部|同志)?(?:同志|先生|女士)?[：:]")
_OPENING = re.compile(
    r"^.{0,12}?(?:近日|日前|昨天|昨日|今天|昨晚|前天|连日来|上周|本周|(?:\d{1,2}月)?\d{1,2}日|\d{4}年\d{1,2}月)"
)
_BODY = re.compile(rf"(?:{SIGNERS}|集团|银行|合作社)(?:[\s\u3000]*[\d年月日]+)?$")
"""How lines end that only name a body, as signatures and lists of honour do."""
USUAL_SUBHEAD, LONG_HEADLINE = 12, 18
"""Characters of a line: few subheads are longer than the first, hardly any than the second."""
WEIGHTS = {
    "always": -1.0,
    "unsigned": 1.5,
    "high": 1.5,
    "low": -2.0,
    "rubric": 2.5,
    "column": 1.5,
    "several": 1.5,
    "notice": 2.0,
    "titled": 3.0,
    "jumped": 1.0,
    "apart": 1.5,
    "signed soon": 0.5,
    "signed again": 2.0,
    "letter": 2.5,
    "opening": 0.5,
    "dated": 1.0,
    "full": 1.1,
    "long": 0.5,
    "strange": 1.5,
    "kindred": -1.3,
    "signed off": 2.0,
    "notice over": 2.0,
    "edge": 1.0,
}
"""Log odds that each sign of a beginning adds."""


def opens(current: Draft, heads: list[Line], behind: list[Cast], style: Style, *, edge: bool) -> bool:
    """Whether heading lines open an article rather than a part of the current one, by the signs of a beginning.

    ``edge`` says that a line of the page's furniture stands between the two.
    """
    return sum(WEIGHTS[sign] for sign in signs(current, heads, behind, style, edge=edge)) > 0


def signs(current: Draft, heads: list[Line], behind: list[Cast], style: Style, *, edge: bool) -> list[str]:
    """The signs of a beginning, or against one, that heading lines and what surrounds them give."""
    level = min((h.level for h in heads if h.level), default=0)
    signed_soon = is_signed_soon(behind)
    alike = likeness(current, _ahead(heads, behind))
    rubric = any(is_rubric(h.text) for h in heads)
    found = {
        "always": True,
        "unsigned": not style.signed,
        "high": bool(level) and level <= max(2, style.top),
        "low": level > max(2, style.top),
        "rubric": rubric,
        "column": not rubric and any(COLUMN.search(h.text) for h in heads),
        "several": len(heads) > 1,
        "notice": NOTICE.search(heads[-1].text[-4:]) is not None,
        "titled": is_official_title(heads[-1].text),
        "jumped": bool(current.jumps),
        "apart": not style.gapped and heads[0].gap_before,
        "signed soon": signed_soon,
        "signed again": signed_soon and current.signed,
        "letter": _LETTER.match(behind[0].line.text) is not None,
        "opening": _OPENING.match(behind[0].line.text) is not None,
        "dated": begins_with_day(behind[0].line.text),
        "full": any(h.size > USUAL_SUBHEAD and not _BODY.search(h.text) for h in heads),
        "long": max(h.size for h in heads) > LONG_HEADLINE,
        "strange": alike < STRANGE,
        "kindred": alike > KINDRED,
        "signed off": is_signed_off(current),
        "notice over": _is_notice(current) and not current.ended,
        "edge": edge,
    }
    return [sign for sign, there in found.items() if there]


def likeness(current: Draft, text: str) -> float:
    """How much a text is about what the current article is about."""
    here = [" ".join(h.text for h in current.heads), *(b.line.text for b in current.bodies)]
    return float(cohesion([text, "".join(here)], load_statistics())[0, 1])


def is_strange(current: Draft, behind: list[Cast]) -> bool:
    """Whether the prose ahead shares next to nothing with the current article."""
    return likeness(current, _ahead([], behind)) < STRANGE


def _ahead(heads: list[Line], behind: list[Cast]) -> str:
    """Heading lines and the prose up to the next line that is none."""
    texts = [" ".join(h.text for h in heads)]
    for cast in behind:
        if cast.role not in (Role.BODY, Role.ENTRY):
            break
        texts.append(cast.line.text)
    return "".join(texts)


def is_signed_off(current: Draft) -> bool:
    """Whether the current article has its signature behind its text."""
    last = current.parts[-1]
    if last.kind == "byline":
        return not bylines.is_credit(last.line.text)
    tail = bylines.trailing(last.line.text) if last.kind == "body" else None
    return tail is not None and bool(tail[1].reporters or tail[1].correspondents)


def _is_notice(current: Draft) -> bool:
    return any(SIGNED.search(re.sub(r"\s", "", h.text)) for h in current.heads)
