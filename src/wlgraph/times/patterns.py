"""The pattern of time expressions, and what relative words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

RELATIVE_YEARS = {
    "今年": 0, "今年度": 0, "本年": 0, "本年度": 0, "年内": 0, "全年": 0, "去年": -1, "去年度": -1, "上年": -1,
    "上年度": -1, "上一年": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "下年度": 1, "后年": 2,
}  # fmt: skip
FOLLOWING_YEARS = ("次年", "翌年", "第二年")
SAME_YEARS = ("当年", "同年", "该年", *FOLLOWING_YEARS)
RELATIVE_DAYS = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "昨起": -1, "昨": -1,
    "今天": 0, "今日": 0, "今晨": 0, "今晚": 0, "今起": 0, "明天": 1, "明日": 1, "明起": 1, "明晚": 1, "后天": 2,
}  # fmt: skip
HOLIDAYS = {
    "元旦": "01-01", "三八节": "03-08", "植树节": "03-12", "五一": "05-01", "劳动节": "05-01", "儿童节": "06-01",
    "建党节": "07-01", "建军节": "08-01", "教师节": "09-10", "国庆": "10-01", "十一": "10-01",
}  # fmt: skip
"""Days of the solar calendar; those of the lunar one move, so they keep the year only."""


def _words(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


_H = "[一二三四五六七八九]"
_COUNT = r"半|[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|几|数"
_TO = r"\s*(?:至|到|[-－—~～–]{1,2})\s*"
_DAY = rf"(?:3[01]|[0-2]?[0-9]|[二三]?十{_H}?|{_H})"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|{_H}|正)"
_FULL_YEAR = r"(?<![0-9.])(?:(?:19|20)[0-9]{2}|[一二][〇○零一九][〇○零一二三四五六七八九]{2})"
_RELATIVE_YEAR = _words([*RELATIVE_YEARS, *SAME_YEARS])
_END_YEAR = rf"{_FULL_YEAR}年|{_RELATIVE_YEAR}"
_TIME_OF_DAY = "凌晨|清晨|清早|早上|早晨|上午|中午|午间|午后|下午|傍晚|晚上|晚间|夜里|深夜|晚|夜"
_HOUR = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
_CLOCK = rf"(?:\s*(?:{_TIME_OF_DAY})(?:{_HOUR}[时点](?:整|半|许|[0-9一二三四五六七八九十]{{1,3}}分?)?|{_HOUR}[:：][0-9]{{2}})?)?"

_NOW = (
    r"(?P<now>截[至止]?目前|到目前为?止?|迄今(?:为止)?|至今|目前|眼下|如今|现在|现已|现今|当前|当下|近日|日前|近来|近期|"
    r"最近|连日来|这几天)"
)
_PLAN = (
    r"[“\"‘]?(?P<plan>(?<![二三四五六七八九十])十[一二三四五]|(?<![二三四五六七八九十])[六七八九])五"
    r"(?:[”\"’](?P<planedge1>期间|时期|末期?|初期?|首年|开局之?年)?|(?P<planedge2>期间|时期|末期?|初期?|首年|开局之?年|(?=规划)))"
)
_DECADE = (
    rf"(?P<century>上个?世纪|本世纪|(?:19|20|21|十九|二十|二十一)世纪)(?:(?P<decade>[0-9]0|{_H}{{1,2}}十)年代"
    r"(?P<decadepart>初期?|中期|中叶|末期?|后期)?)"
)
_YEARS = rf"(?P<years1>{_FULL_YEAR}年?){_TO}(?P<years2>{_FULL_YEAR})年度?(?![0-9一二三四五六七八九十]{{1,2}}月)"
_RECENT = (
    rf"(?P<recent>近|过去|(?:最近|今后|未来|接下来)(?:的)?|这)(?P<count>{_COUNT})[多余]?(?P<countunit>年|个月|个?星期|周|天)半?多?"
    r"(?:时间)?(?:以?来|内|间|里)?"
)
_LATELY = rf"(?P<pastcount>{_COUNT})[多余]?(?P<pastunit>年|个月|天)多?(?P<ago>以?前|以?来)(?!后|往|的?同)"
_DAYS = (
    rf"(?P<relday>{_words(RELATIVE_DAYS)})(?![年报子级])(?:(?<=晚){_HOUR}[时点]半?)?{_CLOCK}"
    rf"|(?P<sameday>当[天日晚]|同日){_CLOCK}"
    r"|(?P<week>(?:上|本|这|下)(?:个?星期|周))(?P<weekday>[一二三四五六日天])?(?:末)?"
)
_RELATIVE_MONTH = rf"(?P<relmonth>上个?月|本月|这个月|当月|下个?月|月(?=底前?|末|初|中旬))(?:(?P<relmonthday>{_DAY})日|上旬|中旬|下旬|初|中|底|末)?"
_YEAR = rf"(?:(?P<year>{_FULL_YEAR})年度?|(?<![0-9.约近])(?P<short>[09][0-9])年(?![多余来内间的])|(?P<relyear>{_RELATIVE_YEAR}))"
_PART = (
    r"(?P<same>同期|同比时期|同一时期|这(?:个)?时候)"
    rf"|(?<![0-9第.])(?P<months1>{_MONTH})月?份?{_TO}(?P<months2>{_MONTH})个?月(?!{_DAY}[日号])份?"
    rf"|(?:前|头)(?P<firstmonths>{_MONTH}|两)个月"
    r"|(?:前|头)(?P<quarters>[一二两三1-3])个?季度?"
    r"|(?:第?(?P<quarter>[一二三四1-4])季度|(?P<firstquarter>首季度?))"
    r"|(?P<half>[上下]半年)"
    rf"|(?<![0-9第个.])(?P<month>{_MONTH})月(?![亮球牙饼])份?"
    rf"(?:(?P<day>{_DAY})[日号]?(?:{_TO}(?P<dayyear>{_END_YEAR})?(?:(?P<endmonth>{_MONTH})月)?(?P<endday>{_DAY})[日号])?(?<=[日号])"
    rf"|{_TO}(?P<monthyear>{_END_YEAR})?(?P<month2>{_MONTH})月份?)?(?:上旬|中旬|下旬|初{_H}?|中|底|末)?{_CLOCK}"
    rf"|(?<![0-9.第月一二三四五六七八九十每])(?P<day0>{_DAY})日(?![期常均本产夜报处])(?:{_TO}(?P<endday0>{_DAY})日)?{_CLOCK}"
    r"|[“\"](?P<quoted>五一|十一)[”\"](?:长假|假期)?"
    rf"|(?P<holiday>{_words(set(HOLIDAYS) - {'十一', '五一'})})节?(?:长假|假期)?"
    r"|(?P<edge>年初|年底|年末|岁末|(?<=年)[初底末])|(?P<middle>年中|全年|春[天季节]|夏[天季]|秋[天季]|冬[天季]|端午|中秋|清明)"
)

TIME = re.compile(
    r"(?P<lead>截[至止]到?|直到|到|至(?!今)|自从|自|从)?"
    rf"(?:{_NOW}|{_PLAN}|{_DECADE}|{_YEARS}|{_RECENT}|{_LATELY}|{_DAYS}|{_RELATIVE_MONTH}"
    rf"|(?P<anyyear>{_YEAR})?(?:的?(?:{_PART})|(?(anyyear)|(?!))))"
    r"(?P<since>以来|起至今|至今|起)?(?P<before>之?前|以前)?(?:期间|为?止)?"
)
