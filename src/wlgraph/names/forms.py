"""Names that their form gives away: companies, public bodies, parks, titled documents, programmes in quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, cast

from ahocorasick_rs import AhoCorasick

from wlgraph.model import Leaf, Record, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import alternatives, load

_STOP = r"，。、；：！？“”‘’《》（）()【】\s…—"
_WORD = rf"[^{_STOP}的在和与及由向对从到为被将把让请给是了着过有某各家]"
_LOOSE = rf"[^{_STOP}的在和与及由]"
_LEVEL = r"(?:[省市县区州旗盟]|我[省市县区州旗盟])"
_CLAUSE = re.compile(r"[^，。；！？\n]+")


OFFICE = "form:office"
"""An organ without its body's name, in the list of an official's posts (县委常委、宣传部部长)."""
PARCEL = "form:parcel"
"""A piece of land by its number, as it is offered for use (2019-12号地块)."""


class _Form(Record, frozen=True, kw_only=True):
    """A pattern and the words of which a clause must hold one for the pattern to be tried."""

    pattern: str
    heads: tuple[str, ...]
    leaf: Leaf
    rule: str
    confidence: float

    def candidates(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        for match in _compiled(self.pattern).finditer(text, start, end):
            yield Candidate(
                span=Span(*match.span()), leaf=self.leaf, source="form", rule=self.rule, confidence=self.confidence
            )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _form(before: str, heads: Iterable[str], leaf: Leaf, rule: str, confidence: float, *, after: str = "") -> _Form:
    words = tuple(dict.fromkeys(heads))
    pattern = f"{before}{alternatives(words)}{after}"
    return _Form(pattern=pattern, heads=words, leaf=leaf, rule=rule, confidence=confidence)


@cache
def _forms() -> tuple[_Form, ...]:
    words = load("forms")
    body = words["body"]
    bureau = [core + head for core in body["core"] for head in body["head"]]
    branch = rf"(?:{_LOOSE}{{1,6}}分公司)?"
    no_size = "(?<![年大小超集城])"
    forms = [
        _form(rf"{_WORD}{{2,18}}(?:（[^（）]{{2,6}}）{_WORD}{{0,8}})?", ["有限公司", "有限责任公司"], "Company", "form:limited", 0.7, after=branch),
        _form(rf"{_WORD}{{2,12}}", ["专业合作社", "合作社", "家庭农场"], "Company", "form:cooperative", 0.5),
        _form(rf"{_WORD}{{2,8}}", ["银行", "农商行"], "Company", "form:bank", 0.4, after=rf"(?:{_LOOSE}{{1,6}}[支分]行)?"),
        _form(rf"{_WORD}{{2,6}}", ["集团", "股份"], "Company", "form:group", 0.4, after="(?!有限|公司|合作)"),
        _form(rf"{_WORD}{{2,4}}", words["company"]["industry"], "Company", "form:trade", 0.2),
        _form(rf"{_WORD}{{2,10}}", words["company"]["works"], "Company", "form:works", 0.3),
        _form(no_size + _LEVEL, body["whole"], "PublicBody", "form:organ", 0.8),
        _form(no_size + _LEVEL, bureau, "PublicBody", "form:bureau", 0.85),
        _form(rf"{_LOOSE}{{1,6}}?{_LEVEL}", [*bureau, *body["whole"]], "PublicBody", "form:place-bureau", 0.4),
        _form("", body["national"], "PublicBody", "form:national", 0.9),
        _form("(?<=常委、)", body["party"], "PublicBody", OFFICE, 0.8, after="(?=部长|书记|主任)"),
        _form("(?<=工委书记、)", ["管委会"], "PublicBody", OFFICE, 0.8, after="(?=主任)"),
        _form("(?:[镇乡]|街道)", body["town"], "PublicBody", "form:town-organ", 0.5),
        _form(rf"{_WORD}{{2,6}}(?:镇|乡|街道)", body["town"], "PublicBody", "form:place-town-organ", 0.4),
        _form(rf"{_WORD}{{2,10}}", words["park"]["heads"], "IndustrialPark", "form:park", 0.35),
        _form(rf"{_WORD}{{2,10}}", words["research"]["heads"], "ResearchBody", "form:research", 0.35),
        _form(rf"{_WORD}{{2,10}}", words["organization"]["heads"], "Organization", "form:organization", 0.3),
        _form(rf"{_WORD}{{2,4}}", ["镇", "乡", "街道"], "Town", "form:town", 0.3),
        _form(rf"{_WORD}{{2,4}}", ["村"], "Village", "form:village", 0.3, after="(?![民里口庄委干])"),
        _form(rf"{_WORD}{{2,4}}", ["社区"], "Village", "form:community", 0.3),
        _form(rf"{_WORD}{{1,8}}", words["infrastructure"]["heads"], "Infrastructure", "form:infrastructure", 0.2),
        _form(rf"{_WORD}{{2,4}}", words["infrastructure"]["features"], "Infrastructure", "form:feature", 0.1),
        _form(r"(?<![A-Za-z\d-])[A-Za-z]{0,6}[\d〔〕\[\]-]{1,12}\d", ["号地块", "号宗地"], "Infrastructure", PARCEL, 0.9),
    ]  # fmt: skip
    quoted = r"[^“”，。；\s]{2,20}"
    titled = ["称号", "荣誉称号", "荣誉", "认定", "认证"]
    forms.append(_form(rf"(?<=“){quoted}(?=”(?:的)?", titled, "Recognition", "form:titled", 0.8, after=")"))
    for name, programme in words["programme"].items():
        leaf, heads = cast("Leaf", name), programme["heads"]
        inner = r"[^“”，。；\s]{2,16}"
        forms.append(_form(rf"“{inner}”", heads, leaf, "form:quoted-head", 0.5))
        forms.append(_form(rf"(?<=“){inner}", heads, leaf, "form:quoted", 0.4, after="(?=”)"))
        forms.append(_form(rf"(?<=“){inner}(?=”", heads, leaf, "form:quoted-before-head", 0.2, after=")"))
        forms.append(_form(rf"[^{_STOP}的在由向]{{3,16}}", heads, leaf, "form:head", 0.1))
    return tuple(forms)


@cache
def _titles() -> tuple[_Form, ...]:
    """Titles in 《》, which may hold the marks that end a clause."""
    words = load("forms")["programme"]["Policy"]["titles"]
    edition = r"(?:（[^（）]{1,16}）|\([^()]{1,16}\))?》"
    return (
        _form(r"《[^《》]{2,50}", words, "Policy", "form:title", 0.8, after=edition),
        _form(r"《[^《》]{2,50}", ["》"], "Policy", "form:any-title", 0.3),
    )


@cache
def _head_finder() -> tuple[AhoCorasick, tuple[tuple[_Form, ...], ...]]:
    by_head: defaultdict[str, list[_Form]] = defaultdict(list)
    for form in _forms():
        for head in form.heads:
            by_head[head].append(form)
    return AhoCorasick(list(by_head)), tuple(map(tuple, by_head.values()))


def propose_forms(text: str) -> Iterator[Candidate]:
    """Names in a text that one of the form patterns describes; overlapping ones too."""
    heads = _heads_by_start(text)
    starts = sorted(heads)
    at = 0
    for clause in _CLAUSE.finditer(text):
        forms: dict[int, _Form] = {}
        while at < len(starts) and starts[at] < clause.end():
            forms.update((id(form), form) for form in heads[starts[at]])
            at += 1
        for form in forms.values():
            yield from form.candidates(text, clause.start(), clause.end())
    for form in _titles():
        yield from form.candidates(text, 0, len(text))


class Head(NamedTuple):
    """A head word (协会, 工业园) in a text, and the classes of the names that it ends."""

    start: int
    end: int
    leaves: frozenset[Leaf]


def heads(text: str) -> list[Head]:
    """All head words in a text, overlapping ones too."""
    finder, forms = _head_finder()
    return [
        Head(start, end, frozenset(form.leaf for form in forms[index]))
        for index, start, end in finder.find_matches_as_indexes(text, overlapping=True)
    ]


def _heads_by_start(text: str) -> Mapping[int, tuple[_Form, ...]]:
    finder, forms = _head_finder()
    found: defaultdict[int, tuple[_Form, ...]] = defaultdict(tuple)
    for index, start, _ in finder.find_matches_as_indexes(text, overlapping=True):
        found[start] += forms[index]
    return found
