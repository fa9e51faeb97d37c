"""From a page's names to names that hold anywhere: 市经信局 on a page of 温岭市 is 温岭市经济和信息化局."""

from __future__ import annotations

import re
import unicodedata

from wlgraph.entities import places
from wlgraph.entities.lexicon import longest_first, remembered, table
from wlgraph.model import GROUP_OF, Leaf
from wlgraph.registers import Division

_SESSION = re.compile(r"第?[〇零一二三四五六七八九十百\d]+届(?=人大|人民代表大会|政协|市委|县委|区委|委员会)")
_PARTY = re.compile(r"^中(?:国共产党|共)(.+?)委员会(?=$|[^\w])|^中(?:国共产党|共)(?=.+委)")
_CPPCC = re.compile(r"^(?:中国人民政治协商会议|政协)(.{2,12}?[省市县区旗])委员会$")
_YOUTH = re.compile(r"^(?:共青团|团)(.{2,12}?[省市县区旗镇])委(?:员会)?$")
_BARE_YOUTH = re.compile(r"^团([省市县区州旗])委$")
_BODY_END = re.compile(
    r"(?:局|委|厅|委员会|政府|办|办公室|人大|人大常委会|政协|院|协会|商会|联合会|总会|总工会|联|队|所|中心|站|会|馆|处|校|社|集团|公司|银行|医院|科|部|分局|指挥部|党校)$"
)
_TOWN = re.compile(r"^(.{1,5}?(?:镇|街道|乡))(?=.{2})")
_OFFICES = (
    "政府",
    "人大",
    "政协",
    "人大常委会",
    "法院",
    "检察院",
    "公安局",
    "财政局",
    "教育局",
    "审计局",
    "统计局",
    "民政局",
    "水利局",
    "总工会",
)
_QUOTES = re.compile(r"[\s\u3000]+")


def clean(name: str) -> str:
    """The name without white space, in half-width letters and digits, with Chinese parentheses."""
    name = _QUOTES.sub("", unicodedata.normalize("NFKC", name))
    return name.replace("(", "（").replace(")", "）").replace(",", "，")


@remembered
def full_name(name: str, leaf: Leaf, home: str, town: str = "", village: str = "") -> str:
    """The name with what the page leaves out: the place that 市, 县, 省, 镇 means, and the body's full form.

    ``town`` and ``village`` are the places that the article is about, empty where it is about none.
    """
    name = clean(name)
    group = GROUP_OF[leaf]
    if group in ("Person", "Product", "Industry"):
        return name
    if leaf == "PublicBody":
        name = _SESSION.sub("", name)
    if group != "Organization":
        place, rest = _deictic(name, home, town, village) or ("", name)
        return place + rest if place and len(rest) >= 2 else name
    return _body_name(name, leaf, home, town, village)


def _body_name(name: str, leaf: Leaf, home: str, town: str, village: str) -> str:
    if fixed := _fixed_form(name, home):
        return fixed
    name = _PARTY.sub(lambda m: m[1] + "委" if m[1] else "", name)
    name = name.replace("人民代表大会", "人大").replace("常务委员会", "常委会")
    if found := _deictic(name, home, town, village):
        return _joined(*found)
    if name.endswith("派出所") and leaf == "PublicBody" and len(name) <= 6 and not name.startswith(home[:2]):
        return f"{home}公安局{name}"
    if leaf != "Company" and (found := named_place(name, home)):
        return _joined(*found)
    return _national_branch(name) or (_joined(home, name) if _is_bare_body(name, leaf) else name)


def _fixed_form(name: str, home: str) -> str:
    """National bodies, the CPPCC and the Youth League, whose full forms put the place inside."""
    if full := table("bodies")["national"].get(name):
        return str(full)
    if match := _CPPCC.match(name):
        return match[1] + "政协"
    if match := _YOUTH.match(name):
        return f"共青团{match[1]}委员会"
    if (match := _BARE_YOUTH.match(name)) and (place := places.deictic_area(match[1], home)):
        return f"共青团{place}委员会"
    return ""


def _deictic(name: str, home: str, town: str, village: str) -> tuple[str, str] | None:
    """Place and rest where the name begins with a bare unit (市经信局, 镇党委, 村委会)."""
    deictic = table("bodies")["deictic"]
    name = re.sub(r"^[我全本](?=[省市县区州旗镇])", "", name)
    if len(name) < 2 or any(re.match(w, name) for w in deictic["words"]):
        return None
    if name[0] in "省市县区州旗盟" and (place := places.deictic_area(name[0], home)):
        return place, name[1:]
    for unit in ("镇", "街道", "乡"):
        rest = name.removeprefix(unit)
        if rest != name and town.endswith(unit) and any(rest.startswith(w) for w in deictic["town"]):
            return town, rest
    if town and name in ("办事处", "街道办") and town.endswith("街道"):
        return town, "办事处"
    for unit in ("村", "社区"):
        rest = name.removeprefix(unit)
        if rest != name and village.endswith(unit) and any(rest.startswith(w) for w in deictic["village"]):
            return village, rest
    return None


@remembered
def named_place(name: str, home: str) -> tuple[str, str] | None:
    """Full name of the place before a body's name and the rest: 温岭经信局, 台州市路桥区经信局."""
    if (match := _TOWN.match(name)) and places.area(match[1], home) is None and _is_body(name[match.end() :]):
        return match[1], name[match.end() :]
    for end in range(min(len(name) - 2, 11), 1, -1):
        prefix, rest = name[:end], name[end:]
        division = places.area(prefix, home)
        if division is None and prefix == home:
            return home, rest
        if division and prefix.endswith(division.name):
            return prefix, rest
        if division and division.short_name == prefix and _is_office(rest) and _is_close(division, home):
            return division.name, rest
    return None


def _joined(place: str, rest: str) -> str:
    """Place and body in the body's full form; 市委 keeps its one 市."""
    if len(place) > 2 and rest and rest[0] == place[-1] and rest[1:2] in ("委", "政", "人"):
        rest = rest[1:]
    if len(place) == 2 and rest.startswith("委"):
        rest = place[-1] + rest
    if rest in table("bodies")["parts"]["party"]:
        rest = place[-1] + "委" + rest if len(place) == 2 else "委" + rest
    around = table("bodies")["around"]
    if rest in around:
        return str(around[rest]).format(place)
    return place + body_form(rest)


@remembered
def body_form(rest: str) -> str:
    """The full form of a body's name without its place: 经信局装备产业科 is 经济和信息化局装备产业科."""
    whole = table("bodies")["whole"]
    for end in range(len(rest), 1, -1):
        if rest[:end] in whole and (end == len(rest) or rest[:end] in table("bodies")["parts"]["heads"]):
            if rest[:end] == "政府" and end < len(rest) and not _BODY_END.search(rest):
                continue
            return str(whole[rest[:end]]) + rest[end:]
    stems, suffixes = table("bodies")["stems"], table("bodies")["suffixes"]
    for stem in longest_first("bodies", "stems"):
        if rest.startswith(stem):
            for suffix in longest_first("bodies", "suffixes"):
                after = rest[len(stem) :]
                if after.startswith(suffix) and not (suffix == "委" and after.startswith("委员")):
                    return str(stems[stem]) + str(suffixes[suffix]) + after[len(suffix) :]
    return rest


def _is_office(rest: str) -> bool:
    """A bureau, court, committee or federation of a place, which is never written without the place's unit in full."""
    return body_form(rest) != rest or rest in table("bodies")["around"] or (rest.endswith(_OFFICES) and len(rest) <= 8)


def _is_close(division: Division, home: str) -> bool:
    """Short names count for provinces and prefectures, and for the counties of the home's own prefecture."""
    own = places.home_of(home)
    return len(division.code) <= 4 or bool(own and own.code[:4] == division.code[:4])


def _is_body(rest: str) -> bool:
    return len(rest) >= 2 and (
        body_form(rest) != rest or bool(_BODY_END.search(rest)) or rest in table("bodies")["around"]
    )


def _is_bare_body(name: str, leaf: Leaf) -> bool:
    """A bureau, court or congress named without any place: the home's own."""
    if leaf not in ("PublicBody", "Organization") or name.startswith(
        ("中国", "国家", "中央", "全国", "国务院", "中华", "世界", "联合国")
    ):
        return False
    full = set(table("bodies")["stems"].values())
    if leaf == "PublicBody":
        if name in table("bodies")["parts"]["party"]:
            return True
        if body_form(name) != name or name in (
            "人大常委会",
            "人大",
            "政协",
            "公安局",
            "财政局",
            "教育局",
            "统计局",
            "审计局",
            "民政局",
            "水利局",
        ):
            return not name.endswith(("部", "总局"))
        return any(name == stem + suffix for stem in full for suffix in ("局", "厅"))
    return name in table("bodies")["whole"] or name in (
        "红十字会",
        "公证处",
        "总工会",
        "慈善总会",
        "工会",
        "图书馆",
        "文化馆",
        "博物馆",
    )


def _national_branch(name: str) -> str:
    """工行温岭支行 is 中国工商银行温岭支行."""
    national = table("bodies")["national"]
    for short in longest_first("bodies", "national"):
        if name.startswith(short) and len(name) > len(short) and name.endswith(("行", "公司", "部", "所")):
            return str(national[short]) + name[len(short) :]
    return ""
