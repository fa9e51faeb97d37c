"""Who or what a quantity may be about: the candidates, by where names stand and how lists are told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from wlgraph.claims.figures.scene import HEADS, Scene, Sight
from wlgraph.model import GROUPS, LEAVES

RECENT, NEXT, HEADED = 14, 2, 6


def candidates(around: Surroundings, index: int) -> list[str]:
    """Who a quantity may be about: those named last before it or next in its sentence, the topics, the page's home."""
    scene = around.scene
    q = scene.quantities[index]
    here = scene.place(q.span.start)
    cut = bisect_left(around.starts, q.span.start)
    chosen = _last_named(scene.sights[:cut])
    following = (s.referent for s in scene.sights[cut : cut + 6] if s.place.sentence == here.sentence)
    chosen += list(dict.fromkeys(following))[:NEXT]
    chosen += around.headed[:HEADED]
    chosen += around.pairs.get(index, ())
    topic = scene.topics[here.sentence] if 0 <= here.sentence < len(scene.topics) else ""
    chosen += [topic, around.first_of_block.get(here.block, ""), around.first_in_body, scene.home]
    return [r for r in dict.fromkeys(chosen) if r in scene.leaf_of]


def _last_named(sights: Sequence[Sight]) -> list[str]:
    """The referents named last, the very last first."""
    named: dict[str, None] = {}
    for sight in reversed(sights):
        named[sight.referent] = None
        if len(named) == RECENT:
            break
    return list(named)


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
        self.edges: dict[int, list[float]] = {}
        self.of_group = {group: [0, *accumulate(int(s.group == group) for s in scene.sights)] for group in GROUPS}
        self.blocks_of = {r: {s.place.block for s in own} for r, own in scene.by_referent.items()}
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
