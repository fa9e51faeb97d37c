"""Within what a name is unique: everywhere, within a home, within a home and a season."""

from __future__ import annotations

import re

from wlgraph.entities import places
from wlgraph.entities.items import Item
from wlgraph.entities.signature import folded, leading_area

_WIDE_INFRASTRUCTURE = ("高速", "高速公路", "铁路", "高铁", "机场", "国道", "省道", "航线", "海", "江", "湾")
_LOCAL_ORGANIZATION = "小学|中学|学校|幼儿园|医院|卫生院|卫生服务中心|协会|商会|养老院|敬老院|福利院|礼堂|服务队|志愿队|合唱团|艺术团|图书馆|文化馆|博物馆|工会|公证处|社"
_LOCAL_END = re.compile(rf"(?:{_LOCAL_ORGANIZATION})$")
_NATIONAL = re.compile(
    r"^(?:中国|中华|国家|全国|中央|国务院|共青团中央|最高人民|世界|国际|联合国)|(?:部|总局|总署|大学|科学院|工程院|交易所|总台)$"
)
_TAILS = {
    "Project": re.compile(r"(?:建设)?(?:工程|项目)$"),
    "Industry": re.compile(r"(?:产业集群|产业链|产业|行业)$"),
    "Programme": re.compile(r"(?:专项行动|行动|活动|计划|改革|战略|工程|平台|工作|系统)$"),
}
_DATED = re.compile(r"\d{4}|第?[〇零一二三四五六七八九十百\d]+[届次期批]")


def county_of(code: str) -> str:
    return code[:6]


def home_code(home: str) -> str:
    own = places.home_of(home)
    return own.code if own else home


def scope_key(item: Item, name: str) -> tuple[str, str, str]:
    """Group, spelling and scope of a name: items with the same key are one unless something stands against it."""
    text = folded(name).strip("。，、")
    if item.group == "Place":
        return _place_key(item, text)
    if item.group == "Organization":
        place, _ = leading_area(text, item.home)
        local = (
            not place and not _NATIONAL.search(text) and (item.leaf == "PublicBody" or bool(_LOCAL_END.search(text)))
        )
        return item.group, text, home_code(item.home) if local else ""
    if item.group == "Event":
        return item.group, _without_home(text, item.home), "" if _DATED.search(text) else home_code(item.home)
    if item.group == "Project":
        return item.group, _tail(item.group, _without_home(text, item.home)), home_code(item.home)
    if item.group in ("Industry", "Programme"):
        return item.group, _tail(item.group, _without_home(text, item.home)), ""
    return item.group, text, ""


def _place_key(item: Item, text: str) -> tuple[str, str, str]:
    if item.leaf in ("AdministrativeArea", "Town", "Village"):
        scope = item.towns[0] if item.leaf == "Village" and item.towns else home_code(item.home)
        return f"Place {item.leaf}", text, "" if item.leaf == "AdministrativeArea" else scope
    place, rest = leading_area(text, item.home)
    found = places.area(place, item.home) if place else None
    scope = found.code if found and len(found.code) >= 4 else home_code(item.home)
    if item.leaf == "Infrastructure" and text.endswith(_WIDE_INFRASTRUCTURE):
        return f"Place {item.leaf}", text, ""
    return f"Place {item.leaf}", rest if len(rest) > 2 else text, scope


def _without_home(text: str, home: str) -> str:
    for place in (home, home[:-1]):
        if len(place) >= 2 and text.startswith(place) and len(text) - len(place) >= 4:
            return text[len(place) :]
    return text


def _tail(group: str, text: str) -> str:
    short = _TAILS[group].sub("", text)
    return short if len(short) >= 3 else text
