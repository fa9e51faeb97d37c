"""Why a thing is what it is: its mentions, names, merges, judgements, and what was kept apart from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wlgraph.entities.judgements import Judgement
from wlgraph.entities.signature import folded
from wlgraph.model import Entity, Match, Record, Resolution, Shard, referent_key


class Seen(Record, frozen=True, kw_only=True):
    """One mention: where it stands (offsets in the article's text) and how the name is written there."""

    page: str
    article: str
    start: int
    end: int
    text: str


class Apart(Record, frozen=True, kw_only=True):
    """Another thing that could be taken for this one, and why it was not."""

    iri: str
    name: str
    match: Match


class Explanation(Record, frozen=True, kw_only=True):
    """All that decided on one entity. ``names`` counts the mentions of each written form, commonest first."""

    entity: Entity
    mentions: tuple[Seen, ...]
    names: tuple[tuple[str, int], ...]
    merges: tuple[Match, ...]
    apart: tuple[Apart, ...]
    judgements: tuple[Judgement, ...]


def explain(
    resolution: Resolution, shards: Sequence[Shard], name: str, judgements: Sequence[Judgement] = ()
) -> tuple[Explanation, ...]:
    """Explain every entity that bears this name (full, short or old), or the one with this IRI; where there is none, those
    with a name that holds it."""
    wanted = folded(name)
    by_iri = {e.iri: e for e in resolution.entities}
    chosen = [
        e for e in resolution.entities
        if name == e.iri or name in e.replaces or wanted in {folded(n) for n in (e.name, *e.aliases)}
    ]  # fmt: skip
    chosen = chosen or [
        e for e in resolution.entities if wanted and any(wanted in folded(n) for n in (e.name, *e.aliases))
    ]
    return tuple(_explain(e, by_iri, resolution, shards, judgements) for e in chosen)


def _explain(
    entity: Entity,
    by_iri: dict[str, Entity],
    resolution: Resolution,
    shards: Sequence[Shard],
    judgements: Sequence[Judgement],
) -> Explanation:
    seen = _mentions(entity, resolution, shards)
    merges, apart = [], []
    for match in resolution.matches:
        ends = [resolution.entity_of.get(key, "") for key in (match.first, match.second)]
        if entity.iri not in ends:
            continue
        other = ends[1] if ends[0] == entity.iri else ends[0]
        if match.verdict == "same" and other == entity.iri:
            merges.append(match)
        elif match.verdict != "same" and other in by_iri and other != entity.iri:
            apart.append(Apart(iri=other, name=by_iri[other].name, match=match))
    ends_of = {entity.iri, *entity.replaces, entity.name, *entity.aliases} | {f"{s.page}#{s.text}" for s in seen}
    return Explanation(
        entity=entity,
        mentions=seen,
        names=tuple(sorted(Counter(s.text for s in seen).items(), key=lambda n: (-n[1], n[0]))),
        merges=tuple(merges),
        apart=tuple(sorted(apart, key=lambda a: (-a.match.score, a.iri, a.match.first, a.match.second))),
        judgements=tuple(j for j in judgements if {j.first, j.second} & ends_of),
    )


def _mentions(entity: Entity, resolution: Resolution, shards: Sequence[Shard]) -> tuple[Seen, ...]:
    found = [
        Seen(page=shard.reading.page.name, article=m.article, start=m.span.start, end=m.span.end, text=m.text)
        for shard in shards
        for m in shard.naming.mentions
        if resolution.entity_of.get(referent_key(shard.reading.page.name, m.referent)) == entity.iri
    ]
    return tuple(sorted(found, key=lambda s: (s.page, s.article, s.start, s.end)))
