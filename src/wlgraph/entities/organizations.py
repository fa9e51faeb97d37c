"""Organizations under full and short names: 利欧, 利欧泵业 and 利欧集团浙江泵业有限公司."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from wlgraph.characters import is_subsequence
from wlgraph.entities import places
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.fitting import Body, Short, area_code, bodies, fit, has_trade
from wlgraph.entities.items import Item
from wlgraph.entities.scopes import home_code, is_national, one_region
from wlgraph.entities.shapes import one_slip, with_gaps
from wlgraph.entities.signature import Signature, folded, leading_area, signature

ENOUGH = 0.5
MARGIN = 0.12
MOST_CANDIDATES = 60


def is_full(item: Item) -> bool:
    """The name says enough by itself: a legal form, or a body of another kind than a company."""
    if item.leaf != "Company":
        return len(folded(item.full)) >= 4
    return any(signature(n, item.home).full for n in item.names)


def match_organizations(decisions: Decisions) -> None:
    """Full names first, then names with a line of trade, then bare brands, each against what is known by then."""
    items = [i for i in decisions.items if i.group == "Organization"]
    full, rest = _parted(items, is_full)
    _match_full(full, decisions)
    with_trade, bare = _parted(rest, has_trade)
    left = _attach(with_trade, full, decisions)
    left = _attach_rest(left, full, with_trade, decisions)
    _join_short(left, decisions)
    known = full + with_trade
    left = _attach(bare, known, decisions)
    left = _attach_rest(left, known, bare, decisions)
    _join_short(left, decisions)


def _parted(items: Sequence[Item], has: Callable[[Item], bool]) -> tuple[list[Item], list[Item]]:
    parts: tuple[list[Item], list[Item]] = [], []
    for item in items:
        parts[not has(item)].append(item)
    return parts


def _attach_rest(left: list[Item], known: list[Item], tried: list[Item], decisions: Decisions) -> list[Item]:
    """Once more, now that those of the same kind that found their body tell more about it."""
    missing = {i.number for i in left}
    return _attach(left, known + [i for i in tried if i.number not in missing], decisions) if left else []


def _match_full(items: Sequence[Item], decisions: Decisions) -> None:
    """Full names with the same core, or with one slip in it."""
    known = bodies(items, decisions)
    by_core: defaultdict[str, list[Body]] = defaultdict(list)
    by_gap: defaultdict[str, list[Body]] = defaultdict(list)
    for body in known:
        for core in sorted({s.core for s in body.cores}):
            by_core[core].append(body)
            if len(core) >= 4:
                for gap in with_gaps(core):
                    by_gap[gap].append(body)
    for core in sorted(by_core):
        _compare_all(by_core[core], decisions, same_core=True)
    for gap in sorted(by_gap):
        _compare_all(by_gap[gap], decisions, same_core=False)


def _compare_all(found: Sequence[Body], decisions: Decisions, same_core: bool) -> None:
    if not 1 < len(found) <= MOST_CANDIDATES:
        return
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            if decisions.root(a.number) != decisions.root(b.number):
                _compare_full(a, b, decisions, same_core)


def _compare_full(a: Body, b: Body, decisions: Decisions, same_core: bool) -> None:
    pairs = [(s, t) for s in a.cores for t in b.cores if (s.core == t.core if same_core else one_slip(s.core, t.core))]
    if not pairs:
        return
    s, t = min(pairs, key=lambda p: (p[0].place != p[1].place, p[0].form != p[1].form, str(p)))
    if not same_core and _of_two_towns(a.items[0], b.items[0]):
        decisions.apart(a.number, b.number, f"乡镇不同：{s.core}，{t.core}")
        return
    if s.numbers != t.numbers or s.directions != t.directions:
        decisions.apart(a.number, b.number, f"序号或方位不同：{s.core}，{t.core}")
        return
    place_a, place_b = _place(s, a), _place(t, b)
    if place_a and place_b and place_a != place_b:
        of_areas = a.items[0].leaf == b.items[0].leaf == "PublicBody"
        if of_areas or (s.full and t.full) or not (place_a.startswith(place_b) or place_b.startswith(place_a)):
            decisions.apart(a.number, b.number, f"地名不同：{s.place}，{t.place}")
        else:
            decisions.unsure(a.number, b.number, 0.45, "核心相同，地名一大一小")
        return
    if ("集团" in s.form) != ("集团" in t.form) and s.full and t.full:
        decisions.unsure(a.number, b.number, 0.45, "核心相同，一为集团")
        return
    score = 0.7 if same_core else 0.5
    score += 0.2 if place_a == place_b and place_a else 0.0
    score += 0.1 if s.form == t.form else 0.0
    score += 0.1 if a.homes & b.homes else -0.1
    score += 0.3 if a.people & b.people else 0.0
    why = f"名称核心相同：{s.core}" if same_core else f"形近字：{s.core}，{t.core}"
    if score >= 0.7:
        decisions.same(a.number, b.number, min(score, 1.0), why)
    else:
        decisions.unsure(a.number, b.number, score, why)


def _place(sig: Signature, body: Body) -> str:
    """The code of the place that a name begins with; of a public body without one its page's home."""
    item = body.items[0]
    if not sig.place and item.leaf == "PublicBody" and not is_national(folded(item.full)):
        return home_code(item.home)
    return area_code(sig.place, item.home)


def _of_two_towns(a: Item, b: Item) -> bool:
    """Both names begin with a town of the register, but not with the same one (斜桥镇党委, 新桥镇党委)."""
    return len({town for i in (a, b) if (town := _own_town(i))}) > 1


def _own_town(item: Item) -> str:
    text = folded(item.full)
    return places.own_town(leading_area(text, item.home)[1], item.home)[0]


class _Index:
    """Finds the bodies that a short name may mean."""

    def __init__(self, known: Sequence[Body]) -> None:
        self._exact: defaultdict[str, list[Body]] = defaultdict(list)
        self._start: defaultdict[str, list[tuple[Body, str]]] = defaultdict(list)
        self._gaps: defaultdict[str, list[Body]] = defaultdict(list)
        for body in known:
            for name in sorted(body.names):
                self._exact[name].append(body)
            for name in body.spellings:
                if 4 <= len(name) <= 8:
                    for gap in with_gaps(name):
                        self._gaps[gap].append(body)
            home = body.items[0].home
            for start, rest in sorted({(w, s.core[1:]) for s in body.cores for w in _starts(s, home)}):
                self._start[start].append((body, rest))

    def find(self, item: Item) -> list[tuple[Body, bool]]:
        """The bodies, each with whether one of its names differs in one character."""
        name = folded(item.full)
        found = {b.number: (b, False) for n in item.names for b in self._exact.get(folded(n), ())}
        sig = signature(item.full, item.home)
        for start in _starts(sig, item.home):
            near = self._start.get(start, ())
            if len(near) <= MOST_CANDIDATES:
                found |= {b.number: (b, False) for b, rest in near if is_subsequence(sig.core[1:], rest)}
        if 4 <= len(name) <= 8:
            for gap in with_gaps(name):
                if len(self._gaps.get(gap, ())) <= MOST_CANDIDATES:
                    for b in self._gaps.get(gap, ()):
                        found[b.number] = (b, True)
        return [found[n] for n in sorted(found)]


def _starts(sig: Signature, home: str) -> tuple[str, ...]:
    """Under what a core is looked up: its first two characters, and its first one with the place."""
    place = area_code(sig.place, home)
    return (sig.core[:2], f"{sig.core[0]}@{place}") if place else (sig.core[:2],)


def _attach(short: Sequence[Item], known_items: Sequence[Item], decisions: Decisions) -> list[Item]:
    """Give each short name to the one body that it fits best; returns those that nothing decided."""
    known = bodies(known_items, decisions)
    index = _Index(known)
    left: list[Item] = []
    decided: list[tuple[Item, Body, float, str]] = []
    open_pairs: list[tuple[Item, Body, float]] = []
    for item in short:
        own, asked = decisions.root(item.number), Short(item, decisions)
        scored = []
        for body, slip in index.find(item):
            if decisions.root(body.number) == own or decisions.groups.forbidden(item.number, body.number):
                continue
            score, why = fit(asked, body, slip, decisions)
            if score > 0:
                scored.append((score, body, why))
        scored.sort(key=lambda s: (-s[0], s[1].number))
        if scored and scored[0][0] >= ENOUGH and (len(scored) == 1 or scored[0][0] - scored[1][0] >= MARGIN):
            decided.append((item, scored[0][1], scored[0][0], scored[0][2]))
        else:
            left.append(item)
            open_pairs += [(item, body, score) for score, body, _ in scored[:3]]
    for item, body, score, why in decided:
        decisions.same(item.number, body.number, min(score, 1.0), why)
    for item, body, score in open_pairs:
        decisions.unsure(item.number, body.number, min(score, 1.0), "短名可指不止一家")
    return left


def _join_short(items: Sequence[Item], decisions: Decisions) -> None:
    """Short names that fit no known body are one where name and home agree, or the surroundings do."""
    named: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        named[_with_one_place(item)].append(item)
    contested = {n for pair in decisions.unsure_pairs for n in pair}
    for name in sorted(named):
        first: dict[str, Item] = {}
        for item in named[name]:
            if item.number in contested:
                continue
            other = first.setdefault(home_code(item.home), item)
            if other is not item:
                decisions.equal(other.number, item.number)
        heads = list(first.values())
        for other in heads[1:]:
            if len(name) >= 4 or heads[0].people & other.people or one_region(heads[0].home, other.home):
                decisions.same(heads[0].number, other.number, 0.6, f"同名：{item.full}")
            else:
                decisions.unsure(heads[0].number, other.number, 0.45, "同名，异地")


def _with_one_place(item: Item) -> str:
    """The name with its place's code, so that 温岭农商行 and 温岭市农商行 are equal."""
    sig = signature(item.full, item.home)
    return f"{area_code(sig.place, item.home)} {sig.core}{sig.form}" if sig.place else folded(item.full)
