"""Figures that a correction replaces: 灌溉面积18万亩 that should be 28万亩."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from wlgraph.claims.corrections import Correction, find_corrections, within
from wlgraph.claims.figures.ranking import Judgement
from wlgraph.claims.figures.scene import Scene
from wlgraph.model import Span


class Likely(NamedTuple):
    """A quantity to state (its place in the scene), the one whose words tell its indicator, and what is judged of it."""

    value: int
    words: int
    judgement: Judgement


def likely_figures(scene: Scene, judgements: Sequence[Judgement], threshold: float) -> list[Likely]:
    """What is stated of a scene's quantities: all that are likely enough. A right number that takes the place of a wrong
    one of its unit is about the same thing, and the wrong one is left out."""
    corrections = find_corrections(scene.text)
    wrong = _inside([c.wrong for c in corrections], scene)
    right = _inside([c.right for c in corrections], scene)
    replaced = {
        new: old
        for olds, news in zip(wrong, right, strict=True)
        for new, old in zip(news, olds, strict=False)
        if scene.quantities[new].unit == scene.quantities[old].unit
    }
    left_out = {old for olds in wrong for old in olds}
    found = []
    for i, own in enumerate(judgements):
        old = replaced.get(i, i)
        judgement = max(own, judgements[old], key=lambda j: j.confidence)
        if i not in left_out and judgement.confidence >= threshold:
            words = old if judgement is judgements[old] else i
            found.append(Likely(i, words, _of_the_right_thing(scene, judgement, corrections)))
    return found


def _inside(stretches: Sequence[Span], scene: Scene) -> list[list[int]]:
    return [[i for i, q in enumerate(scene.quantities) if within(q.span, stretch)] for stretch in stretches]


def _of_the_right_thing(scene: Scene, judgement: Judgement, corrections: Sequence[Correction]) -> Judgement:
    """The judgement, about the thing that stands in the place of a wrong one."""
    for correction in corrections:
        if _named_only_in(correction.wrong, judgement.observed, scene):
            leaf = scene.leaf_of[judgement.observed]
            right = [
                name
                for name in scene.by_referent
                if scene.leaf_of[name] == leaf and _named_only_in(correction.right, name, scene)
            ]
            if len(right) == 1:
                return msgspec.structs.replace(judgement, observed=right[0])
    return judgement


def _named_only_in(stretch: Span, name: str, scene: Scene) -> bool:
    sights = scene.by_referent.get(name, ())
    return bool(sights) and all(within(Span(s.start, s.end), stretch) for s in sights)
