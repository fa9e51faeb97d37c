"""Lines of lists and forms, as notices set them: each says what it says by itself and goes on no paragraph.

一、优秀企业家 / 宋怀远　某某机械有限公司董事长 / 招标人：某某县公路局 / 一等奖：某某镇、某某镇
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from wlgraph.pages.lines import Line

SHORT = 40
"""Characters of a line that heads a list or fills one entry of a form, at most."""
LEAST_CELLS = 2
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]、?|\d{1,2}(?:、|[.．](?!\d)|[.．](?=(?:19|20)\d\d\D))|[①-⑳])[\s\u3000]*\S"
)
_LABELLED = re.compile(r"(?P<label>[^，。：；:;“”《》]{1,24})[：:]")
_LABEL = re.compile(
    r"(?:人|者|方|单位|机构|部门|地点|地址|位置|时间|日期|期限|名称|面积|用途|价|价格|金额|电话|方式|范围|条件|要求|对象|依据|原因|概况|职[务位]|岗位|学历|专业"
    r"|奖|名单|成员|(?<![成增擅特])长|书记|主任|主席|负责人|委员|代表|经理|董事|监事|总监|秘书|顾问|教练|领队|裁判|指挥|名|编号|年限|保证金|标的|类|组|[冠亚季]军|[主承协]办|备注|公告期|公示期|工期|来源)$"
)
_NAME = re.compile("(?:公司|集团|[厂店村镇乡站所队]|街道|社区|合作社|[中小大]学|学校|医院|[支分]行|中心|协会)$")
_BODY = re.compile("(?:政府|委员会|常委会|法院|检察院|政协|人大|党委|公司|集团|协会|商会|联合会|[学医]院|大学)$")
_APPOINTED = re.compile(
    r"(?![他她]|现任|曾任|历任|兼任|后任)[\u4e00-\u9fff][\u4e00-\u9fff\u3000 ]{1,4}(?:[（(][^（）()]*[）)])?任(?![务何命期职教])"
)
"""A line that says who has been given which post in the body above (林则安任总经理)."""
_SOURCE = re.compile("(?:数据|资料|信息)来源[：:]")
"""Where a table's numbers come from; stands by itself below the table."""
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_GAP = re.compile(r"[ \xa0]{2,}|\u3000+|\t+")
_MARKED = re.compile("[，。；：！？]")
_FLUENT = re.compile("[。！？；]")


class _Kind(Enum):
    NUMBERED = auto()
    LABELLED = auto()
    APPOINTED = auto()
    ROW = auto()
    NAMES = auto()
    PROSE = auto()


def listed_lines(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that are entries of lists or forms, or head such entries."""
    kinds = [_kind(line) for line in lines]
    found: set[int] = set()
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        above = kinds[i - 1] if i else _Kind.PROSE
        below = kinds[i + 1] if i + 1 < len(lines) else _Kind.PROSE
        headed = i - 1 in found
        ended = headed or (i > 0 and lines[i - 1].text[-1] in "：:；;")
        if (
            _is_entry(line, kind, above, below, headed=headed)
            or (headed and _is_name(line, lines[i - 1], above))
            or (ended and below in (_Kind.LABELLED, _Kind.APPOINTED) and _is_body(line))
        ):
            found.add(i)
    return found


def _is_body(line: Line) -> bool:
    """Whether a line names a body and nothing else, over those who hold its posts."""
    return line.size <= SHORT and not _MARKED.search(line.text) and _BODY.search(_ASIDE.sub("", line.text)) is not None


def is_row(line: Line) -> bool:
    """Whether a line is made of cells that wide blanks part, as rows of lists are and lines of prose are not."""
    return _kind(line) is _Kind.ROW


def _is_name(line: Line, before: Line, above: _Kind) -> bool:
    """Whether a line is one name of a list: right below its head, or one that ends as the name before it does."""
    plain = line.size <= SHORT and not _MARKED.search(line.text) and _NAME.search(line.text) is not None
    return plain and (above is _Kind.NUMBERED or line.text[-2:] == before.text[-2:])


def _is_entry(line: Line, kind: _Kind, above: _Kind, below: _Kind, *, headed: bool) -> bool:
    among = (_Kind.NUMBERED, _Kind.LABELLED, _Kind.APPOINTED, _Kind.ROW)
    whole = line.size <= SHORT or line.closed or below in among
    match kind:
        case _Kind.NUMBERED:
            return whole and (below is not _Kind.PROSE or above in among or "，" not in line.text)
        case _Kind.APPOINTED:
            return headed or _Kind.APPOINTED in (above, below)
        case _Kind.LABELLED:
            named = (whole and below in among) or ((headed or above in among) and "。" not in line.text)
            return named or _SOURCE.match(line.text) is not None
        case _Kind.ROW:
            return headed or _Kind.ROW in (above, below)
        case _Kind.NAMES:
            return headed
        case _:
            return headed and below is _Kind.NUMBERED and line.size <= SHORT and not _MARKED.search(line.text)


def _kind(line: Line) -> _Kind:
    text = line.text
    fluent = _FLUENT.search(text, 0, len(text) - 1) is not None
    kinds = (
        (_Kind.PROSE, bool(line.level)),
        (_Kind.NUMBERED, _NUMBERED.match(text) is not None and (not fluent or _labelled(text))),
        (_Kind.PROSE, _NUMBERED.match(text) is not None),
        (_Kind.LABELLED, _labelled(text)),
        (_Kind.APPOINTED, _APPOINTED.match(text) is not None and not fluent),
        (_Kind.PROSE, "。" in text),
        (_Kind.ROW, len(_GAP.split(text)) >= LEAST_CELLS and "，" not in _ASIDE.sub("", text)),
        (_Kind.NAMES, "、" in text),
    )
    return next((kind for kind, holds in kinds if holds), _Kind.PROSE)


def _labelled(text: str) -> bool:
    """Whether a line, perhaps numbered, begins with what its value is (招标人：…)."""
    number = _NUMBERED.match(text)
    found = _LABELLED.match(_ASIDE.sub("", text[number.end() - 1 if number else 0 :]))
    return found is not None and _LABEL.search(re.sub(r"\s", "", found["label"])) is not None
