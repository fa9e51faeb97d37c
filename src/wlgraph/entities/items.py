"""What resolution works on: every referent of every page, with its full names, its place and its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import intern

from wlgraph.characters import normalised_reading
from wlgraph.entities import places
from wlgraph.entities.naming import clean, full_name, named_place
from wlgraph.model import GROUP_OF, Group, Leaf, Mention, Notice, Referent, Shard, in_page_order, referent_key
from wlgraph.registers import areas

WHOLE, SAID = 1000, 100
"""Votes for a place that a claim says is the whole, and for one that stands right before the name (泽国镇某村)."""
_UNITS = {
    "Town": ("镇", "街道", "乡", "苏木", "新区", "区", "县", "农场"),
    "Village": ("村", "社区", "居", "居委会", "嘎查", "新村", "队", "里", "庄", "屯", "苑"),
}
"""How names of a class end; one that ends otherwise is short and gets the commonest unit."""
_CAREER = re.compile(
    "历任|先后(?:担?任|在)|此前|曾担?任|[升调转改]任|任上|原任|调[往到来]|赴任|履新|职务调整|免去|不再担任|任[^。，]{2,20}人选"
)
"""Words of a career, in which one person has several posts."""
_LOCAL = ("镇", "街道", "乡", "村", "社区", "办事处")


@dataclass(slots=True, eq=False)
class Item:
    """One referent of one page.

    ``full`` is its name with what the page leaves out; ``names`` are all its names, printed and full. ``towns`` are
    register codes of the towns that a village is said to be in. ``posts`` pairs numbers of items with a role:
    the bodies of a person; ``former`` are those of them whose post has ended, and ``career`` says that the text tells how a
    person came from one to another. ``people`` are names of persons in the same sentences.
    """

    number: int
    key: str
    page: str
    home: str
    date: str
    leaf: Leaf
    group: Group
    confidence: float
    name: str
    full: str
    names: tuple[str, ...]
    code: str = ""
    towns: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    weight: int = 1
    posts: tuple[tuple[int, str], ...] = ()
    former: frozenset[int] = frozenset()
    career: bool = False
    parts: tuple[int, ...] = ()
    people: frozenset[str] = frozenset()
    article_people: frozenset[str] = frozenset()
    near: tuple[int, ...] = ()


def gather(shards: Sequence[Shard]) -> tuple[list[Item], list[Notice]]:
    """The items of all pages in the order of page names and referents."""
    items: list[Item] = []
    notices: list[Notice] = []
    for shard in in_page_order(shards):
        _PageItems(shard, items, notices).add()
    return items, notices


class _PageItems:
    """Makes the items of one page: areas first, then towns, then villages, then what may need them."""

    def __init__(self, shard: Shard, items: list[Item], notices: list[Notice]) -> None:
        self.shard, self.items, self.notices = shard, items, notices
        self.page = shard.reading.page
        self.start = len(items)
        self.mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for m in shard.naming.mentions:
            self.mentions[m.referent].append(m)
        self.texts = {a.id: a.text for a in normalised_reading(shard.reading).articles}
        self.codes: dict[str, str] = {}
        self.people_sets: dict[frozenset[str], frozenset[str]] = {}
        self.towns_of: dict[str, tuple[str, ...]] = {}

    def add(self) -> None:
        referents = self.shard.naming.referents
        self._areas([r for r in referents if r.leaf == "AdministrativeArea"])
        self._towns([r for r in referents if r.leaf == "Town"])
        self._villages([r for r in referents if r.leaf == "Village"])
        numbers = {r.id: self.start + i for i, r in enumerate(referents)}
        for r in referents:
            self.items.append(self._item(r, numbers[r.id]))
        self._link(numbers)

    def _areas(self, referents: Iterable[Referent]) -> None:
        undecided = []
        for r in referents:
            if found := r.code or self._area_code(r):
                self.codes[r.id] = found
            else:
                undecided.append(r)
        known = set(self.codes.values())
        for r in undecided:
            choices = [
                d
                for n in (r.name, *r.surfaces)
                for d in areas(n)
                if d.parent_code in known or d.parent_code[:2] in known
            ]
            if len({d.code for d in choices}) == 1:
                self.codes[r.id] = choices[0].code
            elif areas(r.name):
                self._notice("place-ambiguous", f"Several areas are named {r.name}; the page does not tell which.")

    def _area_code(self, r: Referent) -> str:
        for name in (r.name, *r.surfaces):
            place = (
                places.deictic_area(name[-1], self.page.home)
                if name in ("我市", "全市", "我县", "全县", "我区", "全区", "我省", "全省")
                else name
            )
            if len(place) == 1 and place == self.page.home[0]:
                place = self.page.home
            if found := places.area(place, self.page.home):
                return found.code
        return ""

    def _towns(self, referents: Iterable[Referent]) -> None:
        counties = [c for c in self.codes.values() if len(c) >= 4]
        for r in referents:
            near = self._near(r.id, "AdministrativeArea")
            said = [self.codes[a] for a in near if near[a] >= SAID and a in self.codes and len(self.codes[a]) >= 4]
            names = (r.name, *r.surfaces)
            found = next((t for n in names if (t := places.town(n, self.page.home, said, counties))), None)
            if r.code or found:
                self.codes[r.id] = r.code or (found.code if found else "")

    def _villages(self, referents: Iterable[Referent]) -> None:
        for r in referents:
            votes = self._near(r.id, "Town")
            said = tuple(self.codes[t] for t in votes if t in self.codes and votes[t] >= SAID)
            around = tuple(self.codes[t] for t in votes if t in self.codes)
            self.towns_of[r.id] = said
            told = places.own_town(r.name, self.page.home)[0] != ""
            names = (r.name,) if told else (r.name, *r.surfaces)
            found = next((v for n in names if (v := places.village(n, self.page.home, said, around))), None)
            if r.code or found:
                self.codes[r.id] = r.code or (found.code if found else "")
            else:
                self._notice(
                    "village-unregistered", f"The register has no village {r.name} on a page of {self.page.home}."
                )

    def _near(self, referent: str, leaf: Leaf) -> dict[str, int]:
        """Referents of a class around the mentions of this one, likeliest first: its whole, next before, before, after."""
        whole = [c.object for c in self.shard.stating.claims if c.predicate == "partOf" and c.subject == referent]
        kind = {r.id: r.leaf for r in self.shard.naming.referents}
        votes: Counter[str] = Counter(dict.fromkeys((w for w in whole if kind.get(w) == leaf), WHOLE))
        for m in self.mentions[referent]:
            same = [t for t in self._of_leaf.get((m.article, leaf), ()) if t.referent != referent]
            before = [t for t in same if t.span.end <= m.span.start]
            if before:
                nearest = max(before, key=lambda t: (t.span.end, t.referent))
                between = self.texts[m.article][nearest.span.end : m.span.start]
                votes[nearest.referent] += SAID if between in ("", "的") else 10
            elif same:
                votes[min(same, key=lambda t: (t.span.start, t.referent)).referent] += 1
        return {t: votes[t] for t in sorted(votes, key=lambda t: (-votes[t], t))}

    @property
    def _of_leaf(self) -> dict[tuple[str, Leaf], list[Mention]]:
        if not hasattr(self, "_of_leaf_cache"):
            found: defaultdict[tuple[str, Leaf], list[Mention]] = defaultdict(list)
            for m in self.shard.naming.mentions:
                if m.leaf in ("AdministrativeArea", "Town", "Village"):
                    found[m.article, m.leaf].append(m)
            self._of_leaf_cache: dict[tuple[str, Leaf], list[Mention]] = dict(found)
        return self._of_leaf_cache

    def _item(self, r: Referent, number: int) -> Item:
        code = r.code or self.codes.get(r.id, "")
        town = village = ""
        if GROUP_OF[r.leaf] != "Person" and r.name.startswith(_LOCAL):
            town, village = self._place_name(r.id, "Town"), self._place_name(r.id, "Village")
        printed = tuple(dict.fromkeys(intern(clean(n)) for n in (r.name, *r.surfaces) if clean(n)))
        fulls = [intern(full_name(n, r.leaf, self.page.home, town, village)) for n in printed] or [r.name]
        fulls = [full if _of_one_place(full, fulls[0], self.page.home) else fulls[0] for full in fulls]
        if code and (own := places.above(code)):
            fulls = [own[0].name]
        elif r.leaf in _UNITS and not fulls[0].endswith(_UNITS[r.leaf]):
            fulls[0] += _UNITS[r.leaf][0]
        mentions = self.mentions[r.id]
        return Item(
            number=number,
            key=referent_key(self.page.name, r.id),
            page=self.page.name,
            home=self.page.home,
            date=self.page.date,
            leaf=r.leaf,
            group=GROUP_OF[r.leaf],
            confidence=r.confidence,
            name=printed[0] if printed else r.name,
            full=fulls[0],
            names=tuple(dict.fromkeys((*fulls, *printed))),
            code=code,
            towns=self.towns_of.get(r.id, ()),
            articles=tuple(sorted({intern(m.article) for m in mentions})),
            weight=max(1, len(mentions)),
        )

    def _place_name(self, referent: str, leaf: Leaf) -> str:
        near = list(self._near(referent, leaf))
        if not near:
            return ""
        if (code := self.codes.get(near[0], "")) and (own := places.above(code)):
            return own[0].name
        return next((r.name for r in self.shard.naming.referents if r.id == near[0]), "")

    def _link(self, numbers: dict[str, int]) -> None:
        """Posts from claims, and the persons and other things that stand in one sentence with each item."""
        items = self.items
        for c in self.shard.stating.claims:
            if c.subject not in numbers or c.object not in numbers:
                continue
            subject, object_ = numbers[c.subject], numbers[c.object]
            if c.predicate == "holdsPostIn":
                items[subject].posts += ((object_, c.role),)
                if c.modality == "ended":
                    items[subject].former |= {object_}
                items[object_].people |= {items[subject].full}
            elif c.predicate in ("partOf", "locatedIn", "tenantOf", "subsidiaryOf", "attended", "chaired"):
                items[subject].parts += (object_,)
        self._tell_people(numbers)
        together: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        sentences = {a.id: sorted(s.start for s in a.sentences) for a in self.shard.reading.articles}
        for m in self.shard.naming.mentions:
            if m.referent in numbers:
                together[m.article, _place_of(m.span.start, sentences.get(m.article, []))].add(numbers[m.referent])
        near: defaultdict[int, set[int]] = defaultdict(set)
        for members in together.values():
            for i in members:
                near[i] |= members - {i}
        self._tell_careers(numbers)
        for i, others in near.items():
            items[i].near = tuple(sorted(others))
            people = items[i].people | {items[o].full for o in others if items[o].group == "Person"}
            items[i].people = self._shared(people)

    def _tell_careers(self, numbers: dict[str, int]) -> None:
        sentences = {a.id: a.sentences for a in self.shard.reading.articles}
        for m in self.shard.naming.mentions:
            if GROUP_OF[m.leaf] == "Person" and m.referent in numbers:
                text = self.texts[m.article]
                own = next((s for s in sentences[m.article] if s.start <= m.span.start < s.end), m.span)
                self.items[numbers[m.referent]].career |= _CAREER.search(text, own.start, own.end) is not None

    def _tell_people(self, numbers: dict[str, int]) -> None:
        """To each item the persons of its articles."""
        items = self.items
        told: defaultdict[str, set[str]] = defaultdict(set)
        for i in numbers.values():
            if items[i].group == "Person":
                for article in items[i].articles:
                    told[article].add(items[i].full)
        for i in numbers.values():
            items[i].article_people = self._shared(frozenset(n for a in items[i].articles for n in told[a]))

    def _shared(self, people: frozenset[str]) -> frozenset[str]:
        """One object for equal sets of a page: an archive has a million items, and each set takes a kilobyte or two."""
        return self.people_sets.setdefault(people, people)

    def _notice(self, code: str, message: str) -> None:
        self.notices.append(Notice(code=code, message=message))


def _of_one_place(full: str, fullest: str, home: str) -> bool:
    """Whether a body's full name begins with the place of its fullest one: its 政法委 is not that of the page's home."""
    place, own = named_place(full, home), named_place(fullest, home)
    return not place or not own or place[0] == own[0]


def _place_of(offset: int, starts: Sequence[int]) -> int:
    return bisect_right(starts, offset)
