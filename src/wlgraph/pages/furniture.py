"""What a page prints around its articles: masthead, slogans, editors' line, jump lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_NUMBER = r"[0-9０-９]{1,3}|[A-Z]\s?[0-9]{1,3}|[一二三四五六七八九十]{1,3}|头|末"
_BRACKETED_JUMP = re.compile(
    rf"[（(](?P<words>[^（）()]{{0,20}}?)第?\s*(?P<page>{_NUMBER})\s*[版页](?P<more>[^（）()]{{0,8}})[）)]"
)
_BARE_JUMP = re.compile(
    rf"^\W*(?P<words>(?:[下紧]?转|下接|[上紧]接|详见|全文见|相关报道见))(?:本报)?\s*第?\s*(?P<page>{_NUMBER})\s*[版页]\W*$"
)
_JUMP_WORDS = re.compile(r"[转接见看刊]")
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
_DATE = r"(?:(?:19|20|１９|２０)\d\d|[二一][〇零○Ｏ九一二三四五六七八]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
_MASTHEAD = re.compile(
    rf"^\s*(?:公益广告[：:].{{2,40}}$|[^，。：；于自至在—－]{{0,14}}{_DATE}\s*(?:{_WEEKDAY})?[^，。]{{0,40}}(?<![：；、])$"
    rf"|.{{0,12}}(?:总第\s*\d+\s*期|国内统一(?:连续出版物|刊)号|CN\s?\d\d[-—]|邮发代号|今日\s*\d+\s*版|第\s*\d{{3,}}\s*期)"
    rf"|农历.{{1,12}}|.{{0,4}}农历[甲乙丙丁戊己庚辛壬癸]"
    rf"|(?:\S{{2,12}}[\s\u3000]*)?(?:https?://|www\.)\S+$|第[一二三四五六七八九十百零〇]{{2,7}}期$|(?:本期|今日)[\s\u3000]?[二四六八十]{{1,3}}版$|[A-Z]?\d{{1,2}}\s*版?$|第?[一二三四五六七八九十\dA-Z]{{1,3}}版[\s:：]*\S{{0,6}}$"
    rf"|[A-Z][A-Z\s&·.'-]{{5,}}$|[^，。：]{{2,24}}(?:机关报|主[管办]|(?:融媒体中心|报社|报业(?:传媒)?集团)(?:主办|出版|编印))(?:[\s\u3000].{{0,30}})?$"
    rf"|[^，。：]{{0,14}}[\s\u3000](?:微信公众号|视频号|抖音号|客户端)$"
    rf"|.{{0,10}}{_WEEKDAY}$|(?:新闻热线|热线电话|报料电话|投稿邮箱|邮箱|电子信箱|客户端|扫码|扫一扫|微信公众号|官方微信).{{0,60}}$)"
)
_STAFF = re.compile(
    r"^(?:本版|本报|本期|今日)?(?:责任编辑|责编|编辑|值班主任|值班编委|值班总编|值班|主编|总编辑?|版式设计|版式|版面设计|版面|美编|美术编辑|校对|校检|组版|排版|审读|监制|统筹|策划|电话|执行主编"
    r"|编审|初审|复审|终审|一审|二审|三审|审核|签发|监审|总监制|责任校对)"
    r"(?:\s*[:：/／]\s*|[\s\u3000]+)[\u4e00-\u9fff\d].{0,70}$"
)
_SPONSOR = re.compile(r"^.{0,24}(?:宣|[\s\u3000]宣传|公益广告|办公室?[\s\u3000]*宣|中心[\s\u3000]*宣)$")
_BODY = r"[\u4e00-\u9fff]{3,22}?(?:局|委|委员会|办公室|中心|宣传部|文明办|指挥部|政府)"
_BODIES = re.compile(rf"{_BODY}(?:[\s\u3000、]+{_BODY})*")
_JOINTLY = re.compile(rf"{_BODIES.pattern}[\s\u3000]*(?:联合)?(?:发布|制作|宣传)")
_SLOGAN = re.compile(
    r"讲文明|树新风|公益广告|^喜迎.{0,14}(?:大|周年|会|运)$|^庆祝.{2,16}周年$|不忘初心|撸起袖子|信心比黄金"
    r"|^中国梦|民族团结一家亲|石榴籽一样|文明.{0,4}你我|(?:法治|文明|环保|平安|安全|禁毒|节约).{0,6}从我做起|核心价值观|共同体意识"
)
_SLOGAN_PHRASE = re.compile(
    r"共建|共享|牢记使命|扫黑除恶|垃圾分|光盘|节约|浪费|核心价值观|奋战.{1,4}季|决胜|众志成城|人人|实干|勇立潮头|保增长|保民生|奋进|再出发|谱新篇|加油干|提质|增效"
    r"|诚信|文明|你我|同行|从我做起|从身边做起|美好家园|家家|团结|大保护|大开发|珍爱|远离|平安|防火|防骗|绿色殡葬|移风易俗"
)
_SECTION = re.compile(
    r"^(?:[A-Z]?\d{1,2}\s*版?|第[一二三四五六七八九十\d]{1,2}版|[\s·•&/、:：|]|要闻|综合|经济|民生|社会|文化|教育|副刊|专版|视点|新闻|镇村|时政|时事|热点|专题"
    r"|国内|国际|体育|健康|三农|法治|本地|关注|聚焦|财经|产业|乡镇|基层|城事|文旅|生活|理论|党建|天下|广告|公益|头版|今日|焦点|深度|特刊|专刊|周刊|周末|读书|都市|县域|版)+$"
)

_PAPER = re.compile(
    r"^[\u4e00-\u9fff]{2,6}(?:周报|日报|晚报|时报|周刊|时讯|快报|新闻|融媒|通讯|报)(?:[·•|｜][\u4e00-\u9fff]{2,4})?$"
    r"|^今日[\u4e00-\u9fff]{2,3}$"
    r"|^[\u4e00-\u9fff]{2,3}[·•|｜](?:要闻|综合|经济|民生|社会|文化|教育|副刊|法治|新闻|健康|专版|热线)$"
)

_FOLIO = re.compile(r"^[\u4e00-\u9fff]{2,6}[\s\u3000·|｜]+[A-Z]?\d{1,2}\s*版?$")
_CUES = re.compile(
    rf"(?P<date>{_DATE}|(?:19|20)\d\d[.．/-]\d{{1,2}}[.．/-]\d{{1,2}})|(?P<weekday>{_WEEKDAY})|(?P<lunar>农历)"
    r"|(?P<staff>责任编辑|责编|美术编辑|美编|版式|组版|排版|校对|(?:^|[\s\u3000|])(?:(?:本版)?编辑|主编|值班|审读|统筹|电话)(?=[\s\u3000:：]))"
    r"|(?P<owner>主管|主办|主管主办)|(?P<organiser>承办)|(?P<phone>(?:电话|热线|传真)[\s\u3000]*[:：]?\s*[\d(（])|(?P<page>第?[一二三四五六七八九十\d]{1,3}版)"
    r"|(?P<issue>(?:总?第|今日|本期)\s*\d+\s*[期版])|(?P<address>https?:|www\.|@|邮箱)|(?P<sky>天气|多云|阵雨|晴|阴)|(?P<heat>\d\s*(?:℃|度)|℃)"
    r"|(?P<paper>(?:^|[\s\u3000|｜·])[\u4e00-\u9fff]{2,4}(?:日报|周报|晚报|时报|报)(?=$|[\s\u3000|｜·]))|(?P<centre>融媒体?中心(?=$|[\s\u3000|]))|(?P<folio>^[A-Z]?\d{1,2}(?=[\s\u3000|｜·]))"
    r"|(?P<section>(?:要闻|综合|新闻|民生|经济|副刊|专版|专题)(?=$|[\s\u3000|｜]))|(?P<wind>[东南西北偏]{1,3}风|风力)"
)
_TEASER = re.compile(
    rf"(?:[▶►→>▷》]+\s*(?:详?见|转|刊)?|[\s\u3000](?:详见|见|转))\s*(?:本报|今日)?\s*第?\s*(?:{_NUMBER})\s*[版页]\W*$"
    r"|^[（(](?:报告|讲话|公报|文件)?(?:全文|详情|更多\S{2,4})(?:请?[见看]|详见|刊于|可?登录)[^（）()]{2,40}[）)]$"
    r"|^[\W_]*(?:本报|本期|今日|本版)?(?:今日)?(?:导读|导览|内容提要|要目|看点)[\W_]*$"
)


@dataclass(frozen=True, slots=True)
class JumpMark:
    """A jump line inside a text: where it stands, which way it points, and the other page's number."""

    start: int
    end: int
    direction: Literal["to", "from"]
    page_number: str


def find_jumps(text: str) -> list[JumpMark]:
    """All jump lines in a line's text: bracketed ones anywhere, others only where they are the whole line."""
    marks = []
    bare = _BARE_JUMP.match(text)
    for m in [bare] if bare else _BRACKETED_JUMP.finditer(text):
        if _JUMP_WORDS.search(m.group("words")):
            direction: Literal["to", "from"] = "from" if re.search("[上紧]接", m.group("words")) else "to"
            marks.append(JumpMark(m.start(), m.end(), direction, re.sub(r"\s", "", m.group("page"))))
    return marks


def is_masthead(text: str) -> bool:
    """Whether a line belongs to the masthead or the page's head: date line, issue number, weather, page number."""
    return len(text) <= 90 and _MASTHEAD.match(text) is not None


def is_paper(text: str) -> bool:
    """Whether a short line is a newspaper's name (扶 沟 时 报, 海原新闻), alone or with the page's section (靖远 · 民生)."""
    bare = "".join(text.split())
    return len(bare) <= 12 and _PAPER.match(bare) is not None


def is_staff(text: str) -> bool:
    """Whether a line names the page's editors and layouters."""
    return len(text) <= 90 and text[-1:] not in "。！？" and _STAFF.match(text) is not None


def is_imprint(text: str) -> bool:
    """Whether a line strings together what only the edge of a page says: date, weekday, editors, telephone, weather."""
    if len(text) > 110 or "。" in text or "，" in text:
        return False
    return len({m.lastgroup for m in _CUES.finditer(text)}) > 1


def is_teaser(text: str) -> bool:
    """Whether a short line only tells that something stands on another page (▶▶▶详见3版), or heads such lines."""
    return len(text) <= 60 and _TEASER.search(text) is not None


def is_slogan(text: str) -> bool:
    """Whether a short line is a slogan or names who publishes one."""
    if len(text) > 40 or text[-1:] in "。；，：":
        return False
    many = len(text.split()) > 2 and max(map(len, text.split())) <= 8
    phrases = (many or is_parallel(text)) and _SLOGAN_PHRASE.search(text) is not None
    return phrases or _SPONSOR.match(text) is not None or _SLOGAN.search(text) is not None


def is_parallel(text: str) -> bool:
    """Whether a line is made of phrases of one length, as slogans are (不聚餐 少聚集 勤洗手)."""
    phrases = text.split()
    return len(phrases) > 1 and len({len(p) for p in phrases}) == 1


def is_body(text: str) -> bool:
    """Whether a short line names public bodies and nothing else, as under a slogan."""
    return len(text) <= 40 and _BODIES.fullmatch(text) is not None


def is_sponsor(text: str) -> bool:
    """Whether a short line ends in the name of who publishes a slogan (市文明办 宣)."""
    return len(text) <= 40 and (_SPONSOR.match(text) is not None or _JOINTLY.fullmatch(text) is not None)


def is_section(text: str) -> bool:
    """Whether a short line near the page's top is the name of the page's section (经济·民生, A02 要闻, 乡村 04)."""
    return len(text) <= 12 and (_SECTION.match(text) or _FOLIO.match(text)) is not None
