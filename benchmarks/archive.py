#!/usr/bin/env python3
"""Compose an archive of any size from the marked pages, with names exchanged so that things grow in number as they would.

usage: python benchmarks/archive.py FOLDER PAGES

Every page is a marked page as printed, in which persons, companies, products, projects, parks and villages bear
other names. Which name comes next is drawn by the two-parameter Chinese restaurant process (J. Pitman and
M. Yor, Annals of Probability 25, 1997): most draws repeat a name, common ones oftener, and new names grow as a power of
the number of draws, as in Heaps' law. Bodies, towns, areas, events and programmes keep theirs. The same size gives the
same pages, and a smaller archive is the beginning of a larger one.
"""

from __future__ import annotations

import json
import random
import re
import sys
from datetime import date, timedelta
from pathlib import Path

from wlgraph.registers import surnames

MARKED = Path(__file__).resolve().parents[1] / "evaluation" / "marked" / "pages"
MARK = re.compile(r"【([^|】]*)\|([^|】]*)(?:\|([^】]*))?】")
HAN = re.compile(r"(?![第全一二三四五六七八九十])[\u4e00-\u9fff]{2,}")
PEOPLE = ("Person", "Official")
RENAMED = ("Company", "Product", "Project", "IndustrialPark", "Village")
SYLLABLES = "安邦宝昌诚达德鼎东丰福富高光广国海航豪和恒宏鸿华辉惠吉佳嘉建金锦晶精景久巨君凯康科乐力利联龙隆茂美明铭宁鹏平启千庆荣瑞润三森盛时双顺泰腾天通同万旺威维伟文吾祥翔翼新信兴星雄旭亚阳扬耀业一亿益银英永优友宇誉元源远跃云运泽展长兆正志智中众卓"
DISCOUNT, STRENGTH = 0.6, 50.0
START, SPREAD_DAYS = date(2015, 1, 1), 3000


class Names:
    """Draws names of one kind by a Chinese restaurant process."""

    def __init__(self, kind: str) -> None:
        self._dice = random.Random(kind)
        self._kind = kind
        self._drawn: list[int] = []
        self._known = 0

    def draw(self, length: int) -> str:
        fresh = (STRENGTH + DISCOUNT * self._known) / (STRENGTH + len(self._drawn))
        if self._dice.random() < fresh or not self._drawn:
            number = self._known
            self._known += 1
        else:
            number = self._dice.choice(self._drawn)
        self._drawn.append(number)
        own = random.Random(f"{self._kind} {number} {length}")
        if self._kind == "people":
            return own.choice(SURNAMES) + "".join(own.choices(SYLLABLES, k=length - 1))
        return "".join(own.choices(SYLLABLES, k=length))


SURNAMES = sorted(name for name in surnames() if len(name) == 1)


class Template:
    """A marked page: its lines, and what of each name may be exchanged."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text("utf-8").splitlines()
        meta = dict(re.findall(r"(\w+)=(\S+)", lines[0]))
        self.home, self.publication = meta.get("home", "温岭市"), meta.get("publication", "温岭日报")
        self.text = "\n".join(filter(None, map(_printed, lines[1:]))) + "\n"
        surfaces: dict[tuple[str, str], set[str]] = {}
        for surface, leaf, canonical in MARK.findall("\n".join(lines)):
            surfaces.setdefault((canonical or surface, leaf), set()).add(surface)
        self.stems = sorted(filter(None, (self._stem(name, leaf, found) for (name, leaf), found in surfaces.items())))

    def _stem(self, name: str, leaf: str, surfaces: set[str]) -> tuple[str, str] | None:
        """What all surfaces of a name share and may be exchanged, and the kind that it is drawn from."""
        if leaf in PEOPLE:
            return ("people", name) if 2 <= len(name) <= 3 and name[0] in SURNAMES else None
        if leaf not in RENAMED:
            return None
        shortest = min(surfaces, key=len)
        for area in (self.home, self.home[:-1]):
            shortest = shortest.removeprefix(area)
        found = HAN.search(shortest)
        stem = found[0][: 3 if len(found[0]) == 3 else 2] if found else ""
        return (leaf, stem) if stem and all(stem in surface for surface in surfaces) else None

    def exchange(self, names: dict[str, Names]) -> list[tuple[str, str, str]]:
        """What each stem becomes on the next page made of this: kind, stem, other name."""
        return [(kind, stem, names.setdefault(kind, Names(kind)).draw(len(stem))) for kind, stem in self.stems]


def replaced(text: str, others: dict[str, str]) -> str:
    """A text with all its names exchanged at once; lengths stay, so offsets do."""
    if not others:
        return text
    longest_first = sorted(others, key=lambda name: (-len(name), name))
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: others[found[0]], text)


def _printed(line: str) -> str:
    """A line of a marked page as a newspaper prints it; an article begins with an empty line."""
    word, _, rest = line.partition(" ")
    if word in ("@rel", "@fig"):
        return ""
    if word == "@article":
        return "\n"
    if word == "@byline":
        reporter = re.search(r"reporter=([^\s=]+)(?=\s|$)", rest)
        return f"本报记者 {reporter[1]}" if reporter else ""
    return MARK.sub(r"\1", rest if word in ("@kicker", "@headline") else line)


class Archive:
    """An archive of some pages; from the page ``distinct`` on each is an earlier one with its names exchanged again."""

    def __init__(self, pages: int, distinct: int = 0) -> None:
        self.pages = pages
        self.distinct = min(distinct or pages, pages)
        self._texts: list[str] = []
        self._sidecars: list[str] = []
        self._exchanged: list[list[tuple[str, str, str]]] = []
        self._names: dict[str, Names] = {}
        self.characters = 0

    def write(self, folder: Path) -> None:
        """Write the pages with their sidecars."""
        folder.mkdir(parents=True, exist_ok=True)
        templates = [Template(path) for path in sorted(MARKED.glob("[A-P]*.txt"))]
        dice = random.Random(0)
        for _ in range(self.distinct):
            template = dice.choice(templates)
            day = START + timedelta(days=dice.randrange(SPREAD_DAYS))
            sidecar = {"publication": template.publication, "home": template.home, "date": day.isoformat()}
            self._exchanged.append(template.exchange(self._names))
            self._texts.append(replaced(template.text, {stem: name for _, stem, name in self._exchanged[-1]}))
            self._sidecars.append(json.dumps(sidecar, ensure_ascii=False))
        self.others = [self._others(number) for number in range(self.pages)]
        for number in range(self.pages):
            text = replaced(self._texts[number % self.distinct], self.others[number])
            self.characters += len(text)
            (folder / f"{number:06}.txt").write_text(text, "utf-8")
            (folder / f"{number:06}.meta.json").write_text(self._sidecars[number % self.distinct], "utf-8")

    def _others(self, number: int) -> dict[str, str]:
        """The names of a repeated page by those of the page that it repeats."""
        if number < self.distinct:
            return {}
        exchanged = self._exchanged[number % self.distinct]
        return {name: self._names[kind].draw(len(name)) for kind, _, name in exchanged}


if __name__ == "__main__":
    archive = Archive(int(sys.argv[2]))
    archive.write(Path(sys.argv[1]))
    print(archive.characters, "characters")
