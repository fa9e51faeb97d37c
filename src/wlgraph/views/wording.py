"""Words of the static pages in Chinese and English."""

from __future__ import annotations

from wlgraph.views.records import Claim, Figure, Term
from wlgraph.views.units import english_unit

_WORDS = {
    "dossiers": ("档案", "Dossiers"),
    "search": ("搜索名称、简称或拼音首字母", "Search names, aliases, pinyin initials"),
    "nothing found": ("没有找到", "Nothing found"),
    "index": ("目录", "Index"),
    "also": ("又称", "Also"),
    "code": ("代码", "Code"),
    "figures": ("数据", "Figures"),
    "targets": ("目标与预测", "Targets and forecasts"),
    "indicator": ("指标", "Indicator"),
    "value": ("数值", "Value"),
    "period": ("时间", "Period"),
    "articles": ("提到它的报道", "Articles that mention it"),
    "said by": ("据", "according to"),
    "register": ("来自行政区划登记", "from the register of divisions"),
    "about": ("约", "c. "),
    "over": ("超", "over "),
    "under": ("不到", "under "),
    "planned": ("计划中", "planned"),
    "proposed": ("拟议", "proposed"),
    "denied": ("否认", "denied"),
    "ended": ("已结束", "ended"),
    "former": ("已卸任", "former"),
    "corrected": ("已被更正", "corrected"),
    "actual": ("实际", "actual"),
    "sentence": ("原句", "Sentence"),
    "around": ("周围", "Around it"),
    "more": ("另有", "more:"),
    "place": ("所在地", "Place"),
    "target": ("目标", "target"),
    "forecast": ("预测", "forecast"),
    "by class": ("按类别", "By class"),
    "by place": ("按地域", "By place"),
    "no place": ("未注明地域", "Place not told"),
    "person note": (
        "无公职的个人不列入目录，只出现在原句中。",
        "Private persons have no entry; only sentences name them.",
    ),
    "made from": ("来源", "From"),
    "comma": ("，", ", "),
    "no headline": ("无标题", "no headline"),
}


class Wording:
    """Looks words up in one language; anything but "en" is Chinese."""

    def __init__(self, lang: str, terms: dict[str, Term]) -> None:
        self.lang = "en" if lang == "en" else "zh-CN"
        self._english = lang == "en"
        self._terms = terms

    def __getitem__(self, key: str) -> str:
        pair = _WORDS.get(key)
        return pair[self._english] if pair else key

    def term(self, name: str) -> str:
        """The name of a class or relation."""
        term = self._terms.get(name)
        if term is None:
            return name
        return term.en if self._english else term.zh

    def standing(self, claim: Claim) -> str:
        """What a reader has to be told who might take a claim for a fact; empty where it is one."""
        return self["former" if claim.standing == "ended" and claim.p == "holdsPostIn" else claim.standing]

    def day(self, date: str, source: str) -> str:
        """A day of publication; one that was inferred is only about right."""
        return self["about"] + date if date and source == "inferred" else date

    def page_number(self, number: str) -> str:
        """A page's number in words; empty where there is none."""
        if not number:
            return ""
        return f"page {number}" if self._english else f"第{number}版"

    def amount(self, figure: Figure) -> str:
        """A figure with its unit and how exact it is; in Chinese as the page has it, where that is known."""
        precision = self[figure.precision] if figure.precision in ("about", "over", "under") else ""
        if figure.written and not self._english:
            return figure.written if figure.written.startswith(precision) else precision + figure.written
        unit = self.unit(figure.unit)
        if figure.lower is not None and figure.upper is not None:
            return f"{self.number(figure.lower, figure.unit)}–{self.number(figure.upper, figure.unit)}{unit}"
        return f"{precision}{self.number(figure.value, figure.unit)}{unit}"

    def unit(self, unit: str) -> str:
        """A unit as it stands behind a number."""
        return english_unit(unit) if self._english else unit

    def told_amount(self, figure: Figure) -> str:
        """The same, with what it is where that is no actual figure: a target, a forecast."""
        return self.amount(figure) + ("" if figure.modality == "actual" else self.bracketed(self[figure.modality]))

    def bracketed(self, text: str) -> str:
        """A note in the language's brackets, with the blank that English sets before them; nothing for none."""
        return text and (f" ({text})" if self._english else f"（{text}）")

    def number(self, value: float, unit: str) -> str:
        """A number in the language's scales (万, 亿; m, bn); ratios as they are."""
        scales = ((1e9, "bn"), (1e6, "m")) if self._english else ((1e8, "亿"), (1e4, "万"))
        for scale, name in scales if unit != "%" else ():
            if abs(value) >= scale:
                return f"{value / scale:.10g}{name}"
        return f"{value:.10g}"
