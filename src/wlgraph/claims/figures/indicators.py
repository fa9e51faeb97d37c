"""The words that say what a quantity measures."""

from __future__ import annotations

import re

from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.scene import HEARSAY, Scene

LONGEST = 14
_BOUND = re.compile(
    r"(?:达到了?|达|为|是|有|约|近|将近|接近|超过?|逾|突破|共计|总计|合计|共|仅|已有|已经|已|了|到|至|增至|升至|降至|提高到|提升到|增加到|"
    r"扩大到|下降到|高达|可达|将达|只有|只|就|也|还|又|将|可|能|要|即|在|以|由|从|用|不足|不到|不低于|不少于|不超过?|不高于|低于|高于|多达|"
    r"大约|平均|最高|最低|至少|最多|力争|预计|估计|年内|竟|才|每|的|后|“|、|（|整整|第)+$"
)
_LEAD = re.compile(
    rf"^(?:{HEARSAY}|其中|目前|截至|此外|同时|并且|并(?![购网])|且|而|也|还|又|已|将|共(?![享同富])|"
    r"全市|全县|全区|我市|我县|我区|全镇|的|在|了|后(?![备勤续])|和|及|与|、|”|）|则|今年|去年|其|该|可(?!支配|再生)|能(?![源耗力效量级])|"
    r"是|就(?!业)|因为|如果|现场|记者|分别|依次|以上|左右|多(?!功能|媒体|元|式)|余(?![热粮额]))+"
)
_GROWTH = re.compile(
    r"(?:同比|环比|比上年|比去年|较上年|较去年|比上年同期|比去年同期|较上年同期|增长|下降|增幅|降幅|增速|减少|上升|提高|下滑|增加|回落|提升|缩水|翻)"
)
_SHARE = re.compile(r"(?:占|占比|比重|比例)")
_TAIL = re.compile(r"^(?:以上|以下|左右|上下|余|多|的|“|\s)*([^，。；：！？、“”（）《》\n0-9％%的]{1,8})")
_TAIL_CUT = re.compile(
    r"(?:已|均|将|在|被|与|和|由|从|向|对|参加|达成|用于|占|为|是|，|后|前|以|全部|正|于|进行|成功|中|一起|到|报名|获).*$"
)
_NOT_TAIL = re.compile(
    r"^(?:已|均|将|在|被|与|和|由|从|向|对|占|为|是|后|前|以|用|就|也|还|又|不|比|提|增|降|涨|缩|扩|改|变|到|至|起|来|内|里|间|时|便|才|即|才|可|能)"
)
_CHANGE = re.compile(
    r"(?:一路)?(?!长$)[提升降缩压扩增减涨跌变拓长延调改砍涨](?:短|成|加|高|低|少|升|到|至|为|展|大|容|充|长)?"
)
_SALE, _GAIN, _LOSS, _SPENT = "卖出|卖掉|售出|销出|卖|出货", "进账|赚|挣|到手|换来", "亏", "拿出|花|掏出|投下|投|砸"
_DEEDS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("money", re.compile(f"(?:{_SALE})$"), "售价"),
    ("money", re.compile(f"(?:{_GAIN})$"), "收入"),
    ("money", re.compile(f"(?:{_LOSS})$"), "亏损"),
    ("money", re.compile(f"(?:{_SPENT})$"), "投入"),
    ("money", re.compile("借来?$"), "借款"),
    ("money", re.compile("(?:授信|贷|放贷)$"), "贷款额度"),
    ("money", re.compile("(?:交|缴)$"), "费用"),
    ("length", re.compile("(?<=[长宽高深厚])$"), "度"),
    ("", re.compile(f"(?:{_SALE})$"), "销量"),
    ("", re.compile("(?:举办|办|开展|组织|联合开展)$"), "次数"),
)
"""What a deed comes to in words of measure, by the kind of quantity; empty for any kind."""
_COMPARED = re.compile(r"(?<![占同环对分性货存产])[比较]$")
_DIFFERENCE = re.compile(r"[比较][^，。；]*?(?:(?P<more>[增多涨升高扩长])|[降少跌减低缩短落窄省])[^，。；]*$")
_KIND_WORDS = {"length": "长度", "area": "面积", "person": "人数", "money": "金额", "time": "用时", "mass": "数量"}


def indicator(scene: Scene, index: int, observed: str, earlier: str = "") -> str:
    """The indicator's words for a quantity; ``earlier`` is that of the quantity before it in the same sentence."""
    q = scene.quantities[index]
    if q.kind == "age":
        return "年龄"
    before, after = _before(scene, index, observed), _after(scene, q)
    if q.kind == "rank":
        return (before or earlier) + "排名"
    if q.kind == "ratio":
        return _ratio(scene, q, before, after, earlier)
    if earlier and _CHANGE.fullmatch(before):
        return earlier
    if after:
        return _joined("" if before.endswith(after) else before[-6:], after)
    words = _of_deed(before[-LONGEST:] or earlier or _clause_ahead(scene, q), q)
    is_measure = len(words) > 3 or (q.kind == "length" and words.endswith("度"))
    return words if is_measure else words + _KIND_WORDS.get(q.kind, "")


def compared(words: str, clause: str, kind: str) -> str:
    """The words with what they lack where they end in a comparison (产值比|去年多800万元: 产值增加).

    ``clause`` is what stands before the number.
    """
    if not (_COMPARED.search(words) and (found := _DIFFERENCE.search(clause))):
        return words
    more, fewer = ("增长", "下降") if kind == "ratio" else ("增加", "减少")
    return words[:-1] + (more if found["more"] else fewer)


def _of_deed(words: str, q: Quantity) -> str:
    """The words with a deed at their end told as what it comes to (卖出 7.2万单: 销量)."""
    for kind, deed, measure in _DEEDS:
        if kind in ("", q.kind) and deed.search(words):
            return deed.sub(measure, words)
    return words


def _before(scene: Scene, index: int, observed: str) -> str:
    q = scene.quantities[index]
    start = scene.clause_start(q.span.start)
    if index and scene.quantities[index - 1].span.end > start:
        start = scene.quantities[index - 1].span.end
    words = _without(scene, start, q.span.start, observed)
    if re.search("[）”]$", scene.text[start : q.span.start]) is None:
        words = _BOUND.sub("", words)
    return _BOUND.sub("", _LEAD.sub("", words)).strip("“”（）()《》、 ")


def _without(scene: Scene, start: int, end: int, observed: str) -> str:
    """The text between two offsets without times and without the observed thing's own names."""
    cut = [(t.span.start, t.span.end) for t in scene.times] + [
        (s.start, s.end) for s in scene.by_referent.get(observed, [])
    ]
    words, at = "", start
    for a, b in sorted(cut):
        if a >= at and b <= end:
            words += scene.text[at:a]
            at = b
    return words + scene.text[at:end]


def _after(scene: Scene, q: Quantity) -> str:
    text = scene.text[q.span.end : q.span.end + 14]
    m = _TAIL.match(text)
    if m is None or _NOT_TAIL.match(m[1]):
        return ""
    return _TAIL_CUT.sub("", m[1])


def _ratio(scene: Scene, q: Quantity, before: str, after: str, earlier: str) -> str:
    clause = scene.text[scene.clause_start(q.span.start) : q.span.start]
    if _GROWTH.search(clause) and len(re.sub(_GROWTH, "", before)) <= 3 and earlier:
        return _joined(re.sub(_GROWTH, "", earlier)[-10:], before or "增长")
    if _SHARE.search(before) and before.startswith("占") and earlier:
        return _joined(earlier[-6:], before[:8] + "比重")
    if earlier and _CHANGE.fullmatch(before):
        return earlier
    return before[-LONGEST:] or after or earlier or _clause_ahead(scene, q)


def _clause_ahead(scene: Scene, q: Quantity) -> str:
    """The end of the clause before, where the quantity stands alone in its own."""
    end = scene.clause_start(q.span.start)
    start = scene.clause_start(max(0, end - 1)) if end else 0
    words = _BOUND.sub("", scene.text[start : max(0, end - 1)])
    return _LEAD.sub("", re.sub(r"[^\u4e00-\u9fffA-Za-z]", "", words))[-8:] or "数量"


def _joined(first: str, second: str) -> str:
    words = first + second
    return words[-LONGEST - 4 :]
