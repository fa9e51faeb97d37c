"""What forbids a relation that the scorer believes: words that say that a thing is only near, visited, counted or cited."""

from __future__ import annotations

import re
from collections.abc import Callable

from wlgraph.claims.relations.areas import AREAS
from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.claims.relations.signature import SYMMETRIC
from wlgraph.model import GROUP_OF, Predicate

_AT_EVENTS: tuple[Predicate, ...] = ("attended", "organizes", "chaired")
_ORGAN = re.compile(r".*(?:[省市县区州旗盟镇乡]|街道)(?:党?委|人民政府|政府|人大(?:常委会)?|政协|纪委|监委)")
_VISITED = re.compile(
    r"(?:参观|走访|考察|调研|视察|察看|查看|观摩|走进|来到|前往|踏看|走看|实地)(?:了解|了|过)?(?:位于)?[^，。；：！？\n]{0,60}$"
)
_REACH = 80
"""Characters before a mention in which its clause is looked for."""
_OTHER_TIMES = re.compile(
    r"“?(?:近年来?|近几年|多年来|长期以来|一直以来|[三五]年来|这些年|过去|以前|此前|去年|今年以来|自?\d{4}年以来|目前|当前|眼下|如今|截至|截止|接下来|下一步|今后)"
)
"""How a sentence begins that leaves the event that is reported."""
_CITING = ("精神", "的精神", "以来", "重大意义", "的重大意义", "决策部署", "报告精神")
_COUNT = re.compile(r"(?:又|已|共|新)?(?:有|增)?(?:\d+|[一二三四五六七八九十两]+)[多余]?[个家名户人位件项]")
_COUNTED = re.compile(rf"”?(?:称号|荣誉)?的{_COUNT.pattern}")


_SUES = re.compile(r"[^，。；]{0,4}(?:诉(?!求|说|苦)|状告|起诉|与|和)[^，。；]{0,4}")
_CASE = re.compile(r"[^，。；《签]{0,16}(?:纠纷|一案|诉讼)")
_BY = re.compile(r"由[^，。；向给对为]*$")
_SUPPLIES = re.compile(r"[^，。；向给对为]{0,12}(?:供应(?!商|链)|供货|供给|供料)")
_BUYS = re.compile(r"[^，。；]{0,16}(?:收购|回购|包销)")


_KIN = re.compile(
    "(?:的|之)?(?:丈夫|妻子|爱人|老伴|媳妇|儿子|女儿|儿媳|女婿|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|弟弟|姐姐|妹妹|孙子|孙女|侄子|亲戚|邻居|朋友|同学|战友|同乡|子|女)"
)


def is_forbidden(scene: Scene, pairs: Pairs, row: int, predicate: Predicate) -> bool:
    """Whether the names of a pair, or the words around every meeting of it, speak against a relation."""
    meetings = range(int(pairs.first[row]), int(pairs.first[row + 1]))
    ends = [(int(pairs.left[m]), int(pairs.right[m])) for m in meetings]
    if predicate in _AT_EVENTS and _is_cited(scene, ends[0][1]):
        return True
    return any(
        predicate in forbidden and all(speaks_against(scene, *end) for end in ends)
        for forbidden, speaks_against in _VETOES
    )


def _is_cited(scene: Scene, event: int) -> bool:
    """An event is only spoken of (宣讲党的二十大精神): who expounds it was not there, nor held it."""
    return scene.article.text.startswith(_CITING, scene.actors[event].mention.span.end)


def _is_visited(scene: Scene, body: int, _: int) -> bool:
    """A body is only where those who meet went to (会前参观了海澜泵业)."""
    mention = scene.actors[body].mention
    if GROUP_OF[mention.leaf] == "Person":
        return False
    return _VISITED.search(scene.article.text[max(0, mention.span.start - _REACH) : mention.span.start]) is not None


def _is_of_another_time(scene: Scene, body: int, event: int) -> bool:
    """A body is told of in a sentence about other times than the event's (近年来，海澜泵业等项目落户)."""
    own = scene.actors[body]
    sentence = scene.article.sentence_at(own.mention.span.start)
    if GROUP_OF[own.mention.leaf] == "Person" or own.sentence == scene.actors[event].sentence or sentence is None:
        return False
    return _OTHER_TIMES.match(scene.article.text, sentence.start) is not None


def _only_locates(scene: Scene, place: int, other: int) -> bool:
    """A place only tells where the name right behind it is (我县大溪镇入选): what follows is said of that."""
    behind = place + 1
    if scene.actors[place].mention.leaf not in AREAS or behind >= len(scene.actors):
        return False
    return behind != other and scene.actors[behind].position == scene.actors[place].position + 1


def _is_organ(scene: Scene, thing: int, _: int) -> bool:
    """An organ of an area is not said to lie there (我市市委书记)."""
    return _ORGAN.fullmatch(_name(scene, scene.actors[thing])) is not None


def _are_peers(scene: Scene, part: int, whole: int) -> bool:
    """Two organs of an area, of which none is part of the other (市委市政府)."""
    return _is_organ(scene, part, whole) and _is_organ(scene, whole, part)


def _are_of_two_pairs(scene: Scene, one: int, other: int) -> bool:
    """Two things stand in different pairs of a list of pairs (甲与乙、丙与丁分别签约)."""
    actors, skeleton = scene.actors, scene.skeleton

    def link(place: int) -> str:
        known = 0 <= place < len(actors) - 1
        return skeleton[actors[place].position + 1 : actors[place + 1].position] if known else ""

    return any(
        link(place) == "、" and link(place - 1) == link(place + 1) and link(place - 1) in ("与", "同", "和")
        for place in range(min(one, other), max(one, other))
    )


def _is_counted(scene: Scene, place: int, title: int) -> bool:
    """A place only has some who received a title (我市三家企业入选, 我市获得称号的5个村)."""
    own, won = scene.actors[place].mention, scene.actors[title].mention
    if own.leaf not in AREAS:
        return False
    text = scene.article.text
    return bool(_COUNT.match(text, own.span.end) or _COUNTED.match(text, won.span.end))


def _are_in_dispute(scene: Scene, one: int, other: int) -> bool:
    """Two parties of a case (甲公司与乙公司买卖合同纠纷一案, 丙诉甲公司一案)."""
    first, second = sorted((scene.actors[one], scene.actors[other]), key=lambda actor: actor.position)
    text = scene.article.text
    between = text[first.mention.span.end : second.mention.span.start]
    own = scene.actors[one].sentence == scene.actors[other].sentence
    return own and bool(_SUES.fullmatch(between) and _CASE.match(text, second.mention.span.end))


def _supplies_itself(scene: Scene, _: int, customer: int) -> bool:
    """What would be the customer is who supplies (甲公司的钢材由乙公司供应)."""
    span, text = scene.actors[customer].mention.span, scene.article.text
    ahead = text[max(0, span.start - _REACH) : span.start]
    return bool(_BY.search(ahead) and _SUPPLIES.match(text, span.end))


def _only_buys(scene: Scene, buyer: int, product: int) -> bool:
    """A product named before is only bought (杨梅全部由甲公司收购)."""
    own = scene.actors[buyer]
    ahead = scene.actors[product].position < own.position
    return ahead and _BUYS.match(scene.article.text, own.mention.span.end) is not None


def _is_of_kin(scene: Scene, person: int, seat: int) -> bool:
    """A person is only told by whose kin or friend it is (甲公司董事长林则安的丈夫何曼), which says nothing of that one's body."""
    own, other = scene.actors[person], scene.actors[person - 1]
    between = scene.article.text[other.mention.span.end : own.mention.span.start]
    told = GROUP_OF[other.mention.leaf] == "Person" and scene.actors[seat].position < other.position
    return told and scene.actors[seat].sentence == own.sentence and _KIN.fullmatch(between) is not None


def _name(scene: Scene, actor: Actor) -> str:
    return scene.referents[actor.mention.referent].name


_VETOES: tuple[tuple[tuple[Predicate, ...], Callable[[Scene, int, int], bool]], ...] = (
    (("attended",), _is_visited),
    (("attended",), _is_of_another_time),
    (("received", "participatesIn", "administers", "organizes", "attended"), _only_locates),
    (("locatedIn",), _is_organ),
    (("partOf",), _are_peers),
    ((*SYMMETRIC,), _are_of_two_pairs),
    (("received",), _is_counted),
    (("cooperatesWith", "suppliesTo", "holdsPostIn"), _are_in_dispute),
    (("holdsPostIn",), _is_of_kin),
    (("suppliesTo",), _supplies_itself),
    (("produces",), _only_buys),
)
