"""Whether a short name on a page may mean the thing that a fuller name there means."""

from __future__ import annotations

import re
from collections.abc import Callable

from wlgraph.characters import is_subsequence
from wlgraph.model import GROUP_OF, Leaf, Record
from wlgraph.names.short_forms import company_core, short_forms, without_place
from wlgraph.registers import short_name

_ORDINALS = re.compile(r"[第一二三四五六七八九十百0-9东西南北中]+")
_TRADE_TAIL = re.compile(r"(?:产业集群|产业链|产业|行业|集群)$")
_PLATFORM_TAIL = re.compile(r"(?:管理|服务|智慧|数字|管控)*(?:系统|平台|APP|应用|小程序|软件)", re.IGNORECASE)
_WHOLE_PARK = re.compile(
    r"(?:开发区|集聚区|园区|[工产农创][业新]园|科技园|物流园|[高示][新范]区|工业区|新区|新城|小微园)$"
)
_FORMS = ("集团", "股份")
"""What a short name keeps of the full one alone: the 股份 of a brand is no subsidiary of it."""
_MAIN_ORGAN = re.compile(r"[省市县区州旗盟](?:委|政府|人大|政协|纪委)$|^中共|党委$")
_BODY_HEAD = re.compile(r"(?:大学|学院|医院|中学|小学|学校|研究院|研究所|协会|商会|中心|银行|法院|检察院)$")


class Surface(Record, frozen=True, kw_only=True):
    """A name as it is compared, and as it is printed with its marks."""

    key: str
    text: str


def may_mean(short: Surface, full: Surface, leaf: Leaf) -> bool:
    """Whether ``short`` may stand for ``full``, a name of the same group of classes and of the class ``leaf``."""
    if GROUP_OF[leaf] == "Person":
        return _person(short.key, full.key)
    if len(short.key) >= len(full.key):
        return False
    if _is_marked_core(short.key, full.text):
        return True
    compare = _COMPARISONS.get(leaf) or _COMPARISONS_OF_GROUP.get(GROUP_OF[leaf])
    return compare is not None and compare(short.key, full.key)


def _is_marked_core(short: str, full_text: str) -> bool:
    """玉箬 for “玉箬”西兰花, 鲜屿 for 鲜屿牌烤虾."""
    return len(short) >= 2 and (f"“{short}”" in full_text or full_text.startswith(f"{short}牌"))


def _person(short: str, full: str) -> bool:
    """老翟 for 翟德贵, 燕子 for 陈海燕子."""
    if len(short) == 2 and short[0] in "老小阿" and len(full) in (2, 3):
        return full.startswith(short[1]) and short[1] != full[1]
    return 2 <= len(short) < len(full) and len(full) == 4 and full.endswith(short)


def _company(short: str, full: str) -> bool:
    return all(form in full or form not in short for form in _FORMS) and _is_company_in_short(short, full)


def _is_company_in_short(short: str, full: str) -> bool:
    if short in short_forms(full, "Company") or without_place(full) == short:
        return True
    if len(short) >= 4 and full.endswith(short):
        return True
    if re.search(r"[支分]行|分公司", full):
        return False
    core, _ = company_core(full)
    own_core, own_trade = company_core(short)
    if len(own_core) >= 2 and own_core == core and is_subsequence(own_trade, full):
        return True
    if len(core) > 4 and len(short) >= 2 and (core.startswith(short) or core.endswith(short)):
        return True
    return short[:2] == core[:2] and is_subsequence(short, full)


def _body(short: str, full: str) -> bool:
    if len(short) < 2 or not _same_ordinals(short, full) or _MAIN_ORGAN.search(short) or full.startswith(short):
        return False
    if len(short) >= 3 and full.endswith(short):
        return True
    if short[0] not in (full[0], without_place(full)[0]) or not is_subsequence(short, full):
        return False
    head = _BODY_HEAD.search(full)
    if head and short.endswith(head.group()):
        return False
    return short[-1] == full[-1] or short[-1] in "联协办委局大院所"


def _park(short: str, full: str) -> bool:
    if len(short) < 2 or not _same_ordinals(short, full):
        return False
    return full.endswith(short) or (len(short) >= 3 and (_begins_park(short, full) or _abbreviates(short, full)))


def _begins_park(short: str, full: str) -> bool:
    """泽国机电 for 泽国机电园; a park that is whole itself has parts of its own (甲开发区乙工业园), but for a last 区."""
    return full.startswith(short) and (full == short + "区" or _WHOLE_PARK.search(short) is None)


def _infrastructure(short: str, full: str) -> bool:
    if len(short) < 3 or not _same_ordinals(short, full):
        return False
    return full.endswith(short) or (len(short) >= 4 and _abbreviates(short, full))


def _abbreviates(short: str, full: str) -> bool:
    return short[-1] == full[-1] and is_subsequence(short, full)


def _place(short: str, full: str) -> bool:
    return short == short_name(full) and len(short) >= 2


def _programme(short: str, full: str) -> bool:
    if len(short) < 2 or not _same_ordinals(short, full):
        return False
    tail = full.removeprefix(short)
    return full.endswith(short) or (tail != full and (len(short) >= 3 or _PLATFORM_TAIL.fullmatch(tail) is not None))


def _event(short: str, full: str) -> bool:
    return _programme(short, full) or (len(short) >= 3 and _abbreviates(short, full) and _same_ordinals(short, full))


def _industry(short: str, full: str) -> bool:
    return len(short) >= 2 and _TRADE_TAIL.sub("", short) == _TRADE_TAIL.sub("", full)


_COMPARISONS: dict[Leaf, Callable[[str, str], bool]] = {
    "Company": _company,
    "AdministrativeArea": _place,
    "Town": _place,
    "Village": _place,
    "IndustrialPark": _park,
    "Infrastructure": _infrastructure,
    "Project": _programme,
    "Event": _event,
    "Industry": _industry,
}
_COMPARISONS_OF_GROUP: dict[str, Callable[[str, str], bool]] = {"Organization": _body, "Programme": _programme}


def _same_ordinals(short: str, full: str) -> bool:
    """Ordinals and directions of the short name must be those of the full one (第一医院, 第二医院)."""
    of_full = "".join(_ORDINALS.findall(full))
    of_short = _ORDINALS.findall(short)
    return all(part in of_full for part in of_short) and ("第" not in of_full or bool(of_short) or len(short) <= 4)
