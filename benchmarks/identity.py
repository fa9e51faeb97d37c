#!/usr/bin/env python3
"""How long identity takes, and how much memory, as the number of distinct names grows.

usage: python benchmarks/identity.py [NAMES ...]        (default: 10000 100000)

Makes a corpus of invented names: companies, persons, bodies, projects and parks of twenty counties, drawn by Zipf's law,
three mentions a name on average, 30 % of the mentions under a variant (short name, without legal form, one wrong
character). Each size runs three times, in turn, in a process of its own; printed are seconds, pages, referents, entities
and peak memory of each run, and how the medians grow: a shared machine's single runs differ by a fifth.
"""

from __future__ import annotations

import itertools
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from wlgraph.entities import Ledger, resolve
from wlgraph.model import Article, Leaf, Mention, Naming, Page, Reading, Referent, Shard, Span, Stating
from wlgraph.registers import counties, surnames

ROUNDS = 3
SEED = 20230626
A_PAGE = 40
MENTIONS_A_NAME = 3
VARIANTS = 0.3
SYLLABLES = "安邦宝昌诚达德鼎东丰福富高光广国海航豪和恒宏鸿华辉惠吉佳嘉建金锦晶精景久巨君凯康科乐力利联龙隆茂美明铭宁鹏平启千庆荣瑞润三森盛时双顺泰腾天通同万旺威维伟文吾祥翔翼新信兴星雄旭亚阳扬耀业一亿益银英永优友宇誉元源远跃云运泽展长兆正志智中众卓"
TRADES = ("泵业", "机电", "鞋业", "机械", "阀门", "科技", "数控", "食品", "物流", "药业", "新材料", "模具")
FORMS = ("有限公司", "股份有限公司", "有限公司", "厂")
BODIES = ("经济和信息化局", "商务局", "教育局", "水利局", "人民政府", "市场监督管理局")


def invented(number: int, homes: list[str], dice: random.Random) -> tuple[Leaf, str, str]:
    """Class, full name and home of one invented thing."""
    home = dice.choice(homes)
    brand = "".join(dice.choices(SYLLABLES, k=3))
    match number % 10:
        case 0 | 1 | 2 | 3 | 4:
            return "Company", home + brand + dice.choice(TRADES) + dice.choice(FORMS), home
        case 5 | 6 | 7:
            return "Person", dice.choice(sorted(surnames())) + "".join(dice.choices(SYLLABLES, k=2)), home
        case 8:
            return "Project", brand + "路建设工程", home
        case _:
            return "IndustrialPark", brand + "小微企业产业园", home


def variant(name: str, home: str, dice: random.Random) -> str:
    bare = name.removeprefix(home)
    for form in sorted(FORMS, key=len, reverse=True):
        bare = bare.removesuffix(form)
    kind = dice.random()
    if kind < 0.5:
        return bare
    if kind < 0.8:
        return bare[:3]
    place = dice.randrange(len(name))
    return name[:place] + dice.choice(SYLLABLES) + name[place + 1 :]


def corpus(names: int) -> Iterator[Shard]:
    dice = random.Random(SEED)
    homes = sorted(d.name for d in counties("33"))[:20]
    things = [invented(i, homes, dice) for i in range(names)]
    weights = list(itertools.accumulate(1 / (i + 10) for i in range(names)))
    drawn = [*range(names), *dice.choices(range(names), cum_weights=weights, k=names * (MENTIONS_A_NAME - 1))]
    of_home: dict[str, list[int]] = {}
    for i in drawn:
        of_home.setdefault(things[i][2], []).append(i)
    for home, numbers in sorted(of_home.items()):
        dice.shuffle(numbers)
        for n, start in enumerate(range(0, len(numbers), A_PAGE)):
            printed = []
            for i in numbers[start : start + A_PAGE]:
                leaf, name, _ = things[i]
                varies = leaf != "Person" and dice.random() < VARIANTS
                printed.append((leaf, variant(name, home, dice) if varies else name))
            yield page(f"{home}-{n:05}.txt", home, dict.fromkeys(printed))


def page(name: str, home: str, printed: dict[tuple[Leaf, str], None]) -> Shard:
    text = "。".join(n for _, n in printed)
    mentions, referents, sentences, at = [], [], [], 0
    for i, (leaf, words) in enumerate(printed):
        span = Span(at, at + len(words))
        mentions.append(Mention(article="a1", span=span, text=words, leaf=leaf, referent=f"e{i}"))
        referents.append(Referent(id=f"e{i}", leaf=leaf, name=words))
        sentences.append(Span(span.start, span.end + 1))
        at = span.end + 1
    article = Article(id="a1", text=text, offsets=(), blocks=(), sentences=tuple(sentences))
    reading = Reading(page=Page(name=name, text=text, home=home, date="2023-06-26"), articles=(article,))
    naming = Naming(mentions=tuple(mentions), referents=tuple(referents))
    return Shard(key=name, reading=reading, naming=naming, stating=Stating(claims=(), figures=()))


def measure(names: int) -> float:
    shards = list(corpus(names))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, busy = time.perf_counter(), time.process_time()
    resolution = resolve(shards, ledger=Ledger())
    seconds = time.perf_counter() - start
    busy = time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    referents = sum(len(s.naming.referents) for s in shards)
    print(
        f"{names} names, {len(shards)} pages, {referents} referents: {seconds:.2f} s ({busy:.2f} s of processor), {len(resolution.entities)} entities, "
        f"{len(resolution.matches)} matches, peak {peak:.0f} MB ({before:.0f} MB of it before)",
        flush=True,
    )
    return seconds


def run(size: str) -> float:
    """The seconds of one size, measured in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "--one", size], check=True, capture_output=True, text=True)
    print(done.stdout, end="", flush=True)
    seconds = re.search(r": ([\d.]+) s \(", done.stdout)
    assert seconds is not None
    return float(seconds[1])


def main(sizes: list[str]) -> None:
    if sizes[:1] == ["--one"]:
        measure(int(sizes[1]))
        return
    sizes = sizes or ["10000", "100000"]
    taken: dict[str, list[float]] = {size: [] for size in sizes}
    for _ in range(ROUNDS):
        for size in sizes:
            taken[size].append(run(size))
    medians = {size: statistics.median(seconds) for size, seconds in taken.items()}
    for small, large in itertools.pairwise(sizes):
        grown, times = int(large) / int(small), medians[large] / medians[small]
        print(
            f"{grown:g} times the names: {times:.1f} times the time ({medians[small]:.2f} and {medians[large]:.2f} s)"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
