"""Organizations under full and short names: 利欧, 利欧泵业 and 利欧集团浙江泵业有限公司."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wlgraph.entities import places
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.scopes import home_code
from wlgraph.entities.shapes import one_other, one_slip, with_gaps
from wlgraph.entities.signature import Signature, folded, is_subsequence, signature, trade

ENOUGH = 0.5
MARGIN = 0.12
MOST_CANDIDATES = 60
_OFFICE_END = ("局", "厅", "委", "部", "政府", "委员会", "人大", "政协", "法院", "检察院", "常委会")


@dataclass(slots=True)
class Body:
    """What is known so far of one organization: its names, homes, people and surroundings."""

    number: int
    items: list[Item]
    names: set[str] = field(default_factory=set)
    cores: set[Signature] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    near: set[int] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)


def is_full(item: Item) -> bool:
    """The name says enough by itself: a legal form, or a body of another kind than a company."""
    if item.leaf != "Company":
        return len(folded(item.full)) >= 4
    return any(signature(n, item.home).full for n in item.names)


def match_organizations(decisions: Decisions) -> None:
    """Full names first, then names with a line of trade, then bare brands, each against what is known by then."""
    items = [i for i in decisions.items if i.group == "Organization"]
    full = [i for i in items if is_full(i)]
    rest = [i for i in items if not is_full(i)]
    _match_full(full, decisions)
    with_trade = [i for i in rest if has_trade(i)]
    bare = [i for i in rest if not has_trade(i)]
    left = _attach(with_trade, full, decisions)
    left = _attach_rest(left, full, with_trade, decisions)
    _join_short(left, decisions)
    known = full + with_trade
    left = _attach(bare, known, decisions)
    left = _attach_rest(left, known, bare, decisions)
    _join_short(left, decisions)


def _attach_rest(left: list[Item], known: list[Item], tried: list[Item], decisions: Decisions) -> list[Item]:
    """Once more, now that those of the same kind that found their body tell more about it."""
    missing = {i.number for i in left}
    return _attach(left, known + [i for i in tried if i.number not in missing], decisions) if left else []


def has_trade(item: Item) -> bool:
    core = signature(item.full, item.home)
    return bool(core.form) or bool(trade(core.core)[1])


def bodies(items: Iterable[Item], decisions: Decisions) -> list[Body]:
    made: dict[int, Body] = {}
    for item in items:
        body = made.setdefault(decisions.root(item.number), Body(item.number, []))
        body.items.append(item)
        for name in item.names:
            body.names.add(folded(name))
        for name in {item.full, *item.names}:
            sig = signature(name, item.home)
            if sig.full or name == item.full:
                body.cores.add(sig)
        body.homes.add(home_code(item.home))
        body.areas |= {code for s in body.cores if (code := _area_code(s.place, item.home))}
        body.people |= item.people
        body.near |= {decisions.root(n) for n in item.near if _tells(decisions.items[n])}
        body.pages.add(item.page)
    return list(made.values())


def _tells(item: Item) -> bool:
    """Things whose neighbourhood says something: not the county itself, nor its bodies, nor general words."""
    return item.leaf not in (
        "AdministrativeArea",
        "PublicBody",
        "Industry",
        "Recognition",
        "Campaign",
        "Policy",
        "Person",
        "Official",
    )


def _area_code(place: str, home: str) -> str:
    found = places.area(place, home) if place else None
    return found.code if found else place


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
    if s.numbers != t.numbers or s.directions != t.directions:
        decisions.apart(a.number, b.number, f"序号或方位不同：{s.core}，{t.core}")
        return
    place_a, place_b = _area_code(s.place, a.items[0].home), _area_code(t.place, b.items[0].home)
    if place_a and place_b and place_a != place_b:
        if (s.full and t.full) or not (place_a.startswith(place_b) or place_b.startswith(place_a)):
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


class _Index:
    """Finds the bodies that a short name may mean."""

    def __init__(self, known: Sequence[Body]) -> None:
        self._exact: defaultdict[str, list[Body]] = defaultdict(list)
        self._start: defaultdict[str, list[Body]] = defaultdict(list)
        self._gaps: defaultdict[str, list[Body]] = defaultdict(list)
        for body in known:
            for name in sorted(body.names):
                self._exact[name].append(body)
            for name in _short_spellings(body):
                if 4 <= len(name) <= 8:
                    for gap in with_gaps(name):
                        self._gaps[gap].append(body)
            for start in sorted({w for s in body.cores for w in _starts(s, body.items[0].home)}):
                self._start[start].append(body)

    def find(self, item: Item) -> list[tuple[Body, bool]]:
        """The bodies, each with whether one of its names differs in one character."""
        name = folded(item.full)
        found = {b.number: (b, False) for n in item.names for b in self._exact.get(folded(n), ())}
        for start in _starts(signature(item.full, item.home), item.home):
            near = self._start.get(start, ())
            if len(near) <= MOST_CANDIDATES:
                found |= {b.number: (b, False) for b in near}
        if 4 <= len(name) <= 8:
            for gap in with_gaps(name):
                if len(self._gaps.get(gap, ())) <= MOST_CANDIDATES:
                    for b in self._gaps.get(gap, ()):
                        found[b.number] = (b, True)
        return [found[n] for n in sorted(found)]


def _short_spellings(body: Body) -> list[str]:
    return sorted(body.names | {s.core for s in body.cores})


def _starts(sig: Signature, home: str) -> tuple[str, ...]:
    """Under what a core is looked up: its first two characters, and its first one with the place."""
    place = _area_code(sig.place, home)
    return (sig.core[:2], f"{sig.core[0]}@{place}") if place else (sig.core[:2],)


def _attach(short: Sequence[Item], known_items: Sequence[Item], decisions: Decisions) -> list[Item]:
    """Give each short name to the one body that it fits best; returns those that nothing decided."""
    known = bodies(known_items, decisions)
    index = _Index(known)
    left: list[Item] = []
    decided: list[tuple[Item, Body, float, str]] = []
    open_pairs: list[tuple[Item, Body, float]] = []
    for item in short:
        own = decisions.root(item.number)
        scored = []
        for body, slip in index.find(item):
            if decisions.root(body.number) == own or decisions.groups.forbidden(item.number, body.number):
                continue
            score, why = _fit(item, body, slip, decisions)
            if score > 0:
                scored.append((score, body, why))
        scored.sort(key=lambda s: (-s[0], s[1].number))
        if scored and scored[0][0] >= ENOUGH and (len(scored) == 1 or scored[0][0] - scored[1][0] >= MARGIN):
            decided.append((item, scored[0][1], scored[0][0], scored[0][2]))
        else:
            left.append(item)
            open_pairs += [(item, body, score) for score, body, _ in scored[:3]]
    for item, body, score, why in decided:
        decisions.same(item.number, body.number, score, why)
    for item, body, score in open_pairs:
        decisions.unsure(item.number, body.number, score, "短名可指不止一家")
    return left


def _fit(item: Item, body: Body, slip: bool, decisions: Decisions) -> tuple[float, str]:
    """How well a short name fits a body: by the name itself, the home, the people and the surroundings."""
    score, why = _name_fit(item, body)
    if slip and not score:
        score, why = _slip_fit(item, body)
    if not score:
        return 0.0, ""
    home = home_code(item.home)
    if home in body.homes:
        score += 0.15
    elif not any(home.startswith(h) or h.startswith(home) for h in body.homes):
        score -= 0.1
    if body.areas and any(a.startswith(home) or home.startswith(a) for a in body.areas):
        score += 0.1
    elif any(len(a) == 6 for a in body.areas):
        score -= 0.15
    if item.people & body.people:
        score, why = score + 0.3, why + "，人物相同"
    elif item.article_people & body.people:
        score, why = score + 0.15, why + "，同文人物相同"
    near = {decisions.root(n) for n in item.near if _tells(decisions.items[n])} - {decisions.root(body.number)}
    if near & body.near:
        score, why = score + 0.1, why + "，上下文相同"
    if not has_trade(item) and any(_begin_alike(item, i) for i in body.items if _one_article(item, i)):
        score -= 0.3
    return round(min(score, 1.0), 3), why


def _one_article(a: Item, b: Item) -> bool:
    return a.page == b.page and not set(a.articles).isdisjoint(b.articles)


def _begin_alike(a: Item, b: Item) -> bool:
    """Two names that an article would have taken for one thing's, had nothing stood against it."""
    return signature(a.full, a.home).core[:2] == signature(b.full, b.home).core[:2]


def _name_fit(item: Item, body: Body) -> tuple[float, str]:
    short = signature(item.full, item.home)
    if folded(item.full) in body.names:
        return 0.5, f"同一短名：{item.full}"
    best = (0.0, "")
    if item.leaf == "Company" and all(i.leaf == "PublicBody" for i in body.items):
        return best
    for sig in body.cores:
        if short.numbers != sig.numbers[: len(short.numbers)] or not _forms_agree(short.form, sig.form):
            continue
        if short.place and sig.place and not _same_area(short.place, sig.place, item.home):
            continue
        if sig.core.endswith(_OFFICE_END) or not is_short_of(short, sig):
            continue
        brand, line = trade(short.core)
        score = 0.35 + (0.2 if line or short.form else 0.0)
        score += 0.05 if brand == trade(sig.core)[0] else 0.0
        best = max(best, (score, f"{item.full}为{sig.place}{sig.core}{sig.form}的短名"))
    return best


def _slip_fit(item: Item, body: Body) -> tuple[float, str]:
    """A name with one other character: never on the page that has the right one too."""
    name, best = folded(item.full), (0.0, "")
    if item.page in body.pages:
        return best
    for other in _short_spellings(body):
        if len(other) == len(name) and one_slip(name, other):
            best = max(best, (0.45, f"形近字：{item.full}，{other}"))
        elif len(other) == len(name) and one_other(name, other):
            best = max(best, (0.2, f"一字之差：{item.full}，{other}"))
    return best


def is_short_of(short: Signature, full: Signature) -> bool:
    """The short name's characters stand in the full name's core in the same order, from its beginning on."""
    if short.core == full.core:
        return True
    if len(short.core) >= len(full.core) or not is_subsequence(short.core, full.core):
        return False
    if short.core[:2] == full.core[:2]:
        return True
    return short.core[0] == full.core[0] and len(short.core) >= 3 and bool(short.place or full.place)


def _forms_agree(short: str, full: str) -> bool:
    if any(word in short and word not in full for word in ("集团", "股份")):
        return False
    return not (short.endswith(("厂", "合作社")) and not full.endswith(short[-1]))


def _same_area(a: str, b: str, home: str) -> bool:
    return _area_code(a, home) == _area_code(b, home)


def _join_short(items: Sequence[Item], decisions: Decisions) -> None:
    """Short names that fit no known body are one where name and home agree, or the surroundings do."""
    named: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        named[folded(item.full)].append(item)
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
            if len(name) >= 4 or heads[0].people & other.people or _one_region(heads[0], other):
                decisions.same(heads[0].number, other.number, 0.6, f"同名：{item.full}")
            else:
                decisions.unsure(heads[0].number, other.number, 0.45, "同名，异地")


def _one_region(a: Item, b: Item) -> bool:
    x, y = home_code(a.home), home_code(b.home)
    return x.startswith(y) or y.startswith(x)
