"""Within what a name is unique: everywhere, within a place, within a home."""

from __future__ import annotations

import re
from functools import cache

from wlgraph.entities import places
from wlgraph.entities.items import Item
from wlgraph.entities.lexicon import remembered, table
from wlgraph.entities.signature import folded, leading_area
from wlgraph.model import Group

Key = tuple[str, str, str]
"""Family, spelling and scope; the scope is a code, or empty where the name holds everywhere."""

_WIDE_INFRASTRUCTURE = ("高速", "高速公路", "铁路", "高铁", "机场", "国道", "省道", "航线", "海", "江", "湾")
_LOCAL_END = re.compile(
    r"(?:小学|中学|学校|幼儿园|医院|卫生院|卫生服务中心|协会|商会|养老院|敬老院|福利院|礼堂|服务队|志愿队|合唱团|艺术团"
    r"|图书馆|文化馆|博物馆|工会|公证处|社)$"
)
_NATIONAL = re.compile(
    r"^(?:中国|中华|国家|全国|中央|国务院|共青团中央|最高人民|世界|国际|联合国)"
    r"|(?:部|总局|总署|大学|科学院|工程院|交易所|总台)$"
)
_NUMBERED = re.compile(r"第?([一二三四五六七八九十]+)(?:(人民医院|医院?)|(中学?)|(小学?)|(幼儿园|幼))$")
_KINDS = ("人民医院", "中学", "小学", "幼儿园")
_ECONOMIC = re.compile("经济(?:技术)?开发区$")
_HIGH_TECH = re.compile("高新技术(?:产业)?(?:开发|园)区$")
_SIMPLE = ("Town", "AdministrativeArea", "Product")
_TAILS: dict[Group, re.Pattern[str]] = {
    "Project": re.compile(r"(?:建设)?(?:工程|项目)$"),
    "Industry": re.compile(r"(?:产业集群|产业链|产业|行业)$"),
    "Programme": re.compile(r"(?:专项行动|行动|活动|计划|改革|战略|工程|平台|工作|系统)$"),
}


@cache
def home_code(home: str) -> str:
    """The home's code; its name where no register has it."""
    own = places.home_of(home)
    return own.code if own else home


def one_region(a: str, b: str) -> bool:
    """Two homes are the same, or one holds the other."""
    x, y = home_code(a), home_code(b)
    return x.startswith(y) or y.startswith(x)


def scope_key(item: Item) -> Key:
    """The key of an item's full name: items with the same key are one unless something stands against it.

    A scope that begins with ``?`` is the page's home, where the name itself has no place: such an item belongs to the
    thing that bears the same name with the home's place, if there is one.
    """
    text = folded(item.full).strip("。，、")
    if item.group == "Organization":
        return organization_key(item, text)
    if item.leaf == "Village":
        town, own = places.own_town(text, item.home)
        return "Village", own, town or (item.towns[0] if item.towns else "?" + home_code(item.home))
    if item.leaf in _SIMPLE:
        return item.leaf, text, home_code(item.home) if item.leaf == "Town" else ""
    if item.leaf == "Infrastructure" and text.endswith(_WIDE_INFRASTRUCTURE):
        return "Infrastructure", text, ""
    text = text.replace("人民政府", "政府")
    if item.leaf == "IndustrialPark":
        text = _one_zone(text)
    family = item.leaf if item.group == "Place" else item.group
    place, rest = leading_area(text, item.home)
    rest = _without_tail(item.group, rest if len(rest) > 2 else text)
    local = item.group in ("Place", "Project") or item.leaf == "FinanceProduct"
    found = places.area(place, item.home) if place and rest != text else None
    if found and (not local or len(found.code) >= 4):
        return family, rest, found.code
    return family, rest, home_code(item.home) if local else "?" + home_code(item.home)


def organization_key(item: Item, name: str) -> Key:
    """The key of one of an organization's names."""
    text = numbered(one_office(folded(name)))
    place, rest = leading_area(text, item.home)
    found = places.area(place, item.home) if place else None
    if found and len(found.code) == 6 and len(rest) >= 3:
        return "Organization", rest, found.code
    local = not place and not is_national(text) and (item.leaf == "PublicBody" or bool(_LOCAL_END.search(text)))
    return "Organization", text, (places.county_of_town(text, item.home) or home_code(item.home)) if local else ""


def _one_zone(text: str) -> str:
    """A place has one development zone of a kind: 经开区 is 经济开发区, 高新区 is 高新技术产业开发区."""
    return _HIGH_TECH.sub("高新区", _ECONOMIC.sub("经开区", text))


def is_national(text: str) -> bool:
    """A body of the whole country, or one that needs no place (中国科学院, 浙江大学)."""
    return _NATIONAL.search(text) is not None


@remembered
def one_office(text: str) -> str:
    """A place has one office for a matter, be it called 局, 厅 or 委员会 at the time."""
    for suffix in ("局", "厅", "委员会"):
        bare = text.removesuffix(suffix)
        if bare != text and bare.endswith(_stems()):
            return bare + "局"
    return text


def numbered(text: str) -> str:
    """Hospitals and schools by their number, in full: 二医 is 第二人民医院, 一中 is 第一中学."""
    found = _NUMBERED.search(text)
    if not found:
        return text
    kind = next(k for k, said in zip(_KINDS, found.groups()[1:], strict=True) if said)
    return f"{text[: found.start()]}第{found[1]}{kind}"


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted({s for s in table("bodies")["stems"].values() if len(s) > 2}, key=lambda s: (-len(s), s)))


def _without_tail(group: Group, text: str) -> str:
    short = _TAILS[group].sub("", text) if group in _TAILS else text
    return short if len(short) >= 3 else text
