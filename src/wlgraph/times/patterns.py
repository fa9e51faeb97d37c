"""The pattern of time expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wlgraph.times.words import (
    ADJACENT_MONTHS,
    HOLIDAYS,
    LANDMARKS,
    NEXT_DAYS,
    QUOTED_ONLY,
    RELATIVE_DAYS,
    RELATIVE_SPANS,
    RELATIVE_YEARS,
    SAME_YEARS,
)


def _words(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


_H = "[一二三四五六七八九]"
_COUNT = r"半|[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|几|数"
_LENGTH = "年|个月|个?星期|周|天"
_TO = r"\s*(?:至|到|[-－—~～–]{1,2})\s*"
_DAY = rf"(?:3[01]|[0-2]?[0-9]|[二三]?十{_H}?|{_H})"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|{_H}|正)"
_FULL_YEAR = r"(?<![0-9.])(?:(?:19|20)[0-9]{2}|[一二][〇○零一九][〇○零一二三四五六七八九]{2})"
# 1884年, but not the length of time that 1500年历史, 距今1600年 and 1200年的古樟 tell
_OLD_YEAR = r"(?<![0-9.约近过达有今满历第])1[5-8][0-9]{2}(?=年(?![前的历多来以古老间内]))"
# 前年 and 后年, but not those in 投产前年产 and 达产后年产值
_PLAIN_YEARS = _words(w for w in (*RELATIVE_YEARS, *SAME_YEARS) if w not in ("前年", "后年"))
_RELATIVE_YEAR = rf"{_PLAIN_YEARS}|(?<![产成工用营竣改])[前后]年"
_END_YEAR = rf"{_FULL_YEAR}年|{_RELATIVE_YEAR}"
_TIME_OF_DAY = "凌晨|清晨|清早|一大早|早上|早晨|上午|中午|午间|午后|下午|傍晚|晚上|晚间|夜里|深夜|晚|夜"
_HOUR = r"(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})"
_MINUTE = r"(?:整|半|许|[0-9一二三四五六七八九十]{1,3}分?)"
_O_CLOCK = rf"(?:{_HOUR}时{_MINUTE}?(?:{_TO}{_HOUR}时{_MINUTE}?)?|{_HOUR}[:：][0-9]{{2}})"
_CLOCK = rf"(?:\s*(?:(?:{_TIME_OF_DAY})(?:{_O_CLOCK}|{_HOUR}点{_MINUTE}?)?|{_O_CLOCK}))?"

_NOW = (
    r"(?P<now>截[至止]?目前|截[至止](?:记者)?发稿[时前]?|到目前为?止?|迄今(?:为止)?|至今|目前|眼下|现?如今|现在|现已|现今|当前|当下|"
    rf"近日|日前|近来|近期|前不久|不久前|最近(?!的?(?:{_COUNT})[多余]?(?:{_LENGTH}))|连日来|这几天|(?<![^，。、；：“\s])时下(?![降达发]))"
)
_OPEN = r"(?P<open>近年来?|近些年来?|(?<![0-9一二三四五六七八九十百千万])多年以?[来前]|前些年|早些年)"
_TENTH_PLAN = r"(?<=[“\"‘])十(?=五[”\"’](?:期间|时期|末|初|计划|规划))"
_PLAN_EDGE = r"期间|时期|末期?|初期?|中期(?!评)|首年|开局之?年|收官之?年|[前头](?:[一二两三四1-4])年"
_PLAN = (
    rf"[“\"‘]?(?P<plan>(?<![二三四五六七八九十])十[一二三四五]|(?<![二三四五六七八九十])[六七八九]|{_TENTH_PLAN})五"
    rf"(?:[”\"’](?P<planedge1>{_PLAN_EDGE})?|(?P<planedge2>{_PLAN_EDGE}|(?=规划)))"
)
_DECADE = (
    rf"(?:(?P<century>上个?世纪|本世纪|(?:19|20|21|十九|二十|二十一)世纪)(?P<decade>[0-9]0|{_H}{{1,2}}十)"
    r"|(?<![0-9一二三四五六七八九十世纪])(?P<baredecade>[5-9]0|[五六七八九]{1,2}十))年代"
    r"(?P<decadepart>初期?|中期|中叶|末期?|后期)?"
)
_LANDMARK = rf"(?P<landmark>{_words(LANDMARKS)})(?=以来)"
_YEARS = rf"(?P<years1>{_FULL_YEAR}年?){_TO}(?P<years2>{_FULL_YEAR})年度?(?![0-9一二三四五六七八九十]{{1,2}}月)"
_RECENT = (
    rf"(?P<recent>近|过去|(?:最近|今后|未来|接下来)(?:的)?|这)(?P<count>{_COUNT})[多余]?(?P<countunit>{_LENGTH})半?多?"
    r"(?:时间)?(?:以?来|内|间|里)?"
)
_LATELY = rf"(?P<pastcount>{_COUNT})[多余]?(?P<pastunit>{_LENGTH})多?(?P<ago>以?前|以?来)(?!后|往|的?同|了|一[次趟回])"
_SPANS = rf"(?P<relspan>{_words(RELATIVE_SPANS)})(?![季天日])"
_DAYS = (
    rf"(?P<relday>{_words(RELATIVE_DAYS)})(?![年报子级])"
    rf"(?:起?至(?P<untilyear>{_END_YEAR})?(?P<untilmonth>{_MONTH})月(?P<untilday>{_DAY})[日号])?"
    rf"(?:(?<=晚){_HOUR}[时点]{_MINUTE}?)?{_CLOCK}"
    rf"|(?P<sameday>当[天日晚]|同日|(?<![时点分]至)(?:{_words(NEXT_DAYS)})(?!可?达)){_CLOCK}"
    rf"|(?P<week>(?:上|本|这|下)(?:个?星期|周))(?:(?P<weekday>[一二三四五六日天]){_CLOCK}|(?P<weekend>末))?"
)
_RELATIVE_MONTH = (
    r"(?P<relmonth>上个?月|本月|这个月|当月|下个?月|月(?=底前?|末|初|中旬))"
    rf"(?:(?P<relmonthday>{_DAY})日(?:{_TO}(?P<relmonthend>{_DAY})日)?|上旬|中旬|下旬|初|中|底|末)?"
)
_YEAR = (
    rf"(?:(?P<year>{_FULL_YEAR}|{_OLD_YEAR})年度?|(?<![0-9.约近])(?P<short>[09][0-9])年(?![多余来内间的])"
    rf"|(?P<relyear>{_RELATIVE_YEAR})(?:一整?年(?![级期多以四来一]))?)"
)
# 备战“双十一” and 庆“六一” name an occasion, no day
_OCCASION = r"(?<![庆迎战])(?<!庆祝)"
_PART = (
    r"(?P<same>同期|同比时期|同一时期|这(?:个)?时候)"
    rf"|(?<![0-9第.])(?P<months1>{_MONTH})月?份?{_TO}(?P<months2>{_MONTH})个?月(?!{_DAY}[日号])份?"
    r"|(?:前|头)(?P<firstmonths>" + _MONTH + r"|两)个月"
    r"|(?:前|头)(?P<quarters>[一二两三1-3])个?季度?"
    r"|(?:第?(?P<quarter>[一二三四1-4])季度|(?P<firstquarter>首季度?)|(?P<relquarter>[上本]个?季度))(?P<quarteredge>[初末])?"
    r"|(?P<half>[上下]半年)"
    rf"|(?<![0-9第.、一二三四五六七八九十])(?P<adjacent>{_words(ADJACENT_MONTHS)})月(?!{_DAY}[日号])份?间?"
    rf"|(?<![0-9第个.])(?P<month>{_MONTH})月(?![亮球牙饼])份?"
    rf"(?:(?P<day>{_DAY})[日号]?(?:起?{_TO}(?P<dayyear>{_END_YEAR})?(?:(?P<endmonth>{_MONTH})月)?(?P<endday>{_DAY})[日号])?(?<=[日号])"
    rf"|{_TO}(?P<monthyear>{_END_YEAR})?(?P<month2>{_MONTH})月份?)?(?:上旬|中旬|下旬|初{_H}?|中|底|末)?{_CLOCK}"
    rf"|(?<![0-9.第月一二三四五六七八九十每])(?P<day0>{_DAY})日(?![期常均本产夜报处]|之?内(?!部))(?:{_TO}(?P<endday0>{_DAY})日)?{_CLOCK}"
    rf"|{_OCCASION}[“\"](?P<quoted>{_words(HOLIDAYS)})[”\"](?!勋章|奖|讲话|表彰|备货)(?:长假|假期)?"
    rf"|(?<![“\"])(?P<holiday>{_words(set(HOLIDAYS) - QUOTED_ONLY)})节?(?:长假|假期|(?P<golden>黄金周))?"
    r"|(?P<edge>年初|年底|年末|岁末|(?<=年)[初底末])|(?P<middle>年中|全年|春[天季节]|夏[天季]|秋[天季]|冬[天季]|端午|中秋|清明"
    r"|(?<=年)[春夏秋冬](?=[，。、；：！）以起]|$))"
)

_WORDS = (RELATIVE_YEARS, SAME_YEARS, RELATIVE_DAYS, RELATIVE_SPANS, NEXT_DAYS, ADJACENT_MONTHS, HOLIDAYS, LANDMARKS)
BEGINNINGS = (
    "".join(sorted({word[0] for words in _WORDS for word in words}))
    + '0123456789不一二三四五六七八九十两半几数正截到直至自从迄目眼现如当近日前最连这时多早过未接上下同本月第首头年全春夏秋冬端中清底岁末初‘“"'
)
"""Every character that an expression may begin with. Looking for these first takes a quarter of the time."""

TIME = re.compile(
    rf"(?=[{BEGINNINGS}])"
    r"(?P<lead>截[至止]到?|直到|到|至(?!今)|自从|自|从)?"
    rf"(?:{_NOW}|{_OPEN}|{_PLAN}|{_DECADE}|{_LANDMARK}|{_YEARS}|{_RECENT}|{_LATELY}|{_SPANS}|{_DAYS}|{_RELATIVE_MONTH}"
    rf"|(?P<anyyear>{_YEAR})?(?:(?(anyyear)的?)(?:{_PART})|(?(anyyear)|(?!))))"
    r"(?P<since>以来|起至今|至今|起|以后)?(?P<before>之?前(?![后移列]|进了?[0-9一二三四五六七八九十]+[位名])|以前)?(?:期间|前后|为?止)?"
)
