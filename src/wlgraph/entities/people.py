"""Persons of the same name: one where their posts, bodies or places agree, several where these contradict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from wlgraph.entities import places
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.scopes import home_code
from wlgraph.entities.shapes import one_slip, with_gaps
from wlgraph.entities.signature import folded, leading_area

RARE_LENGTH = 3
"""A name of three characters rarely belongs to two persons of one county; one of two characters often does."""
_BESIDE = ("代表", "委员", "会员", "理事", "顾问", "第一书记", "指导员", "联络员", "河长", "林长", "路长", "田长")
"""Roles that a person holds beside a post elsewhere (a village's secretary is a deputy of the congress, a bureau's clerk
a village's first secretary)."""
_VILLAGE_BODY = re.compile("村|社区(?=党|居|$)|居委会")
_TOWN = re.compile(r".{1,6}?(?:(?<!乡)镇(?!化)|(?<!城)乡(?![村镇贤])|街道)")
"""A town that a body's name begins with; 城乡建设, 乡镇企业 and 新型城镇化 name none."""
MANY = 40
"""Above this number of different persons of one name, or of names with one character open, nothing but posts decides."""


@dataclass(slots=True)
class _Person:
    """What is known of one person so far."""

    number: int
    homes: set[str] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)
    near: set[int] = field(default_factory=set)
    counties: set[str] = field(default_factory=set)
    villages: set[int] = field(default_factory=set)
    private: set[int] = field(default_factory=set)
    official: bool = False
    pages: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    articles: set[tuple[str, str]] = field(default_factory=set)
    firms: set[int] = field(default_factory=set)
    """What is no public body and stands in the same articles."""
    terms: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By the day of a page, the towns that the person serves then."""


Firms = dict[tuple[str, str], set[int]]
"""By page and article, the organizations there that are no public bodies."""


def match_people(decisions: Decisions) -> None:
    """Decide on all items of the group Person; bodies and places must have been decided before."""
    named: defaultdict[str, list[Item]] = defaultdict(list)
    firms: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for item in decisions.items:
        if item.group == "Person":
            named[folded(item.full)].append(item)
        elif item.group == "Organization" and item.leaf != "PublicBody":
            for article in item.articles:
                firms[item.page, article].add(decisions.root(item.number))
    for name in sorted(named):
        if len(named[name]) > 1:
            _match_namesakes(name, named[name], firms, decisions)
    _match_slips(named, firms, decisions)


def _match_slips(named: dict[str, list[Item]], firms: Firms, decisions: Decisions) -> None:
    """Names with one character that optical recognition takes for another: one person where an article or a body has
    both and no sentence puts the two together."""
    gaps: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(named):
        for gap in list(with_gaps(name))[1:] if len(name) >= RARE_LENGTH else ():
            gaps[gap].append(name)
    for alike in gaps.values():
        for a, b in combinations(alike, 2) if len(alike) <= MANY else ():
            if one_slip(a, b) and len(named[a]) + len(named[b]) <= MANY:
                _match_slip(named[a], named[b], firms, decisions)


def _match_slip(found: Sequence[Item], others: Sequence[Item], firms: Firms, decisions: Decisions) -> None:
    persons = [_persons(items, firms, decisions) for items in (found, others)]
    for a in persons[0]:
        for b in persons[1]:
            beside = {i.number for i in others} & {n for i in found for n in i.near}
            if beside or _contradiction(a, b):
                continue
            why = f"形近字：{decisions.items[a.number].full}，{decisions.items[b.number].full}"
            if a.articles & b.articles or a.bodies & b.bodies:
                decisions.same(a.number, b.number, 0.75, why)
            elif a.homes & b.homes:
                decisions.unsure(a.number, b.number, 0.4, why)


def _match_namesakes(name: str, found: Sequence[Item], firms: Firms, decisions: Decisions) -> None:
    items = [i for i in found if i.career or not _is_several(i, decisions)]
    for item in found:
        if item not in items:
            for other in items:
                decisions.unsure(item.number, other.number, 0.4, "该文中同名者似不止一人")
    _join_by_body(items, decisions)
    posted = [p for p in _persons(items, firms, decisions) if p.bodies]
    if len(posted) <= MANY:
        for a, b in combinations(posted, 2):
            if reason := _contradiction(a, b):
                decisions.apart(a.number, b.number, reason)
        _join_careers(name, posted, decisions)
    _join_bare(name, _persons(items, firms, decisions), decisions)
    _leave_open(_persons(items, firms, decisions), decisions)


def _is_several(item: Item, decisions: Decisions) -> bool:
    """Whether one article gives a name posts that no one person holds together: it speaks of namesakes."""
    full_time = dict.fromkeys(b for b, role in item.posts if not role.endswith(_BESIDE))
    bodies = [b for b in full_time if b not in item.former]
    held = []
    for body in bodies if len(bodies) > 1 else ():
        one = _Person(item.number)
        _add_post(one, body, decisions)
        held.append(one)
    return any(
        (a.counties and b.counties and not _near(a.counties, b.counties))
        or (a.villages and b.counties and not b.villages)
        or (b.villages and a.counties and not a.villages)
        for a, b in combinations(held, 2)
    )


def _join_by_body(items: Iterable[Item], decisions: Decisions) -> None:
    holders: dict[int, int] = {}
    for item in items:
        for body, _ in item.posts:
            first = holders.setdefault(decisions.root(body), item.number)
            if first != item.number:
                decisions.same(first, item.number, 0.95, f"同名，同在{decisions.items[body].full}任职")


def _persons(items: Iterable[Item], firms: Firms, decisions: Decisions) -> list[_Person]:
    made: dict[int, _Person] = {}
    for item in items:
        root = decisions.root(item.number)
        person = made.setdefault(root, _Person(item.number))
        person.number = min(person.number, item.number)
        person.homes.add(item.home)
        person.pages.add(item.page)
        person.official |= item.leaf == "Official"
        person.people |= item.people
        for article in item.articles:
            person.articles.add((item.page, article))
            person.firms |= {decisions.root(n) for n in firms.get((item.page, article), ())}
        for other in item.near:
            if decisions.items[other].group in ("Organization", "Place"):
                person.near.add(decisions.root(other))
        for body, role in item.posts:
            _add_post(person, body, decisions)
            if body not in item.former and not role.endswith(_BESIDE) and (town := _town(decisions.items[body])):
                person.terms[item.date or item.page].add(town)
    return sorted(made.values(), key=lambda p: p.number)


def _add_post(person: _Person, body: int, decisions: Decisions) -> None:
    item, root = decisions.items[body], decisions.root(body)
    person.bodies.add(root)
    if item.leaf == "Village" or _VILLAGE_BODY.search(item.full[-8:]):
        person.villages.add(root)
    elif item.leaf in ("PublicBody", "AdministrativeArea", "Town"):
        person.counties.add(county_of(item))
    else:
        person.private.add(root)


def county_of(item: Item) -> str:
    """Code of the county or prefecture that a body belongs to: by its register code, its name, else its page's home."""
    if item.code:
        return item.code[:6]
    place, rest = leading_area(folded(item.full), item.home)
    if not place and (town := _TOWN.match(rest)) and (own := places.town(town.group(), item.home)):
        return own.code[:6]
    found = places.area(place, item.home) if place else places.home_of(item.home)
    return found.code if found else item.home


def _town(body: Item) -> str:
    """The town that a body belongs to, by its name (泽国镇党委)."""
    if body.leaf not in ("PublicBody", "Town") or not _TOWN.search(body.full):
        return ""
    _, rest = leading_area(folded(body.full), body.home)
    found = _TOWN.match(rest)
    return f"{county_of(body)}{found.group()}" if found else ""


def _near(a: Iterable[str], b: Iterable[str]) -> bool:
    """The same county, or a county and its prefecture or province."""
    return any(x.startswith(y) or y.startswith(x) for x in a for y in b)


def _contradiction(a: _Person, b: _Person) -> str:
    if a.bodies & b.bodies:
        return ""
    signs = (
        (a.counties and b.counties and not _near(a.counties, b.counties), "同名，任职于不同县市"),
        (a.villages and b.villages and not _village_shared(a, b), "同名，任职于不同村社"),
        (bool(a.villages) != bool(b.villages) and not (a.counties and b.counties), "同名，一在村社一在别处任职"),
        (_towns_at_once(a, b), "同名，同日任职于不同乡镇"),
        (_only_private(a, b) or _only_private(b, a), "同名，一在企业一在机关"),
    )
    return next((reason for found, reason in signs if found), "")


def _village_shared(a: _Person, b: _Person) -> bool:
    return bool(a.villages & (b.villages | b.near) or b.villages & a.near)


def _towns_at_once(a: _Person, b: _Person) -> bool:
    return any(not towns & b.terms[day] for day, towns in a.terms.items() if day in b.terms)


def _only_private(a: _Person, b: _Person) -> bool:
    """Whether the one serves firms only and the other public bodies only."""
    return bool(a.private and b.counties and not b.private and not a.counties)


def _join_careers(name: str, posted: Sequence[_Person], decisions: Decisions) -> None:
    """Posts in one county's bodies, one after the other, are one official's career where no other bears the name."""
    for a, b in combinations(posted, 2):
        if a.counties and b.counties and _near(a.counties, b.counties):
            rivals = [
                p
                for p in posted
                for q in (a, b)
                if decisions.root(p.number) not in (decisions.root(a.number), decisions.root(b.number))
                and decisions.groups.forbidden(p.number, (b if q is a else a).number)
                and p.counties
                and _near(p.counties, q.counties)
            ]
            score = 0.75 if len(name) >= RARE_LENGTH else 0.65
            if not rivals:
                decisions.same(a.number, b.number, score, "同名，先后在同一县市任职")
        elif a.villages and b.villages and (a.villages & b.near or b.villages & a.near):
            decisions.same(a.number, b.number, 0.75, "同名，任职村社同现")


def _join_bare(name: str, persons: Sequence[_Person], decisions: Decisions) -> None:
    """Those without a post: to the one person of that name whose body or place stands near, else to the only one."""
    posted = [p for p in persons if p.bodies]
    bare = [p for p in persons if not p.bodies]
    undecided = []
    for p in bare:
        scored = sorted(((_likeness(p, q, name), -q.number) for q in posted), reverse=True)
        if scored and scored[0][0] >= 0.5 and (len(scored) == 1 or scored[0][0] - scored[1][0] >= 0.15):
            decisions.same(p.number, -scored[0][1], scored[0][0], "同名，同处一地或同一单位")
        else:
            undecided.append(p)
    first: dict[tuple[str, bool], _Person] = {}
    for p in undecided:
        home = min(p.homes)
        q = first.setdefault((home, p.official), p)
        if q is not p and (len(name) >= RARE_LENGTH or p.near & q.near or p.people & q.people or p.pages & q.pages):
            decisions.same(q.number, p.number, 0.6, "同名，同在一地")


def _likeness(bare: _Person, posted: _Person, name: str) -> float:
    score = 0.3 if len(name) >= RARE_LENGTH else 0.1
    score += 0.2 if bare.pages & posted.pages else 0.0
    if bare.near & (posted.bodies | posted.near):
        score += 0.3
    elif bare.firms & posted.bodies:
        score += 0.2
    score += 0.1 if len(bare.people & posted.people) > 0 else 0.0
    counties = posted.counties or {home_code(h) for h in posted.homes}
    score += 0.2 if _near({home_code(h) for h in bare.homes}, counties) else -0.2
    if bare.official:
        score += 0.15 if posted.counties or posted.villages else -0.2
    return round(score, 3)


def _leave_open(persons: Sequence[_Person], decisions: Decisions) -> None:
    if len(persons) > MANY:
        return
    for a, b in combinations(persons, 2):
        if not decisions.groups.forbidden(a.number, b.number):
            decisions.unsure(a.number, b.number, 0.4, "同名，无从判断")
