"""Relation rules: patterns over an article's skeleton, kept as data with their own examples.

In a pattern ``{S}`` and ``{O}`` are one mention each, ``{S*}`` and ``{O*}`` a list of them (甲、乙和丙; of subjects in
places, 甲镇乙村、丙镇丁村, the last of each chain), ``{M}`` any mention, ``{.n}`` up to n characters that hold no mention and
no sentence end, and ``{~n}`` up to n characters that hold no sentence end. All else is a regular expression.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.scene import LINK, SYMBOL, Actor, Scene
from wlgraph.claims.relations.signature import SCORED, SIGNATURES, fits
from wlgraph.model import GROUP_OF, LEAVES, Predicate, Record

_HEARD = re.compile("(?:处|方面|有关负责人处)?(?:获悉|得知|了解到|悉)")
_ANY = f"[{SYMBOL[LEAVES[0]]}-{SYMBOL[LEAVES[-1]]}]"


class Rule(Record, frozen=True, kw_only=True):
    """One rule: its predicate, its pattern, and marked sentences that it must and must not match.

    ``confidence`` is the share of right hits on the training pages, given where it is high enough that a hit makes a
    claim even against the scorer; of a predicate that is not scored, and of a wording that the training pages do not
    hold, how far its rule is trusted.
    """

    id: str
    predicate: Predicate
    pattern: str
    confidence: float = 0.0
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class RuleHits:
    """For each pair of things the rules that join them."""

    def __init__(self) -> None:
        self.of: dict[tuple[str, Predicate, str], list[tuple[str, int]]] = {}

    def add(self, subject: str, predicate: Predicate, obj: str, rule: str, sentence: int) -> None:
        self.of.setdefault((subject, predicate, obj), []).append((rule, sentence))

    def table(self, pairs: Pairs) -> NDArray[np.float32]:
        """For each pair the number of rules that speak for each scored predicate."""
        rows = np.zeros((len(pairs), len(SCORED)), dtype=np.float32)
        index = {
            (pairs.things[s], pairs.things[o]): i
            for i, (s, o) in enumerate(zip(pairs.subject.tolist(), pairs.object.tolist(), strict=True))
        }
        for (subject, predicate, obj), rules in self.of.items():
            if predicate in SCORED and (row := index.get((subject, obj))) is not None:
                rows[row, SCORED.index(predicate)] = len(rules)
        return rows


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    pattern: re.Pattern[str]


def _compile(rule: Rule) -> _Compiled:
    ends = SIGNATURES[rule.predicate]
    subject = "[" + "".join(sorted({SYMBOL[leaf] for subjects, _ in ends for leaf in subjects})) + "]"
    obj = "[" + "".join(sorted({SYMBOL[leaf] for _, objects in ends for leaf in objects})) + "]"
    pattern = rule.pattern.replace("{M}", _ANY)
    for letter, symbols in (("S", subject), ("O", obj)):
        pattern = pattern.replace(f"{{{letter}}}", f"(?P<{letter}>{symbols})")
        one = f"{symbols}*{symbols}(?!{symbols})" if letter == "S" else symbols
        pattern = pattern.replace(f"{{{letter}*}}", f"(?P<{letter}>{one}(?:{LINK}{{1,3}}{one})*)")
    pattern = re.sub(r"\{\.(\d+)\}", r"[^\\ue000-\\ue013。！？；\\n]{0,\1}?", pattern)
    pattern = re.sub(r"\{~(\d+)\}", r"[^。！？；\\n]{0,\1}?", pattern)
    return _Compiled(rule, re.compile(pattern))


def confidence_of(rule: str) -> float:
    """How far a rule is trusted without the scorer; 0 where it only advises."""
    return next((c.rule.confidence for c in load_rules() if c.rule.id == rule), 0.0)


@cache
def load_rules() -> tuple[_Compiled, ...]:
    """The rules of ``data/rules.toml``, compiled, in the file's order."""
    import msgspec

    source = files("wlgraph.claims.relations").joinpath("data/rules.toml").read_text("utf-8")
    return tuple(_compile(r) for r in msgspec.convert(tomllib.loads(source)["rule"], list[Rule]))


def apply_rules(scene: Scene) -> RuleHits:
    """Every rule on every place of the skeleton; both ends must fit the predicate and differ."""
    hits = RuleHits()
    at = {a.position: a for a in scene.actors}
    for compiled in load_rules():
        rule, start = compiled.rule, 0
        while m := compiled.pattern.search(scene.skeleton, start):
            start = m.start() + 1
            subjects = [at[p] for p in range(*m.span("S")) if p in at and (p + 1 == m.end("S") or p + 1 not in at)]
            objects = [at[p] for p in range(*m.span("O")) if p in at]
            subjects, objects = _of_one_list(scene, subjects), _of_one_list(scene, objects)
            for s in subjects:
                for o in objects:
                    a, b = s.mention.referent, o.mention.referent
                    if a == b or _only_tells(scene, rule, s, o):
                        continue
                    if fits(scene.referents[a].leaf, rule.predicate, scene.referents[b].leaf):
                        hits.add(a, rule.predicate, b, rule.id, o.sentence)
    return hits


def _of_one_list(scene: Scene, listed: list[Actor]) -> list[Actor]:
    """Things read as a list, up to a comma with one of another group behind it: in 公布甲名单，乙开发区上榜 a clause begins."""
    for i in range(1, len(listed)):
        last, here = listed[i - 1], listed[i]
        comma = "，" in scene.skeleton[last.position : here.position]
        if comma and GROUP_OF[last.mention.leaf] != GROUP_OF[here.mention.leaf]:
            return listed[:i]
    return listed


def _only_tells(scene: Scene, rule: Rule, subject: Actor, obj: Actor) -> bool:
    """Whether news was only heard from a subject, and another follows that did it (记者从甲局获悉，乙部公布名单)."""
    if not _HEARD.match(scene.skeleton, subject.position + 1):
        return False
    between = (a for a in scene.actors if subject.position < a.position < obj.position)
    return any(fits(a.mention.leaf, rule.predicate, obj.mention.leaf) for a in between)
