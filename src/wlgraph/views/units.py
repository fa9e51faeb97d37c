"""Units in English, for pages that are read in it."""

from __future__ import annotations

from collections.abc import Iterable

_ENGLISH = {
    "元": "yuan", "美元": "US dollars", "欧元": "euros", "亩": "mu", "平方米": "m²", "平方公里": "km²", "立方米": "m³",
    "公里": "km", "米": "m", "千瓦": "kW", "兆瓦": "MW", "千瓦时": "kWh", "千克": "kg", "吨": "t", "人": "people",
    "名": "people", "位": "people", "户": "households", "人次": "visits", "次": "times", "年": "years", "个月": "months",
    "天": "days", "小时": "hours", "分钟": "minutes", "岁": "years of age", "个百分点": "percentage points",
}  # fmt: skip
_MEASURE_WORDS = frozenset("个家项件宗起处场株条座台套批辆艘")
"""What only counts, which English does not say."""


def english_unit(unit: str) -> str:
    """A unit as it stands behind a number in English, with its blank; empty for a measure word."""
    if unit in _MEASURE_WORDS or not unit:
        return ""
    return unit if unit == "%" else f" {_ENGLISH.get(unit, unit)}"


def english_units(units: Iterable[str]) -> dict[str, str]:
    """Each unit with its English."""
    return {unit: english_unit(unit) for unit in sorted(set(units))}
