"""The figures of forms: 起始价：735万元 in a line of such entries, about the thing that heads the form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from wlgraph.claims.figures.quantities import Quantity, find_quantities
from wlgraph.model import Article, Block, Figure, FigureModality, Leaf, Mention, Naming, Reading, Span
from wlgraph.times import find_times

CONFIDENCE, RULE = 0.85, "figure:form"
LEAST_ENTRIES = 2
"""So many labelled entries make a line a form."""
FAR = 8
"""So many lines back the head of a form is looked for."""
_ENTRY = re.compile(r"(?:^|(?<=[；;，。　\s]))[^，。；：;:“”《》　\s]{2,12}[：:]")
_LABEL = re.compile(
    r"(?:^|(?<=[；;，。　\s]))(?P<label>[^，。；：;:“”《》　\s]{2,12})[：:](?P<bound>不低于|不高于|不少于|不超过|不大于|约|共|为)?$"
)
_NUMBER = re.compile(
    r"[　\s]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|\d{1,2}[.．、])?[　\s]*"
)
_NO_FIGURE = re.compile("电话|热线|时间|日期|邮编|地址|编号|号码|联系|传真|截止|账号|网址|期$|^第")
_NAMED = re.compile(r"[\u4e00-\u9fff]{0,6}(?:名称|项目|工程|标的|地块)[：:]")
_HEADED: frozenset[Leaf] = frozenset({"Project", "Infrastructure", "IndustrialPark", "Company", "Product", "Event"})
_AIM = re.compile("不低于|不高于|不少于|不超过|不大于")


def read_forms(reading: Reading, naming: Naming) -> list[Figure]:
    """The figures of all forms on a page whose thing is named at the head of the line, over it or in the headline.

    Prices are those of the page's year; what is measured of a thing has no time.
    """
    return [figure for article in reading.articles for figure in _of_article(article, naming, reading.page.date)]


def without_formed(figures: Sequence[Figure], formed: Sequence[Figure]) -> list[Figure]:
    """The figures that do not read a number of a form once more."""
    read = {(f.article, f.sentence, f.written) for f in formed}
    return [f for f in figures if (f.article, f.sentence, f.written) not in read]


def _of_article(article: Article, naming: Naming, date: str) -> Iterator[Figure]:
    blocks = [b for b in article.blocks if b.kind in ("body", "subhead")]
    forms = [i for i, b in enumerate(blocks) if _is_form(article.text[b.span.start : b.span.end])]
    if not forms:
        return
    names = sorted((m for m in naming.mentions if m.article == article.id and m.kind == "name"), key=lambda m: m.span)
    times = [t.span for t in find_times(article.text, date)]
    quantities = find_quantities(article.text, times, [m.span for m in names])
    heads = {m.span.start: m for m in reversed(names) if m.leaf in _HEADED}
    for i in forms:
        subject = _subject(article, blocks, i, heads)
        low, high = (
            bisect_left(quantities, at, key=lambda q: q.span.start) for at in (blocks[i].span.start, blocks[i].span.end)
        )
        for q in quantities[low:high] if subject else ():
            sentence = article.sentence_at(q.span.start)
            if sentence and (figure := _figure(article, subject, q, blocks[i].span, sentence)):
                yield replace(figure, period=date[:4]) if q.kind == "money" else figure


def _is_form(line: str) -> bool:
    return len(_ENTRY.findall(line)) >= LEAST_ENTRIES


def _figure(article: Article, subject: str, q: Quantity, line: Span, sentence: Span) -> Figure | None:
    label = _LABEL.search(article.text[line.start : q.span.start])
    if label is None or _NO_FIGURE.search(label["label"]):
        return None
    modality: FigureModality = "target" if _AIM.fullmatch(label["bound"] or "") else "actual"
    return Figure(
        article=article.id,
        observed=subject,
        indicator=label["label"],
        value=q.value,
        unit=q.unit,
        sentence=sentence,
        written=article.text[q.span.start : q.span.end],
        modality=modality,
        precision=q.precision,
        lower=q.lower,
        upper=q.upper,
        confidence=CONFIDENCE,
        rule=RULE,
    )


def _subject(article: Article, blocks: Sequence[Block], i: int, heads: Mapping[int, Mention]) -> str:
    """What a form is about: named first in its line, alone in a line over it, or by the headline."""
    for block in (blocks[i], *reversed(blocks[max(0, i - FAR) : i])):
        if head := _head(article.text, block.span, heads, own=block is blocks[i]):
            return head.referent
    titles = [b.span for b in article.blocks if b.kind in ("headline", "kicker")]
    told = [heads[at] for t in titles for at in range(t.start, t.end) if at in heads and t.covers(heads[at].span)]
    return max(told, key=lambda m: len(m.text)).referent if told else ""


def _head(text: str, line: Span, heads: Mapping[int, Mention], *, own: bool) -> Mention | None:
    """The thing that a line begins with, perhaps behind its number or 项目名称：; of a line over the form only where it is all."""
    start = line.start
    for lead in (_NUMBER, _NAMED):
        if m := lead.match(text, start, line.end):
            start = m.end()
    first = heads.get(start)
    alone = first is not None and not text[first.span.end : line.end].strip("　 ：:；;。")
    parted = first is not None and own and text[first.span.end : first.span.end + 1] in ("　", " ", "：", "，")
    return first if alone or parted else None
