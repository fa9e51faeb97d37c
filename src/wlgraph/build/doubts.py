"""Pairs that may be one thing, for a person to decide: most mentioned first, with sentences of both sides."""

from __future__ import annotations

from collections import Counter

from wlgraph.build.replay import Replay
from wlgraph.entities import Seen, explain
from wlgraph.model import Entity, Record, referent_key

SENTENCES = 2


class Side(Record, frozen=True, kw_only=True):
    """One of the two: what it is called and some sentences that name it."""

    entity: Entity
    sentences: tuple[str, ...]


class Doubt(Record, frozen=True, kw_only=True):
    """Two entities that may be one thing and were not merged."""

    first: Side
    second: Side


def doubts(found: Replay) -> list[Doubt]:
    """All doubtful pairs; what both are mentioned often comes first, since a decision there changes most."""
    entities = {entity.iri: entity for entity in found.resolution.entities}
    mentioned: Counter[str] = Counter()
    for shard in found.shards:
        for mention in shard.naming.mentions:
            iri = found.resolution.entity_of.get(referent_key(shard.reading.page.name, mention.referent))
            mentioned[iri or ""] += 1
    pairs = {tuple(sorted((entity.iri, other))) for entity in entities.values() for other in entity.possibly_same}
    ordered = sorted(pairs, key=lambda pair: (-min(mentioned[pair[0]], mentioned[pair[1]]), pair))
    return [
        Doubt(first=_side(found, entities[a]), second=_side(found, entities[b]))
        for a, b in ordered
        if a in entities and b in entities
    ]


def _side(found: Replay, entity: Entity) -> Side:
    (explanation, *_) = explain(found.resolution, found.shards, entity.iri)
    sentences = dict.fromkeys(_sentence(found, seen) for seen in explanation.mentions)
    return Side(entity=entity, sentences=tuple(sentences)[:SENTENCES])


def _sentence(found: Replay, seen: Seen) -> str:
    for shard in found.shards:
        for article in shard.reading.articles if shard.reading.page.name == seen.page else ():
            sentence = article.sentence_at(seen.start) if article.id == seen.article else None
            if sentence:
                return f"{article.text[sentence.start : sentence.end].strip()}（{seen.page}）"
    return seen.text
