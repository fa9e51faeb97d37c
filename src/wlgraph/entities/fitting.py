"""How well a short name fits an organization: by the name, the home, the people and the surroundings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from wlgraph.characters import is_subsequence
from wlgraph.entities import places
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.scopes import home_code
from wlgraph.entities.shapes import difference, is_other, is_slip
from wlgraph.entities.signature import Signature, folded, signature, trade
from wlgraph.model import Leaf

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
    leaves: set[Leaf] = field(default_factory=set)
    members: set[int] = field(default_factory=set)
    spellings: tuple[str, ...] = ()
    """Its names and their cores, in order."""


class Short:
    """A short name that is held against many bodies, with what is asked of it every time."""

    def __init__(self, item: Item, decisions: Decisions) -> None:
        self.item = item
        self.name = folded(item.full)
        self.signature = signature(item.full, item.home)
        self.home = home_code(item.home)
        self._decisions = decisions

    @cached_property
    def near(self) -> frozenset[int]:
        return _near(self.item, self._decisions)

    @cached_property
    def trade(self) -> tuple[str, str]:
        return trade(self.signature.core)


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
                if code := area_code(sig.place, item.home):
                    body.areas.add(code)
        body.homes.add(home_code(item.home))
        body.people |= item.people
        body.near |= _near(item, decisions)
        body.pages.add(item.page)
        body.leaves.add(item.leaf)
        body.members.add(item.number)
    for body in made.values():
        body.spellings = tuple(sorted(body.names | {s.core for s in body.cores}))
    return list(made.values())


def _near(item: Item, decisions: Decisions) -> frozenset[int]:
    """What stands in one sentence with it and says something."""
    return frozenset(decisions.root(n) for n in item.near if _tells(decisions.items[n]))


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


def area_code(place: str, home: str) -> str:
    found = places.area(place, home) if place else None
    return found.code if found else place


def fit(short: Short, body: Body, slip: bool, decisions: Decisions) -> tuple[float, str]:
    """How well a short name fits a body: by the name itself, the home, the people and the surroundings."""
    score, why = _name_fit(short, body)
    if slip and not score:
        score, why = _slip_fit(short, body)
    if not score:
        return 0.0, ""
    item, home = short.item, short.home
    if home in body.homes:
        score += 0.15
    elif not any(home.startswith(h) or h.startswith(home) for h in body.homes):
        score -= 0.1
    if body.areas and any(a.startswith(home) or home.startswith(a) for a in body.areas):
        score += 0.1
    elif any(len(a) == 6 for a in body.areas):
        score -= 0.15
    if not item.people.isdisjoint(body.people):
        score, why = score + 0.3, why + "，人物相同"
    elif not item.article_people.isdisjoint(body.people):
        score, why = score + 0.15, why + "，同文人物相同"
    if (short.near & body.near) - {decisions.root(body.number)}:
        score, why = score + 0.1, why + "，上下文相同"
    if not has_trade(item) and any(_begin_alike(item, i) for i in body.items if _one_article(item, i)):
        score -= 0.3
    if item.leaf not in body.leaves:
        score -= 0.2
    return round(score, 3), why


def _one_article(a: Item, b: Item) -> bool:
    return a.page == b.page and not set(a.articles).isdisjoint(b.articles)


def _begin_alike(a: Item, b: Item) -> bool:
    """Two names that an article would have taken for one thing's, had nothing stood against it."""
    return signature(a.full, a.home).core[:2] == signature(b.full, b.home).core[:2]


def _name_fit(asked: Short, body: Body) -> tuple[float, str]:
    item, short = asked.item, asked.signature
    if asked.name in body.names:
        return 0.5, f"同一短名：{item.full}"
    best = (0.0, "")
    if item.leaf == "Company" and body.leaves == {"PublicBody"}:
        return best
    for sig in body.cores:
        if short.core[:1] != sig.core[:1]:
            continue
        if short.numbers != sig.numbers[: len(short.numbers)] or not _forms_agree(short.form, sig.form):
            continue
        if short.place and sig.place and not _same_area(short.place, sig.place, item.home):
            continue
        if sig.core.endswith(_OFFICE_END) or not is_short_of(short, sig):
            continue
        brand, line = asked.trade
        score = 0.35 + (0.2 if line or short.form else 0.0)
        score += 0.05 if brand == trade(sig.core)[0] else 0.0
        best = max(best, (score, f"{item.full}为{sig.place}{sig.core}{sig.form}的短名"))
    return best


def _slip_fit(short: Short, body: Body) -> tuple[float, str]:
    """A name with one other character: on a page that has the right one too only one that looks alike, and never in one
    sentence with it."""
    item, best = short.item, (0.0, "")
    if not body.members.isdisjoint(item.near):
        return best
    for other in body.spellings:
        if (one := difference(short.name, other)) is None:
            continue
        if is_slip(*one):
            best = max(best, (0.45, f"形近字：{item.full}，{other}"))
        elif item.page not in body.pages and is_other(*one):
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
    return area_code(a, home) == area_code(b, home)
