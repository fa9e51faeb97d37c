"""The administrative divisions of China, from the country down to the village, by code and by name."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from wlgraph.model import Record

Level = Literal["province", "prefecture", "county", "town", "village"]
LEVEL_OF_LENGTH: dict[int, Level] = {2: "province", 4: "prefecture", 6: "county", 9: "town", 12: "village"}

_NATIONS = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|"
    "拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|鄂温克族|"
    "裕固族|独龙族|鄂伦春族|各族|(?<!内)蒙古|维吾尔|回"
)
_UNIT = re.compile(
    rf"(?:(?:{_NATIONS})*(?:自治区|自治州|自治县|自治旗)|特别行政区|(?:{_NATIONS})+[乡镇]|地区|街道|社区|嘎查|[省市县区盟旗镇乡村])$"
)


class Division(Record, frozen=True, kw_only=True):
    """One registered division.

    ``code`` is the statistical code without trailing zeros: 2 digits for a province, 4 for a prefecture, 6 for a
    county, 9 for a town, 12 for a village. ``parent_code`` is empty for a province.
    """

    code: str
    name: str
    level: Level
    parent_code: str = ""

    @property
    def short_name(self) -> str:
        """The name without its unit (泽国 for 泽国镇), or the name itself where less than two characters would stay."""
        return short_name(self.name)


def short_name(name: str) -> str:
    """The name without the kind of unit at its end: 泽国镇 gives 泽国, 延边朝鲜族自治州 gives 延边."""
    short = _UNIT.sub("", name)
    return short if len(short) >= 2 else name


@cache
def _upper() -> dict[str, Division]:
    """Provinces, prefectures and counties by code."""
    return _divisions((files(__package__) / "data" / "counties.csv").read_text("utf-8"), {})


@cache
def _all_towns() -> dict[str, tuple[tuple[str, str], ...]]:
    """Code and name of every town by the code of its county; records are made only when asked for."""
    grouped: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _lines(_unpacked("towns.csv.xz")):
        code, _, name = line.partition(",")
        grouped[code[:6]].append((code, name))
    return {county: tuple(rows) for county, rows in grouped.items()}


@cache
def _villages_of_province(province: str) -> dict[str, tuple[str, ...]]:
    """Lines of the register by the code of the county."""
    if province not in _provinces_with_villages():
        return {}
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for line in _lines(_unpacked(f"villages/{province}.csv.xz")):
        grouped[line[:6]].append(line)
    return {county: tuple(lines) for county, lines in grouped.items()}


@cache
def _provinces_with_villages() -> frozenset[str]:
    return frozenset(f.name[:2] for f in (files(__package__) / "data" / "villages").iterdir())


def _unpacked(name: str) -> str:
    return lzma.decompress((files(__package__) / "data" / name).read_bytes()).decode()


def _lines(text: str) -> list[str]:
    return text.splitlines()[1:]


def _divisions(text: str, known: Mapping[str, Division]) -> dict[str, Division]:
    made = dict(known)
    for line in _lines(text):
        code, _, name = line.partition(",")
        made[code] = _division(code, name, made)
    return made


def _division(code: str, name: str, known: Mapping[str, Division]) -> Division:
    parent = next((code[:n] for n in (9, 6, 4, 2) if n < len(code) and code[:n] in known), "")
    return Division(code=code, name=name, level=LEVEL_OF_LENGTH[len(code)], parent_code=parent)


def provinces() -> tuple[Division, ...]:
    return tuple(d for d in _upper().values() if d.level == "province")


def prefectures(province_code: str = "") -> tuple[Division, ...]:
    """Prefectures of one province, or of the country."""
    return tuple(d for d in _upper().values() if d.level == "prefecture" and d.code.startswith(province_code))


def counties(code: str = "") -> tuple[Division, ...]:
    """Counties, county-level cities and districts of a province or prefecture, or of the country."""
    return tuple(d for d in _upper().values() if d.level == "county" and d.code.startswith(code))


@cache
def towns(code: str) -> tuple[Division, ...]:
    """Towns, subdistricts and townships of a county, prefecture or province."""
    groups = _all_towns()
    chosen = [code] if len(code) == 6 else [c for c in groups if c.startswith(code)]
    return tuple(_division(c, name, _upper()) for county in chosen for c, name in groups.get(county, ()))


@cache
def villages(code: str) -> tuple[Division, ...]:
    """Villages and communities of a town, county, prefecture or province."""
    groups = _villages_of_province(code[:2])
    chosen = [code[:6]] if len(code) >= 6 else [c for c in groups if c.startswith(code)]
    found = []
    for county in chosen:
        for line in groups.get(county, ()):
            if line.startswith(code):
                number, _, name = line.partition(",")
                found.append(Division(code=number, name=name, level="village", parent_code=number[:9]))
    return tuple(found)


def division(code: str) -> Division | None:
    """The division with this code, or None where the register has none."""
    if len(code) <= 6:
        return _upper().get(code)
    of_county = villages(code[:9]) if len(code) == 12 else towns(code[:6])
    return next((d for d in of_county if d.code == code), None)


def parents(code: str) -> tuple[Division, ...]:
    """The divisions that hold this one, nearest first."""
    chain: list[Division] = []
    for length in (9, 6, 4, 2):
        if length < len(code) and (parent := division(code[:length])):
            chain.append(parent)
    return tuple(chain)


@cache
def _upper_by_name() -> dict[str, tuple[Division, ...]]:
    grouped: defaultdict[str, list[Division]] = defaultdict(list)
    for d in _upper().values():
        grouped[d.name].append(d)
    return {name: tuple(ds) for name, ds in grouped.items()}


@cache
def _upper_by_short_name() -> dict[str, tuple[Division, ...]]:
    grouped: defaultdict[str, list[Division]] = defaultdict(list)
    for d in _upper().values():
        if d.short_name != d.name:
            grouped[d.short_name].append(d)
    return {name: tuple(ds) for name, ds in grouped.items()}


def areas(name: str) -> tuple[Division, ...]:
    """Provinces, prefectures and counties with this full or short name, higher level first; several where ambiguous."""
    return _upper_by_name().get(name) or _upper_by_short_name().get(name, ())


@cache
def area_beginnings() -> frozenset[str]:
    """The first two characters of every full and short name that ``areas`` knows: what begins otherwise is none of them."""
    return frozenset(name[:2] for name in [*_upper_by_name(), *_upper_by_short_name()])


@cache
def area_ends() -> frozenset[str]:
    """The last two characters of every full and short name that ``areas`` knows."""
    return frozenset(name[-2:] for name in [*_upper_by_name(), *_upper_by_short_name()])


def area_within(name: str) -> Division | None:
    """The area that a chain of two names means (长春市朝阳区): the one of the second name that lies in the first."""
    for end in range(2, len(name) - 1):
        for outer in areas(name[:end]):
            inner = [d for d in areas(name[end:]) if d.code.startswith(outer.code) and d.code != outer.code]
            if len(inner) == 1:
                return inner[0]
    return None


def home_area(name: str) -> Division | None:
    """The area that a newspaper's home names (温岭市, 长春市朝阳区); the first by code where several bear the name."""
    found = areas(name)
    return found[0] if found else area_within(name)


def find(name: str, within: str) -> tuple[Division, ...]:
    """Towns, else villages, of the area ``within`` (a code) that bear this full or short name."""
    for candidates in (towns(within), villages(within) if len(within) >= 6 else ()):
        if found := _bearing(name, candidates):
            return found
    return ()


def _bearing(name: str, candidates: Iterable[Division]) -> tuple[Division, ...]:
    known = tuple(candidates)
    return tuple(d for d in known if d.name == name) or tuple(d for d in known if d.short_name == name)
