"""The figures of tables: rows of things under columns of indicators, and rows of indicators under columns of times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wlgraph.claims.figures.quantities import find_quantities
from wlgraph.claims.figures.scene import HEADS, HOME_CUE
from wlgraph.model import GROUP_OF, Article, Figure, FigureModality, Mention, Naming, Reading, Referent, Span, Table
from wlgraph.times import find_times

CONFIDENCE = 0.9
_GROWTH = re.compile(
    r"(?:比上年|比去年|较上年|较去年|比上年同期|较同期)?(?:同比|环比)?[±+]?(?:增速|增长率?|增幅|增减|升降|同比|环比)"
)
"""A column that says how the one before it grew."""
_RANK = re.compile(r"(?:增速|总量)?(?:排名|位次|名次|排位)")
_PLAIN = re.compile(r"绝对[量数额值]|总[量额数]|数[值量]|累计|本[期月季年]|完成[数额]?|实绩|全年|[合总]计|指标值")
"""A column that only says that it holds the rows' values."""
_INDICATORS = re.compile(r"(?:主要|统计)?指标(?:名称)?|项目|分?类别|名称")
_AIM = re.compile(r"(?:目标|计划|任务|预期)(?!.{0,4}(?:完成|进[展度]|执行|情况))")
_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,8})[）)]|[，,、/／](?P<bare>[万亿]?(?:元|吨|人|户|家|个|亩|%))$")
_OF_WHICH = re.compile(r"^(?:其中|#|＃|[一二三四五六七八九十]+、|\d+[.、])\s*[:：]?\s*")
_WHOLE = re.compile(r"全[市县区镇乡州旗]")
_DIGIT = re.compile(r"[\d０-９]")
_VALUE = re.compile(r"[\d０-９]|^[-—–−－/／]*$")
_MONEY = re.compile(r"[产价]值|收入|投资|资金|金额|[税贷存款利润成本总交易售购销]额|税|利润|贷款|存款|支出|GDP|成本")
_MINUS = re.compile(r"^[-−－]")
_SUBJECTS = ("Place", "Organization")


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column hold: an indicator (empty where the rows name theirs), a unit, a time.

    ``compares`` says that the column tells how the values of the one before it grew, or which place they took.
    """

    indicator: str
    unit: str
    period: str
    compares: bool
    aim: bool


def tabulate(reading: Reading, naming: Naming, home: str) -> list[Figure]:
    """The figures that the tables of a page hold, in the order of the text.

    ``home`` is the referent that 全市 means. A row whose thing has no name on the page, a column without a
    header, and a cell without a unit tell nothing.
    """
    return [
        figure
        for article in reading.articles
        for table in article.tables
        if table.header
        for figure in _Reader(article, table, naming, home, reading.page.date).figures()
    ]


class _Reader:
    """Reads one table."""

    def __init__(self, article: Article, table: Table, naming: Naming, home: str, date: str) -> None:
        self.article, self.table, self.home, self.date = article, table, home, date
        named = (m for m in naming.mentions if m.article == article.id and m.kind == "name")
        self.names = sorted(named, key=lambda m: m.span)
        self.referents: dict[str, Referent] = {r.id: r for r in naming.referents}
        self.heads = [b.span for b in article.blocks if b.kind in HEADS and b.span.end <= table.header[0].start][::-1]
        told = (t.value for head in self.heads for t in find_times(self._text(head), date))
        self.period = next(filter(None, told), "")
        self.units = [u for u in re.split(r"[、，,；;\s]+", self._text(table.note)) if u]
        self.rows = [row for row in table.rows if len(row) == len(table.header)]
        self.labels = self._label_count()
        self.columns = self._columns()

    def figures(self) -> Iterator[Figure]:
        by_thing = [(row, subject) for row in self.rows if (subject := self._thing(row))]
        if by_thing:
            for row, subject in by_thing:
                yield from self._row(row, subject, "", self._unit_column(row))
        elif subject := self._told_of():
            for row in self.rows:
                label = self._text(row[min(self._label_at(row), len(row) - 1)])
                indicator, unit = _without_unit(_OF_WHICH.sub("", label))
                yield from self._row(row, subject, indicator, unit or self._unit_column(row))

    def _row(self, row: tuple[Span, ...], subject: str, indicator: str, unit: str) -> Iterator[Figure]:
        sentence = self.article.sentence_at(row[0].start)
        for cell, column in zip(row[self.labels :], self.columns, strict=True):
            named = indicator + column.indicator
            of_row = "" if column.compares else unit
            if sentence and named and (figure := self._cell(cell, of_row or column.unit)):
                value, measured = figure
                yield Figure(
                    article=self.article.id,
                    observed=subject,
                    indicator=named,
                    value=value,
                    unit=measured,
                    sentence=sentence,
                    written=self._text(cell),
                    period=column.period or self.period,
                    modality=self._modality(column),
                    confidence=CONFIDENCE,
                    rule="figure:table",
                )

    def _cell(self, cell: Span, unit: str) -> tuple[str, str] | None:
        """Value and unit of a cell, which may have its own unit and sign."""
        written = self._text(cell)
        bare = _MINUS.sub("", written).lstrip("+＋")
        if not _DIGIT.search(bare):
            return None
        for assumed in ("", unit):
            read = find_quantities(bare + assumed, [], [])
            if len(read) == 1 and read[0].span == Span(0, len(bare + assumed)):
                sign = "-" if bare != written and _MINUS.match(written) and read[0].value != "0" else ""
                return sign + read[0].value, read[0].unit
        return None

    def _modality(self, column: _Column) -> FigureModality:
        return "target" if column.aim or any(_AIM.search(self._text(h)) for h in self.heads[:1]) else "actual"

    def _label_count(self) -> int:
        """How many cells of a row stand before its values: those that hold no number in most rows, and a place number."""
        filled = [all(_VALUE.search(self._text(row[i])) for row in self.rows) for i in range(len(self.table.header))]
        return next((i for i in range(1, len(filled)) if filled[i] and not all(filled[:i])), 1)

    def _label_at(self, row: tuple[Span, ...]) -> int:
        """Which of a row's labels names what it tells of: the first that is no number."""
        return next((i for i in range(self.labels) if not self._text(row[i]).isdigit()), 0)

    def _unit_column(self, row: tuple[Span, ...]) -> str:
        """The unit that a row has in a column of its own."""
        heads = [self._text(h) for h in self.table.header[: self.labels]]
        return next((self._text(row[i]) for i, head in enumerate(heads) if re.sub(r"\s", "", head) == "单位"), "")

    def _columns(self) -> list[_Column]:
        columns: list[_Column] = []
        last = ""
        for span in self.table.header[self.labels :]:
            column = self._column(re.sub(r"\s", "", self._text(span)), last)
            last = column.indicator if not column.compares else last
            columns.append(column)
        return self._with_units(columns)

    def _column(self, header: str, last: str) -> _Column:
        """What a header says; ``last`` is the indicator that a column of growth or of places compares."""
        name, unit = _without_unit(header)
        times = [t for t in find_times(name, self.date) if t.value]
        rest = name[: times[0].span.start] + name[times[0].span.end :] if times else name
        growth, rank = _GROWTH.fullmatch(rest), _RANK.fullmatch(rest)
        return _Column(
            indicator=last + rest if growth or rank else "" if _PLAIN.fullmatch(rest) else rest,
            unit=unit or ("%" if growth else "位" if rank else ""),
            period=times[0].value if times else "",
            compares=bool(growth or rank),
            aim=bool(_AIM.search(name)),
        )

    def _with_units(self, columns: list[_Column]) -> list[_Column]:
        """Columns without a unit get those of the note over the table that no other column has."""
        left = [u for u in self.units if u not in {c.unit for c in columns}]
        bare = [c for c in columns if not c.unit]
        if len(left) == len(bare):
            given = dict(zip(map(id, bare), left, strict=True))
        elif len(left) == 1:
            given = {id(c): left[0] for c in bare}
        else:
            money = next((u for u in left if u.endswith("元")), "")
            given = {id(c): money for c in bare if _MONEY.search(c.indicator)}
        return [replace(c, unit=c.unit or given.get(id(c), "")) for c in columns]

    def _thing(self, row: tuple[Span, ...]) -> str:
        """The referent that a row is about: what one of its labels names, the home for 全市."""
        for label in row[: self.labels]:
            last = bisect_right(self.names, label.start, key=lambda m: m.span.start)
            if last and self.names[last - 1].span.covers(label):
                return self.names[last - 1].referent
        return self.home if any(_WHOLE.fullmatch(self._text(label)) for label in row[: self.labels]) else ""

    def _told_of(self) -> str:
        """The referent that a table of indicators is about: what the nearest heading over it names or means."""
        if not _INDICATORS.fullmatch(self._text(self.table.header[0])):
            return ""
        for head in self.heads:
            named = [m for m in self.names if head.covers(m.span) and self._may_have_figures(m)]
            if named:
                return named[0].referent
            if HOME_CUE.search(self._text(head)):
                return self.home
        return ""

    def _may_have_figures(self, mention: Mention) -> bool:
        return GROUP_OF[self.referents[mention.referent].leaf] in _SUBJECTS

    def _text(self, span: Span) -> str:
        return self.article.text[span.start : span.end]


def _without_unit(label: str) -> tuple[str, str]:
    """A label without the unit in brackets behind it, and that unit."""
    noted = _UNIT.search(label)
    if noted is None:
        return label, ""
    unit = noted["unit"] or noted["bare"]
    read = find_quantities("1" + unit, [], [])
    if not read or read[0].span.end != len(unit) + 1:
        return label, ""
    return (label[: noted.start()] + label[noted.end() :]).strip(), unit
