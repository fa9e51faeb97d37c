"""Names that their form gives away: companies, public bodies, parks, titled documents, programmes in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import alternatives, load

_STOP = r"，。、；：！？“”‘’《》（）()【】\s…—"
_WORD = rf"[^{_STOP}的在和与及由向对从到为被将把让请给是了着过有某各家]"
_LEVEL = r"(?:[省市县区州旗]|我[省市县区州])"

Draft = tuple[str, Leaf, str, float]
Pattern = tuple[re.Pattern[str], Leaf, str, float]


@cache
def _patterns() -> tuple[Pattern, ...]:
    forms = load("forms")
    body = forms["body"]
    whole, core, head = (alternatives(body[k]) for k in ("whole", "core", "head"))
    made: list[Draft] = [
        (rf"{_WORD}{{2,18}}(?:（[^（）]{{2,6}}）{_WORD}{{0,8}})?有限(?:责任)?公司(?:[^{_STOP}的在和与及由]{{1,6}}分公司)?", "Company", "form:limited", 0.7),
        (rf"{_WORD}{{2,12}}(?:专业合作社|合作社|家庭农场)", "Company", "form:cooperative", 0.5),
        (rf"{_WORD}{{2,8}}(?:银行|农商行)(?:[^{_STOP}的在和与及由]{{1,6}}[支分]行)?", "Company", "form:bank", 0.4),
        (rf"{_WORD}{{2,6}}(?:集团|股份)(?!有限|公司|合作)", "Company", "form:group", 0.4),
        (rf"(?<![年大小超集城]){_LEVEL}{whole}", "PublicBody", "form:organ", 0.8),
        (rf"(?<![年大小超集城]){_LEVEL}{core}{head}", "PublicBody", "form:bureau", 0.85),
        (rf"[^{_STOP}的在和与及由]{{1,6}}?{_LEVEL}(?:{core}{head}|{whole})", "PublicBody", "form:place-bureau", 0.4),
        (alternatives(body["national"]), "PublicBody", "form:national", 0.9),
        (rf"(?:[镇乡]|街道){alternatives(body['town'])}", "PublicBody", "form:town-organ", 0.5),
        (rf"{_WORD}{{2,6}}(?:镇|乡|街道){alternatives(body['town'])}", "PublicBody", "form:place-town-organ", 0.4),
        (rf"{_WORD}{{2,10}}{alternatives(forms['park']['heads'])}", "IndustrialPark", "form:park", 0.35),
        (rf"{_WORD}{{2,10}}{alternatives(forms['research']['heads'])}", "ResearchBody", "form:research", 0.35),
        (rf"{_WORD}{{2,10}}{alternatives(forms['organization']['heads'])}", "Organization", "form:organization", 0.3),
        (rf"(?:{_WORD}{{2,4}}镇|{_WORD}{{2,4}}乡|{_WORD}{{2,3}}街道)", "Town", "form:town", 0.3),
        (rf"{_WORD}{{2,4}}村(?![民里口庄委干])", "Village", "form:village", 0.3),
        (rf"{_WORD}{{2,4}}社区", "Village", "form:community", 0.3),
        (rf"{_WORD}{{1,8}}{alternatives(forms['infrastructure']['heads'])}", "Infrastructure", "form:infrastructure", 0.2),
    ]  # fmt: skip
    for name, words in forms["programme"].items():
        leaf = cast("Leaf", name)
        heads = alternatives(words["heads"])
        inner = r"[^“”，。；\s]{2,16}"
        made.append((rf"“{inner}”{heads}", leaf, "form:quoted-head", 0.5))
        made.append((rf"(?<=“){inner}{heads}(?=”)", leaf, "form:quoted", 0.4))
        made.append((rf"(?<=“){inner}(?=”{heads})", leaf, "form:quoted-before-head", 0.2))
        made.append((rf"[^{_STOP}的在由向]{{3,16}}{heads}", leaf, "form:head", 0.1))
    titles = alternatives(forms["programme"]["Policy"]["titles"])
    made.append(
        (rf"《[^《》]{{2,50}}{titles}(?:（[^（）]{{1,16}}）|\([^()]{{1,16}}\))?》", "Policy", "form:title", 0.8)
    )
    made.append((r"《[^《》]{2,50}》", "Policy", "form:any-title", 0.3))
    return tuple((re.compile(p), leaf, rule, c) for p, leaf, rule, c in made)


def propose_forms(text: str) -> Iterator[Candidate]:
    """Names in a text that one of the form patterns describes; overlapping ones too."""
    for pattern, leaf, rule, confidence in _patterns():
        for match in pattern.finditer(text):
            yield Candidate(span=Span(*match.span()), leaf=leaf, source="form", rule=rule, confidence=confidence)
