"""Words right before a number that leave no doubt whether it is a fact, a target or a forecast.

Each pattern ends at the number. Where none is found, the weaker words of ``periods`` and the encoder decide together.
"""

from __future__ import annotations

import re

from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.scene import Scene
from wlgraph.model import FigureModality

_CLAUSE = "[^，,。；;：:！？!?、\n]"
_BEGUN = f"{_CLAUSE}{{0,12}}$"
_FACT = re.compile(
    "(?:"
    rf"(?:只|仅|才|已经?|实际|实)(?:完成|实现|达到?|到位|签约|落实|兑现){_CLAUSE}{{0,8}}$"
    rf"|(?:截至|截止)[^，。；]{{1,10}}，?(?:累计|全[市县区镇]|共|已)*(?:完成|实现|签约|到位|投入|建成|开工|引进|落实){_CLAUSE}{{0,8}}$"
    ")"
)
_UNSURE = re.compile("预计|预期|有望|可望|计划|拟|将|力争|争取|目标|确保|任务|不得|未|前完成")
_FORECAST = re.compile(
    "(?:"
    rf"(?:预计|有望|可望|预期(?=为|是|值为|将|可|能)){_BEGUN}"
    r"|(?:预计|预测|估计)，(?:今年|全年|明年|下半年|年底|到)[^，。；\n]{0,16}$"
    ")"
)
_TARGET = re.compile(
    "(?:"
    rf"(?:目标|任务数?|计划数|预算数|奋斗目标)(?:其实)?(?:是|为|定在|定为){_CLAUSE}{{0,6}}$"
    rf"|预算数?为{_CLAUSE}{{0,4}}$"
    rf"|(?:力争|争取(?=实现|达到|突破|完成|超过|年底|全年|今年|明年|到(?:今|明|年|20))|冲刺|瞄准|剑指){_BEGUN}"
    rf"|原(?:本|先)?(?:定|计划|拟|打算)(?:总?投资|投入|投|建设|新建|出资|用地){_CLAUSE}{{0,8}}$"
    rf"|(?:按照?|根据)(?:总体|初步|最初)?(?:规划|计划|设计|方案)，[^。；\n]{{0,36}}$"
    rf"|(?:建议|提议)[^。；\n]{{0,24}}(?:设立|建立|组建|成立|筹建|新建){_CLAUSE}{{0,16}}，?{_CLAUSE}{{0,8}}(?:规模|金额|资金|额度){_CLAUSE}{{0,4}}$"
    ")"
)
_SET = re.compile("(?<!超)(?<!超额完成)(?<!超额)(?:年度|全年|年)?(?:目标|任务)数?(?:的)?$")
"""A number that is called an aim itself (完成年任务30亿元的56.7%), not what is measured by it."""
_STARTING = re.compile("(?:[由从]|现在的?|当前的?|目前|眼下|现有|(?:去|上|前)年的?|[仍还]有)[^，。；]{0,12}$")
"""Where a change begins (由目前的37家增至60家): a fact."""
_BEYOND = re.compile("[高低多少快慢]于|超(?:出|过)?(?:预期|目标|计划)|比(?:预期|目标|计划|原)")
_COMPARED = re.compile(f"{_BEYOND.pattern}|占(?:年度)?(?:计划|目标|任务)")


def certain_aim(scene: Scene, q: Quantity) -> FigureModality | None:
    """What the words of a quantity's sentence before it say beyond doubt; None where they leave a doubt."""
    sentence = scene.sentence_span(q.span.start)
    start = sentence.start if sentence else scene.clause_start(q.span.start)
    words = scene.text[start : q.numeral.start]
    clause = words[max(words.rfind(c) for c in "，；：。") + 1 :]
    if _SET.search(clause) and not _BEYOND.search(clause):
        return "target"
    if _COMPARED.search(clause) or _STARTING.search(clause):
        return None
    if _FACT.search(words) and not _UNSURE.search(clause):
        return "actual"
    forecast, target = _FORECAST.search(words), _TARGET.search(words)
    if forecast and (target is None or target.start() < forecast.start()):
        return "forecast"
    return "target" if target else None
