"""From all pages' referents to the things of the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from wlgraph.entities.contained_names import match_contained_names
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.entity_names import aliases_of, leaf_of, name_of
from wlgraph.entities.equal_names import match_equal_names
from wlgraph.entities.items import Item, gather
from wlgraph.entities.judgements import Judgement
from wlgraph.entities.ledger import Ledger
from wlgraph.entities.lexicon import forget
from wlgraph.entities.minting import Minting
from wlgraph.entities.neighbouring import match_neighbouring
from wlgraph.entities.organizations import match_organizations
from wlgraph.entities.people import match_people
from wlgraph.entities.register_entities import division_iri, register_entities
from wlgraph.entities.renamings import match_renamings
from wlgraph.entities.replay import Replay
from wlgraph.memory import collector_paused
from wlgraph.model import Entity, Resolution, Shard

BASE = "https://w3id.org/wlgraph/id/"
MOST_POSSIBLY_SAME = 20


def resolve(
    shards: Sequence[Shard], *, ledger: Ledger, judgements: Sequence[Judgement] = (), base: str = BASE
) -> Resolution:
    """Decide which entity each page-local referent is, and give every entity its IRI, name, class and aliases.

    The result does not depend on the order of ``shards`` in a list (see ``in_page_order``); the same input with the
    same ledger gives the same result. IRIs that are not yet in ``ledger`` are minted into it. Referents of rejected
    things are not in ``entity_of``.
    """
    with collector_paused():
        resolution = _resolve(shards, ledger, judgements, base)
    forget()
    return resolution


def _resolve(shards: Sequence[Shard], ledger: Ledger, judgements: Sequence[Judgement], base: str) -> Resolution:
    items, notices = gather(shards)
    decisions = Decisions(items)
    replay = Replay(judgements, decisions, ledger, base)
    newest = _decide(shards, decisions, replay)
    entities, iri_of = _entities(decisions, replay, newest, ledger, base)
    entities = _with_possibly_same(entities, decisions, iri_of)
    entities = register_entities(entities, {i.home for i in items}, base)
    return Resolution(
        entities=tuple(sorted(entities, key=lambda e: e.iri)),
        entity_of=dict(sorted((i.key, iri_of[r]) for i in items if (r := decisions.root(i.number)) in iri_of)),
        notices=(*notices, *replay.notices),
        matches=decisions.matches(),
    )


def _decide(shards: Sequence[Shard], decisions: Decisions, replay: Replay) -> frozenset[str]:
    """Run the matchers in order, each on what those before it made one; returns the names after renamings."""
    replay.keep_apart()
    match_equal_names(decisions)
    replay.apply_pairs()
    newest = match_renamings(shards, {i.key: i.number for i in decisions.items}, decisions)
    match_organizations(decisions)
    match_contained_names(decisions)
    match_neighbouring(decisions)
    match_people(decisions)
    return newest


def _entities(
    decisions: Decisions, replay: Replay, newest: frozenset[str], ledger: Ledger, base: str
) -> tuple[list[Entity], dict[int, str]]:
    """The entities, and the IRI of each root."""
    rejected, leaves, names = replay.rejected(), replay.leaves(), replay.names()
    clusters: defaultdict[int, list[Item]] = defaultdict(list)
    for item in decisions.items:
        root = decisions.root(item.number)
        if root not in rejected:
            clusters[root].append(item)
    minting = Minting(ledger, base)
    entities: list[Entity] = []
    iri_of: dict[int, str] = {}
    for members in minting.in_order(clusters.values()):
        root = decisions.root(members[0].number)
        code = next((i.code for i in members if i.code), "")
        name = names.get(root) or name_of(members, newest)
        leaf = leaves.get(root) or leaf_of(members)
        iri, replaces = minting.iri(members, leaf, name, division_iri(base, code) if code else "")
        iri_of[root] = iri
        entities.append(
            Entity(iri=iri, leaf=leaf, name=name, aliases=aliases_of(members, name), code=code, replaces=replaces)
        )
    return entities, iri_of


def _with_possibly_same(entities: Sequence[Entity], decisions: Decisions, iri_of: dict[int, str]) -> list[Entity]:
    """Both ends of what stayed undecided, unless something since decided it."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in decisions.unsure_pairs:
        x, y = iri_of.get(decisions.root(a)), iri_of.get(decisions.root(b))
        if x and y and x != y:
            near[x].add(y)
            near[y].add(x)
    return [
        replace(e, possibly_same=tuple(sorted(near[e.iri])[:MOST_POSSIBLY_SAME])) if e.iri in near else e
        for e in entities
    ]
