"""Is a relation stated, or only planned, proposed, denied or over? Read from what a sentence says about the two ends."""

from __future__ import annotations

import re

from wlgraph.claims.relations.modality_words import ORDER, modality_words
from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.claims.relations.stretches import (
    CLAUSE,
    SENTENCE_MARKS,
    clauses_of,
    start_after,
    words_about,
    words_told,
)
from wlgraph.claims.relations.tenses import tense_of_bare
from wlgraph.model import GROUP_OF, ClaimModality, Predicate

_STOP_MARKS = "。！？\n"
_STOP = re.compile(f"[{_STOP_MARKS}]")
BEHIND = 16
"""Within so many characters behind the second name a rumour is told to be one (“…”的传言)."""
_PRESENT: tuple[Predicate, ...] = ("attended", "chaired")
_WITHIN: tuple[Predicate, ...] = ("tenantOf", "locatedIn")


def read_modality(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality:
    """The modality that the words about two mentions tell."""
    if predicate == "holdsPostIn":
        return tense_of_bare(scene, subject.position, obj.position)
    if predicate in _PRESENT and modality_words().sentence["absent"].match(scene.skeleton, subject.position + 1):
        return "denied"
    if predicate in _WITHIN and _moved_from(scene, obj):
        return "ended"
    told = _rumoured(scene, predicate, subject, obj) or _by_kind(scene, predicate, subject, obj)
    return told or _by_any_word(scene, predicate, subject, obj)


def is_past(scene: Scene, subject: Actor, obj: Actor) -> bool:
    """Whether the words about two mentions name a time that has passed."""
    return modality_words().sentence["past"].search(clauses_of(scene, subject, obj)) is not None


def _by_kind(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality | None:
    """What the first kind of words that speak of the two tells, else proposed where the sentence asks for it."""
    leaves = {subject.mention.leaf, obj.mention.leaf}
    told, before = words_told(scene, predicate, subject, obj), words_about(scene, subject, obj, behind=False)
    for kind in modality_words().kinds:
        if predicate not in kind.predicates or (kind.leaves and not leaves & kind.leaves):
            continue
        found = kind.words.search(before if kind.before else told)
        if found and not (kind.modality == "denied" and _came_true(predicate, told, found.end())):
            return kind.modality
    return "proposed" if _urged(scene, predicate, subject, obj) else None


def _came_true(predicate: Predicate, told: str, start: int) -> bool:
    """Whether what was missed at first has come since (两次落选，第三次终于入选)."""
    return predicate == "received" and modality_words().sentence["settled"].search(told, start) is not None


def _by_any_word(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality:
    lexicon = modality_words()
    words = words_about(scene, subject, obj)
    searched: dict[ClaimModality, str] = dict.fromkeys(ORDER, words) | {"planned": clauses_of(scene, subject, obj)}
    if predicate in lexicon.owned:
        searched["denied"] = words_about(scene, subject, obj, behind=False)
    if _no_proposal(scene, predicate, subject, obj):
        searched["proposed"] = ""
    told = (m for m in ORDER if predicate not in lexicon.silent[m] and lexicon.any[m].search(searched[m]))
    return next(told, "stated")


def _no_proposal(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> bool:
    """Whether words that ask for something ask for something else: for an award that was won, of a body that has a place."""
    if predicate == "received":
        told = words_told(scene, predicate, subject, obj)
        return modality_words().sentence["settled"].search(told) is not None
    return predicate == "locatedIn" and GROUP_OF[subject.mention.leaf] == "Organization"


def _moved_from(scene: Scene, place: Actor) -> bool:
    """Whether somebody has come from a place: 从邻县迁来."""
    before = scene.skeleton[max(0, place.position - 1) : place.position]
    return before in ("从", "由", "自") and bool(
        modality_words().sentence["moved"].match(scene.skeleton, place.position + 1)
    )


def _urged(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> bool:
    """Whether the sentence asks for it: 建议由… before the second end, or in its clause."""
    words, last = modality_words(), max(subject.position, obj.position)
    start, end = start_after(SENTENCE_MARKS, scene.skeleton, last), CLAUSE.search(scene.skeleton, last)
    stop = end.start() if end else len(scene.skeleton)
    return predicate in words.urged_of and words.urged.search(scene.skeleton, start, stop) is not None


def _rumoured(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality | None:
    """Whether a sentence only tells of a rumour that the two are joined: before both, or right behind them."""
    words, text = modality_words().rumours, scene.skeleton
    if predicate not in words.predicates:
        return None
    first, last = sorted((subject.position, obj.position))
    start = start_after(_STOP_MARKS, text, first)
    own, following = [*(m.end() for m in _STOP.finditer(text, last)), len(text), len(text)][:2]
    before = words.told.search(text, max(start, text.rfind("：", start, first)), first)
    rumoured = before or words.told.search(text, last, min(own, last + BEHIND))
    if not rumoured or words.confirmed.search(text, start, following):
        return None
    return "denied" if words.refuted.search(text, start, following) else "proposed"
