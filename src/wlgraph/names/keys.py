"""The name under which a printed name is compared on its page, with what the sentence around it supplies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wlgraph.model import Leaf
from wlgraph.names.canonical import expanded, levels
from wlgraph.names.decision import Choice
from wlgraph.names.lexicon import load

_LOCAL: tuple[tuple[re.Pattern[str], tuple[Leaf, ...]], ...] = (
    (re.compile(r"^(?:镇|乡|街道|(?=党工委|办事处))(?=党委|党工委|政府|人民政府|人大|办事处|纪委|综合|派出所|妇联|总工会|工会|商会)"), ("Town",)),
    (re.compile(r"^(?:村|社区|(?=村委会|居委会|村两委))(?=党|委会|村委会|居委会|两委|村两委)"), ("Village",)),
    (re.compile(r"^(?:园区|开发区|新区)?(?=管委会$|党工委$)"), ("IndustrialPark",)),
)  # fmt: skip
_FOREIGN_LEVEL = re.compile(r"^([市县区州旗盟])(?=委|政府|人大|政协|纪委|.{2,8}[局委办]$)")
_LISTED = 8
"""How many names back the first body of a list may stand."""
_LEVEL = re.compile(r"^([市县区州旗盟])(?=委|政府|人大|政协|纪委|法院|检察院|.{2,10}[局委办会]$)")
_SEATED = re.compile(
    r"([一-龥]{1,12}[市县区州旗盟])(?:委|人民政府|政府|人大|政协|纪委|人民法院|人民检察院|[一-龥]{2,10}[局委办会])[一-龥]{0,10}"
)
_ENUMERATED = re.compile(r"(?:等?(?:[\d一二三四五六七八九十两]+个?)?)(镇街道?|镇|街道|乡镇?|村|社区)")


def key_of(text: str, names: Sequence[Choice], index: int, home: str) -> str:
    """The comparable name of the name at ``index`` among the decided names of an article."""
    choice = names[index]
    surface = text[choice.span.start : choice.span.end]
    if choice.leaf == "AdministrativeArea":
        aliases: dict[str, str] = load("aliases")["country"]
        return aliases.get(surface, surface)
    if choice.leaf in ("Town", "Village"):
        return _with_unit(text, names, index, surface)
    if choice.leaf in ("PublicBody", "Organization") and (local := _with_seat(text, names, index, surface, home)):
        return expanded(local, choice.leaf, home)
    return expanded(surface, choice.leaf, home)


def _with_seat(text: str, names: Sequence[Choice], index: int, surface: str, home: str) -> str | None:
    """镇党委 with the town named before it, 县委 with the area of the body listed before it, or that the article is about."""
    for pattern, leaves in _LOCAL:
        if match := pattern.match(surface):
            seat = _last_named(text, names, index, leaves)
            return seat + surface[match.end() :] if seat and len(seat) >= 3 else None
    if surface in load("forms")["body"]["party"] and (committee := _committee(text, names, index, home)):
        return committee + surface
    if seat := _seat_in_list(text, names, index, surface):
        return seat + surface[1:]
    level = _FOREIGN_LEVEL.match(surface)
    if level and level[1] not in levels(home):
        seat = next(
            (
                text[n.span.start : n.span.end]
                for n in reversed(names[:index])
                if n.leaf == "AdministrativeArea" and text[n.span.end - 1] == level[1]
            ),
            None,
        )
        return seat + surface[1:] if seat else None
    return None


def _committee(text: str, names: Sequence[Choice], index: int, home: str) -> str:
    """The committee whose organ a bare 宣传部 is: the one before it in a list of posts, else that of the home; many bodies have a
    办公室, so that alone it is nobody's."""
    for at in range(index - 1, max(0, index - _LISTED) - 1, -1):
        span = names[at].span
        if re.search(r"[，。；：！？\n]", text[span.end : names[index].span.start]):
            break
        if names[at].leaf == "PublicBody" and text[span.start : span.end].endswith("委"):
            return key_of(text, names, at, home)
    return "" if text[names[index].span.start : names[index].span.end] == "办公室" else f"{home}委"


def _seat_in_list(text: str, names: Sequence[Choice], index: int, surface: str) -> str | None:
    """郎溪县 for 县委 in 郎溪县委书记甲、县委副书记乙: the area of a body of the same level before it in one list."""
    level = _LEVEL.match(surface)
    if level is None:
        return None
    for n in reversed(names[max(0, index - _LISTED) : index]):
        if re.search(r"[，。；：！？\n]", text[n.span.start : names[index].span.start]):
            return None
        named = _SEATED.fullmatch(text, n.span.start, n.span.end) if n.leaf == "PublicBody" else None
        if named and named[1].endswith(level[1]):
            return named[1]
    return None


def _last_named(text: str, names: Sequence[Choice], index: int, leaves: tuple[Leaf, ...]) -> str | None:
    before = [n for n in names[:index] if n.leaf in leaves]
    return text[before[-1].span.start : before[-1].span.end] if before else None


def _with_unit(text: str, names: Sequence[Choice], index: int, surface: str) -> str:
    """滨海、新河等镇: a short name in a list takes the unit at the list's end."""
    if surface.endswith(("镇", "街道", "乡", "村", "社区")):
        return surface
    last = index
    while last + 1 < len(names) and text[names[last].span.end : names[last + 1].span.start] in ("、", "和", "与", "及"):
        last += 1
    unit = _ENUMERATED.match(text, names[last].span.end)
    if unit and (last > index or unit.group().startswith("等")):
        word = unit[1]
        return surface + {"镇街": "镇", "镇街道": "镇", "乡镇": "镇"}.get(word, word)
    return surface
