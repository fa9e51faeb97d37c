"""Renamings that an article states: 原名, 更名为, 前身是."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from wlgraph.characters import normalised_reading
from wlgraph.entities.decisions import Decisions
from wlgraph.model import GROUP_OF, Mention, Shard, in_page_order, referent_key

_NEW_AFTER = re.compile(
    r"^[^。；！？]{0,14}(?:更名|改名|易名|定名|命名|改制|重组|变更|改组|升格|升级)(?:登记)?(?:为|成|成为)[^。；！？]{0,4}$"
)
_OLD_AFTER = re.compile(
    r"^[^。；！？]{0,8}(?:(?:前身(?:是|为|系)?|原名(?:为|叫|是)?|原称|曾用名(?:为|是)?|旧称)[^。；！？]{0,4}|[（，]原)$"
)
_NEW_SIGN = re.compile(
    r"^[^。；！？]{0,14}(?:旧牌|老牌子|摘牌|改制|更名|改名|换牌)[^。；！？]{0,14}(?:新牌|新名|新执照|名称|摘下)[^。；！？]{0,8}$"
)
"""A change told by its signs: 甲厂的旧牌摘下，乙公司的新牌挂起; 甲厂完成改制，新执照的名称一栏写着乙公司."""
_NEW_FROM = re.compile(r"^[^。；！？，]{0,4}(?:系|是)?由原?$")
_FROM_OLD = re.compile(r"^(?:更名|改名|改制|改组|变更|升格)(?:组建|而来|而成|为现)")
"""乙局由原甲局更名组建."""
_TO_THIS_NAME = re.compile(
    r"^[^。；！？]{0,8}(?:改|换|更名|改名|易名)(?:成了?|为|用了?|叫)(?:了)?(?:这个|现在的|如今的|现|今)名"
)
"""甲厂改为现名: the new name is the one said before."""
BACK = 100
_OLD_BEFORE = re.compile(r"(?:^|[，。、“\n ])原(?:规划|拟定|暂定|来的)?(?:名|称)(?:为|叫|作)?$")
_GROUPS = ("Organization", "Programme", "Project", "Place")
_CODED = {"AdministrativeArea", "Town", "Village"}


def match_renamings(shards: Sequence[Shard], numbers: dict[str, int], decisions: Decisions) -> frozenset[str]:
    """Join what the text says was renamed; returns the new names."""
    newest: set[str] = set()
    for shard in in_page_order(shards):
        for old, new, words in _renamings(shard):
            a, b = (numbers.get(referent_key(shard.reading.page.name, name)) for name in (old, new))
            if a is None or b is None or a == b:
                continue
            x, y = decisions.items[a], decisions.items[b]
            may_be_renamed = x.group == y.group and x.group in _GROUPS and not {x.leaf, y.leaf} & _CODED
            if may_be_renamed and decisions.same(a, b, 0.95, f"文中写明更名：{words}"):
                newest.add(y.full)
    return frozenset(newest)


def _renamings(shard: Shard) -> Iterator[tuple[str, str, str]]:
    """Referents of the old and the new name, and the words between the two."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in shard.naming.mentions:
        if m.kind == "name":
            mentions[m.article].append(m)
    for article in normalised_reading(shard.reading).articles:
        ordered = sorted(mentions[article.id], key=lambda m: m.span)
        for i, first in enumerate(ordered):
            if _TO_THIS_NAME.match(article.text[first.span.end :]):
                yield from _said_before(first, ordered[:i])
            for second in _next(ordered[i + 1 : i + 3], first):
                between = article.text[first.span.end : second.span.start]
                if first.referent == second.referent or len(between) > 24 or second.span.start < first.span.end:
                    continue
                before = article.text[max(0, first.span.start - 10) : first.span.start]
                if (
                    _NEW_AFTER.match(between)
                    or (_NEW_SIGN.match(between) and first.leaf == second.leaf)
                    or (between == "的" and _OLD_BEFORE.search(before))
                ):
                    yield first.referent, second.referent, first.text + between + second.text
                elif _OLD_AFTER.match(between) or (
                    _NEW_FROM.match(between) and _FROM_OLD.match(article.text[second.span.end :])
                ):
                    yield second.referent, first.referent, first.text + between + second.text


def _next(after: Sequence[Mention], first: Mention) -> Iterator[Mention]:
    """The names that follow, up to the first of the same kind: 甲更名为乙，丙更名为丁 makes no 丁 of 乙."""
    for second in after:
        yield second
        if GROUP_OF[second.leaf] == GROUP_OF[first.leaf]:
            return


def _said_before(old: Mention, before: Sequence[Mention]) -> Iterator[tuple[str, str, str]]:
    for new in reversed(before):
        if new.leaf == old.leaf and new.referent != old.referent and old.span.start - new.span.end <= BACK:
            yield old.referent, new.referent, f"{new.text}……{old.text}改为现名"
            return
