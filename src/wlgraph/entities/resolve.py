"""From all pages' referents to the things of the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wlgraph.entities.entity_names import aliases_of, leaf_of, name_of
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item, gather
from wlgraph.entities.judgements import Judgement
from wlgraph.entities.ledger import Ledger
from wlgraph.entities.minting import Minting
from wlgraph.entities.organizations import is_full, match_organizations
from wlgraph.entities.people import match_people
from wlgraph.entities.register_entities import division_iri, register_entities
from wlgraph.entities.renamings import match_renamings
from wlgraph.entities.scopes import scope_key
from wlgraph.model import Entity, Resolution, Shard

BASE = "https://w3id.org/wlgraph/id/"


def resolve(
    shards: Sequence[Shard], *, ledger: Ledger, judgements: Sequence[Judgement] = (), base: str = BASE
) -> Resolution:
    """Decide which entity each page-local referent is, and give every entity its IRI, name, class and aliases.

    The result does not depend on the order of ``shards``; the same input with the same ledger gives the same result.
    IRIs that are not yet in ``ledger`` are minted into it.
    """
    items, notices = gather(shards)
    decisions = Decisions(items)
    _join_equal(decisions)
    newest = match_renamings(shards, {i.key: i.number for i in items}, decisions)
    match_organizations(decisions)
    match_people(decisions)
    clusters: defaultdict[int, list[Item]] = defaultdict(list)
    for item in items:
        clusters[decisions.root(item.number)].append(item)
    minting = Minting(ledger, base)
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    for members in minting.in_order(clusters.values()):
        name = name_of(members, newest)
        code = next((i.code for i in members if i.code), "")
        leaf = leaf_of(members)
        iri, replaces = minting.iri(members, leaf, name, division_iri(base, code) if code else "")
        entities.append(
            Entity(iri=iri, leaf=leaf, name=name, aliases=aliases_of(members, name), code=code, replaces=replaces)
        )
        entity_of.update((i.key, iri) for i in members)
    entities = register_entities(entities, {i.home for i in items}, base)
    return Resolution(
        entities=tuple(sorted(entities, key=lambda e: e.iri)),
        entity_of=dict(sorted(entity_of.items())),
        notices=tuple(notices),
        matches=decisions.matches(),
    )


def _join_equal(decisions: Decisions) -> None:
    """Join what bears one code, or one full name within the scope in which such a name is unique."""
    first: dict[tuple[str, ...], int] = {}
    for item in decisions.items:
        if item.code:
            key: tuple[str, ...] = ("code", item.code)
        elif item.group == "Person" or (item.group == "Organization" and not is_full(item)):
            continue
        else:
            key = scope_key(item, item.full)
        if key in first:
            decisions.equal(first[key], item.number)
        else:
            first[key] = item.number
