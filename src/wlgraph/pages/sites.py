"""What a web page prints around an article: when and by whom it was put there, paths, buttons, links to other articles.

Whoever copies an article from a site has these lines in the text. They belong to no article, but may tell its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wlgraph.pages.furniture import is_staff
from wlgraph.pages.lines import Line

LINK = 48
"""Characters of a link to another article, at most."""
LONGEST = 160
"""Characters of such a line, at most."""
_PUBLISHED = "发[布表稿](?:日期|时间|者|人|机构|单位|部门)?|更新(?:日期|时间)|(?:信息|文章|稿件|新闻|内容)?来源|稿源"
_COUNTED = (
    "(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?|人气|索\\s*引\\s*号|主\\s*题\\s*词|(?:有\\s*效\\s*性|信息分类|公开方式)"
)
_EDITED = "编\\s*辑|责\\s*编|责任编辑|审\\s*核|编\\s*审|录入|发布员"
_SIGNED = rf"作\s*者|供\s*稿|记\s*者|{_EDITED}"
_MOMENT = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
_LABELLED = re.compile(
    rf"^[\s|｜\[【（(]*(?:(?:{_PUBLISHED}|{_COUNTED})\s*[:：]|时间\s*[:：]\s*{_MOMENT}\s*(?:[|｜]|{_PUBLISHED}|{_SIGNED}|{_COUNTED})|{_MOMENT}\s*(?:$|[|｜]|{_PUBLISHED}|{_SIGNED}|{_COUNTED}))"
)
_CLOCKED = re.compile(rf"^(?:日期|时间)\s*[:：]\s*{_MOMENT}(?<=[:：]\d\d)$")
_STAFF = re.compile(rf"^[【\[（(]\s*(?:{_EDITED})\s*[:：][^【】\[\]（）()]{{1,20}}[】\]）)]$|^(?:录入|发布员)\s*[:：]")
_TOLD_LATER = re.compile(rf"(?:{_PUBLISHED})\s*[:：].*(?:{_COUNTED}|{_MOMENT})|(?:{_COUNTED})\s*[:：]\s*\d")
_BUTTON = (
    "返回(?:首页|主页|列表|顶部|目录)?|首页|主页|打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|收藏(?:本页)?|推荐|评论|朗读|分享(?:到|至)?|更多(?:功能)?|复制链接"
    "|字[体号](?:变[大小])?|[大中小](?=[\\s|｜】\\]）)]|$)|放大|缩小|默认|下载|版面(?:导航|目录)|标题导航|上一[篇条版期页]|下一[篇条版期页]|PDF(?:版)?"
    "|微信|微博|QQ空间|朋友圈|注册|登录|没有了|无"
)
_EDGE = r"[\s|｜·>＞»<＜【】\[\]（）()：:、]*"
_BUTTONS = re.compile(rf"(?>{_EDGE}(?>{_BUTTON}))+{_EDGE}")
_PATH = re.compile(
    r"^(?:您?(?:现在|当前|目前)?(?:的|所在)*的?位置|当前(?:页面|栏目))\s*(?:是|为)?\s*[:：】>＞»]|^(?:首页|主页|[一-龥]{2,10}(?:网|报|客户端))\s*[>＞»]"
)
_OTHERS = re.compile(r"^(?:上一|下一)[篇条]\s*[:：]")
_LINKS = re.compile("(?:相关|热门|延伸|推荐|更多|最新)(?:稿件|新闻|阅读|链接|推荐|文章|资讯|信息)[:：]?|新闻推荐[:：]?")
_RIGHTS = re.compile(
    r"^(?:Copyright|©|\(c\)|版权所有|(?:版权|免责|特别)声明\s*[:：]|凡(?:本网|注明)|本网站?(?:声明|凡|转载)|网站标识码|主办单位[:：].*(?:备案|ICP))|ICP\s*备|公网安备|增值电信业务|^扫(?:一扫|码|描).{0,30}(?:当前页|二维码|手机|关注)|^(?:微信|手机)扫",
    re.IGNORECASE,
)


def is_site_line(text: str) -> bool:
    """Whether a line is one that a web page prints around an article, and no part of it."""
    line = text.strip()
    if not line or len(line) > LONGEST or line[-1] in "。！？”":
        return _RIGHTS.search(line) is not None and len(line) <= LONGEST
    told = (
        _LABELLED.search(line),
        _STAFF.search(line),
        _CLOCKED.search(line),
        _TOLD_LATER.search(line),
        _PATH.search(line),
        _OTHERS.search(line),
        _RIGHTS.search(line),
    )
    return any(told) or _BUTTONS.fullmatch(line) is not None


def link_lines(lines: Sequence[Line]) -> Iterator[int]:
    """The places of the lines of links to other articles that a web page sets at its end, under 相关链接 or 新闻推荐."""
    for i, line in enumerate(lines):
        if not _LINKS.fullmatch(line.text.strip()):
            continue
        end = next((j for j in range(i + 1, len(lines)) if lines[j].size > LINK or lines[j].closed), len(lines))
        if all(is_site_line(rest.text) or is_staff(rest.text) for rest in lines[end:]):
            yield from range(i, end)
