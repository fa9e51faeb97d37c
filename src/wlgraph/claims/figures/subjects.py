"""Who or what a quantity may be about: the candidates, and what speaks for each of them."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.figures.quantities import KINDS, Quantity
from wlgraph.claims.figures.scene import HEADS, ROLES, SPEECH, Scene, Sight, fits_reference
from wlgraph.model import GROUP_OF, LEAVES

Rows = NDArray[np.float32]

FAR = 600.0
_BEFORE = ("^", "在位于到", "由据被", "对向给为让", "的", "、和与及", "“《", "从自", "了")
_AFTER = ("的", "，", "、和与", "”》", "共已现将", "说称表介透坦告", "有拥", "投占总规建", "在", "（")
_GROUP_LIST = tuple(dict.fromkeys(GROUP_OF.values()))


RECENT, NEXT, HEADED = 14, 2, 6


def candidates(around: Surroundings, index: int) -> list[str]:
    """Who a quantity may be about: those named last before it or next in its sentence, the topics, the page's home."""
    scene = around.scene
    q = scene.quantities[index]
    here = scene.place(q.span.start)
    cut = bisect_left(around.starts, q.span.start)
    chosen = list(dict.fromkeys(s.referent for s in reversed(scene.sights[:cut])))[:RECENT]
    following = (s.referent for s in scene.sights[cut : cut + 6] if s.place.sentence == here.sentence)
    chosen += list(dict.fromkeys(following))[:NEXT]
    chosen += around.headed[:HEADED]
    chosen += around.pairs.get(index, ())
    topic = scene.topics[here.sentence] if 0 <= here.sentence < len(scene.topics) else ""
    chosen += [topic, around.first_of_block.get(here.block, ""), around.first_in_body, scene.home]
    return [r for r in dict.fromkeys(chosen) if r in scene.leaf_of]


def series_of(scene: Scene) -> dict[int, tuple[str, ...]]:
    """For lists told 分别 (A、B和C分别为1、2和3): the index of a quantity, and the referents that it may belong to."""
    text = scene.text
    paired: dict[int, tuple[str, ...]] = {}
    for m in re.finditer("分别|依次", text):
        sentence = scene.sentence_span(m.start())
        if sentence is None:
            continue
        after = [i for i, q in enumerate(scene.quantities) if m.end() <= q.span.start < sentence.end]
        run = [
            i
            for k, i in enumerate(after)
            if k == 0
            or re.fullmatch(
                r"[、，,和与及以]{1,3}[\u4e00-\u9fff]{0,4}",
                text[scene.quantities[after[k - 1]].span.end : scene.quantities[i].span.start],
            )
        ]
        names = [s for s in scene.sights if sentence.start <= s.start < m.start()]
        for size in (len(after), len(run)):
            for stop in range(len(names), size - 1, -1):
                chosen = names[stop - size : stop]
                if size >= 2 and _listed(text, chosen):
                    for i, sight in zip(after[:size], chosen, strict=True):
                        paired.setdefault(i, (sight.referent,))
                    break
    return paired


def _listed(text: str, sights: list[Sight]) -> bool:
    return all(
        len(text[a.end : b.start]) <= 12 and re.search("[、和与及，]", text[a.end : b.start]) is not None
        for a, b in pairwise(sights)
    )


class Surroundings:
    """What is the same for all quantities of a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.starts = [s.start for s in scene.sights]
        self.pairs = series_of(scene)
        counts = {r: len(s) for r, s in scene.by_referent.items()}
        order = {r: i for i, r in enumerate(scene.by_referent)}
        by_leaf: dict[str, list[str]] = {}
        for r, leaf in scene.leaf_of.items():
            by_leaf.setdefault(leaf, []).append(r)
        self.first_of_block: dict[int, str] = {}
        self.first_of_sentence: dict[int, str] = {}
        for s in scene.sights:
            self.first_of_block.setdefault(s.place.block, s.referent)
            self.first_of_sentence.setdefault(s.place.sentence, s.referent)
        body = [s.referent for s in scene.sights if s.place.block >= scene.first_body]
        self.first_in_body = body[0] if body else ""
        best = max(counts.values(), default=1)
        heads = {i for i, b in enumerate(scene.blocks) if b.kind in HEADS}
        self.headed = list(dict.fromkeys(s.referent for s in scene.sights if s.place.block in heads))
        self.fixed: dict[str, list[float]] = {}
        for r, leaf in scene.leaf_of.items():
            own = scene.by_referent.get(r, [])
            self.fixed[r] = [
                *[float(leaf == x) for x in LEAVES],
                float(r == scene.home),
                float(counts.get(r, 0)),
                counts.get(r, 0) / best,
                float(order.get(r, 30)),
                float(any(s.place.block in heads for s in own)),
                float(r == self.first_in_body),
                float(len(by_leaf[leaf])),
                float(len(scene.leaf_of)),
            ]


def rows(around: Surroundings, index: int, names: list[str]) -> Rows:
    """One row of features for each candidate of a quantity."""
    scene = around.scene
    q = scene.quantities[index]
    shared = _shared(around, q)
    reference = _reference(scene, q)
    order = _recency(around, q)
    spot = _Spot(around, q, reference)
    table = [[*around.fixed[name], *shared, *_relative(around, q, index, name, spot), *order(name)] for name in names]
    return np.asarray(table, dtype=np.float32).reshape(len(names), -1)


def _shared(around: Surroundings, q: Quantity) -> list[float]:
    scene, text = around.scene, around.scene.text
    here = scene.place(q.span.start)
    clause = scene.clause_start(q.span.start)
    sentence = scene.sentence_span(q.span.start)
    start = sentence.start if sentence else clause
    before = [s for s in scene.sights[: bisect_left(around.starts, q.span.start)] if s.place.sentence == here.sentence]
    block = scene.blocks[here.block] if here.block >= 0 else None
    cue = max((c for c in scene.home_cues if c < q.span.start), default=-1)
    upto = text[clause : q.span.start]
    quote = text.rfind("“", max(0, start - 200), q.span.start) > text.rfind("”", max(0, start - 200), q.span.start)
    return [
        *[float(q.kind == k) for k in KINDS],
        math.log10(float(q.value) + 1),
        float(len(before)),
        float(block is not None and block.kind in HEADS),
        float(cue >= clause),
        float(cue >= start),
        float(q.span.start - cue) if cue >= start else FAR,
        float(before[-1].end <= cue) if before else float(cue >= start),
        float("其中" in upto),
        float("增" in upto or "降" in upto or "减" in upto),
        float("投" in upto),
        float(bool(re.search("占|总|共|达|超", upto))),
        float(quote),
        float(q.span.start - start),
        float(q.span.start - clause),
        float(here.block - scene.first_body),
    ]


def _reference(scene: Scene, q: Quantity) -> tuple[int, int, str] | None:
    sentence = scene.sentence_span(q.span.start)
    low = max(sentence.start if sentence else 0, q.span.start - 80)
    best = None
    for start, end, group in scene.references:
        if low <= start and end <= q.span.start and not any(s.start <= start < s.end for s in scene.sights):
            best = (start, end, group)
        if start >= q.span.start:
            break
    return best


def _recency(around: Surroundings, q: Quantity) -> Callable[[str], list[float]]:
    """How recently each referent was named before a quantity, over all and in each role, counted in referents."""
    scene = around.scene
    cut = bisect_left(around.starts, q.span.start)
    seen = scene.sights[max(0, cut - 40) : cut]
    latest = list(dict.fromkeys(s.referent for s in reversed(seen)))
    subjects = list(dict.fromkeys(s.referent for s in reversed(seen) if s.role == "subject"))
    roles = {s.referent: s.role for s in seen}

    def order(name: str) -> list[float]:
        return [
            float(latest.index(name)) if name in latest else 20.0,
            float(subjects.index(name)) if name in subjects else 20.0,
            *[float(roles.get(name) == role) for role in ROLES],
        ]

    return order


class _Spot:
    """What stands around a quantity, the same for all its candidates."""

    def __init__(self, around: Surroundings, q: Quantity, reference: tuple[int, int, str] | None) -> None:
        scene, text = around.scene, around.scene.text
        self.here = scene.place(q.span.start)
        self.reference = reference
        self.meant = ""
        if reference is not None:
            sights = scene.sights[: bisect_left(around.starts, reference[0])]
            self.meant = next((s.referent for s in reversed(sights) if fits_reference(s.leaf, reference[2])), "")
        clause = scene.clause_start(q.span.start)
        sentence = scene.sentence_span(q.span.start)
        self.clause = text[clause : q.span.start]
        self.earlier = text[sentence.start if sentence else 0 : clause]
        self.later = text[q.span.end : scene.clause_end(q.span.end)]
        number = self.here.sentence
        self.topic = scene.topics[number] if 0 <= number < len(scene.topics) else ""
        self.past = scene.topics[number - 1] if number > 0 else ""


def _relative(around: Surroundings, q: Quantity, index: int, name: str, spot: _Spot) -> list[float]:
    scene, text, here = around.scene, around.scene.text, spot.here
    own = scene.by_referent.get(name, [])
    cut = bisect_left([s.start for s in own], q.span.start)
    last = own[cut - 1] if cut else None
    following = own[cut] if cut < len(own) else None
    leaf = scene.leaf_of[name]
    group = GROUP_OF[leaf]
    paired = around.pairs.get(index)
    row = [
        0.0 if paired is None else 1.0 if name in paired else -1.0,
        float(around.first_of_sentence.get(here.sentence) == name),
        float(around.first_of_block.get(here.block) == name),
        float(any(s.place.block == here.block for s in own)),
    ]
    if last is not None:
        low, high = bisect_left(around.starts, last.end), bisect_left(around.starts, q.span.start)
        between = [s for s in scene.sights[low:high] if s.referent != name]
        previous, after = text[last.start - 1 : last.start], text[last.end : last.end + 1]
        clause_start = scene.clause_start(last.start)
        row += [
            min(FAR, q.span.start - last.end),
            float(min(10, here.sentence - last.place.sentence)),
            float(min(12, here.clause - last.place.clause)) if here.sentence == last.place.sentence else 13.0,
            float(len(between)),
            float(len({s.referent for s in between})),
            float(sum(s.group == group for s in between)),
            float(around.first_of_sentence.get(last.place.sentence) == name),
            float(last.start - clause_start),
            float(last.place.clause == here.clause),
            float(last.place.block == here.block),
            *[float(bool(previous) and previous in chars) for chars in _BEFORE],
            float(last.start == clause_start),
            *[float(bool(after) and after in chars) for chars in _AFTER],
            float(bool(SPEECH.match(text, last.end, last.end + 24))),
            float(text[last.end : q.span.start].count("。")),
            float("的" in text[last.end : q.span.start][:12]),
            float(last.name),
        ]
    else:
        row += [FAR * 2, 20.0, 20.0, *[-1.0] * (7 + len(_BEFORE) + 1 + len(_AFTER) + 4)]
    if following is not None and following.place.sentence == here.sentence:
        gap = text[q.span.end : following.start]
        low, high = bisect_left(around.starts, q.span.end), bisect_left(around.starts, following.start)
        row += [
            min(FAR, float(len(gap))),
            float(high - low),
            float(following.place.clause == here.clause),
            float("的" in gap),
            float(gap in ("的", "的“", "")),
            float("，" in gap),
            float(bool(re.search("给|向|对|到|在|为", gap))),
        ]
    else:
        row += [FAR, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    if spot.reference is None:
        row += [-1.0, -1.0, FAR]
    else:
        _, end, kind = spot.reference
        row += [float(fits_reference(leaf, kind)), float(spot.meant == name), float(q.span.start - end)]
    inside = any(s.place.clause == here.clause and s.end <= q.span.start for s in own)
    row += [
        -1.0 if inside else _echo(scene, name, spot.clause),
        _echo(scene, name, spot.earlier),
        _echo(scene, name, spot.later),
        float(spot.topic == name),
        float(spot.past == name),
    ]
    return row


def _echo(scene: Scene, name: str, words: str) -> float:
    """How much of the name's words comes back in the text: 航道 of a 航道工程, 园区 of an industrial park."""
    written = scene.names_of.get(name, ())
    if not written or len(words) < 2:
        return 0.0
    said = _grams(words)
    own = [_grams(one[-8:]) for one in written]
    if all(said[2].isdisjoint(grams[2]) for grams in own):
        return 0.0
    return next(float(size) for size in (4, 3, 2) if any(not said[size].isdisjoint(grams[size]) for grams in own))


@lru_cache(maxsize=4096)
def _grams(words: str) -> dict[int, frozenset[str]]:
    return {size: frozenset(words[i : i + size] for i in range(len(words) - size + 1)) for size in (4, 3, 2)}


def pair_context(around: Surroundings, index: int, name: str, cache: dict[int, list[str]]) -> list[str]:
    """Text features of a quantity and a candidate: its class with the words at the number, and the words at its mention."""
    scene, text = around.scene, around.scene.text
    q = scene.quantities[index]
    leaf = scene.leaf_of[name]
    if index not in cache:
        before = text[max(scene.clause_start(q.span.start), q.span.start - 10) : q.span.start]
        after = text[q.span.end : min(scene.clause_end(q.span.end), q.span.end + 5)]
        cache[index] = [f"<{before[i : i + 2]}" for i in range(len(before) - 1)] + [
            f">{after[i : i + 2]}" for i in range(len(after) - 1)
        ]
    here = scene.place(q.span.start)
    own = scene.by_referent.get(name, [])
    cut = bisect_left([s.start for s in own], q.span.start)
    last = own[cut - 1] if cut else None
    following = own[cut] if cut < len(own) else None
    features = [f"{leaf}{w}" for w in cache[index]]
    features += [f"{leaf}={q.kind}", f"{leaf}={q.unit}"]
    if last is not None:
        if last.place.clause == here.clause:
            where = "c"
        elif last.place.sentence == here.sentence:
            where = "s"
        elif last.place.block == here.block:
            where = "b" if last.place.sentence == here.sentence - 1 else "B"
        else:
            where = "a"
        two, after2 = text[max(0, last.start - 2) : last.start], text[last.end : last.end + 2]
        features += [
            f"{where}{leaf}", f"{where}{leaf}={q.kind}", f"{where}[{two}", f"{where}[{two[-1:]}", f"{where}]{after2}",
            f"{where}]{after2[:1]}", f"{where}{leaf}[{two[-1:]}", f"{where}{leaf}]{after2[:1]}",
        ]  # fmt: skip
        if where == "c":
            gap = text[last.end : q.span.start]
            features += [f"gap{gap[:8]}", f"gap{q.kind}{gap[:2]}", f"gap{gap[-2:]}{leaf}"]
    if following is not None and following.place.sentence == here.sentence:
        near = "n" if following.place.clause == here.clause else "f"
        gap = text[q.span.end : following.start]
        features += [
            f"{near}{leaf}={q.kind}",
            f"{near}{leaf}",
            f"{near}>{gap[:2]}",
            f"{near}<{gap[-2:]}",
            f"{near}{gap[:6]}",
        ]
    return features


def neighbours(first: Mapping[int, Mapping[str, float]], scene: Scene, index: int, names: list[str]) -> Rows:
    """What the first pass says of the same candidates for the quantities before and after in the same block."""
    own, table = first[index], []
    here = scene.place(scene.quantities[index].span.start)
    places = {i: scene.place(scene.quantities[i].span.start) for i in (index - 2, index - 1, index + 1) if i in first}
    block = [i for i, scores in first.items() if scene.place(scene.quantities[i].span.start).block == here.block]
    order = sorted(own.values(), reverse=True)
    total = sum(order) or 1.0
    best = {i: max(first[i].values()) for i in places}
    for name in names:
        score = own[name]
        row = [score, score / total, float(order.index(score)), order[0] - score]
        for i in (index - 2, index - 1, index + 1):
            near = places.get(i)
            same = near is not None and near.block == here.block
            row += [
                first[i].get(name, 0.0) if same else -1.0,
                float(first[i].get(name) == best[i]) if same else -1.0,
                float(near.sentence == here.sentence) if near is not None else -1.0,
            ]
        row.append(sum(first[i].get(name, 0.0) for i in block) / max(1, len(block)))
        table.append(row)
    return np.asarray(table, dtype=np.float32).reshape(len(names), -1)
