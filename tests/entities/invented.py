"""Invented pages: one line of text with marks ``【printed|Class|local key】`` becomes a shard."""

from __future__ import annotations

import re
from typing import cast

from wlgraph.entities import Judgement, Ledger, resolve
from wlgraph.model import (
    Article,
    Claim,
    Entity,
    Leaf,
    Mention,
    Naming,
    Page,
    Predicate,
    Reading,
    Referent,
    Resolution,
    Shard,
    Span,
    Stating,
)

MARK = re.compile(r"【([^|】]*)\|([^|】]*)(?:\|([^】]*))?】")


def page(
    name: str, marked: str, *, home: str = "温岭市", date: str = "2021-05-06", claims: tuple[str, ...] = ()
) -> Shard:
    """A page of one article; a claim is written ``subject|predicate|object|role`` with local keys."""
    text, at, mentions = "", 0, []
    surfaces: dict[str, dict[str, None]] = {}
    leaves: dict[str, Leaf] = {}
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        key, leaf = m[3] or m[1], cast("Leaf", m[2])
        span = Span(len(text), len(text) + len(m[1]))
        mentions.append(Mention(article="a1", span=span, text=m[1], leaf=leaf, referent=key))
        surfaces.setdefault(key, {})[m[1]] = None
        leaves.setdefault(key, leaf)
        text, at = text + m[1], m.end()
    text += marked[at:]
    referents = []
    for key, names in surfaces.items():
        fullest, *rest = sorted(names, key=lambda n: (-len(n), n))
        referents.append(Referent(id=key, leaf=leaves[key], name=fullest, surfaces=tuple(rest)))
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^。]+。?", text))
    article = Article(id="a1", text=text, offsets=tuple(range(len(text))), blocks=(), sentences=sentences)
    return Shard(
        key=name,
        reading=Reading(page=Page(name=name, text=text, home=home, date=date), articles=(article,)),
        naming=Naming(mentions=tuple(mentions), referents=tuple(referents)),
        stating=Stating(claims=tuple(_claim(c) for c in claims), figures=()),
    )


def _claim(line: str) -> Claim:
    subject, predicate, object_, *role = line.split("|")
    return Claim(
        article="a1",
        subject=subject,
        predicate=cast("Predicate", predicate),
        object=object_,
        sentence=Span(0, 1),
        role="".join(role),
    )


def resolved(*pages: Shard, judgements: tuple[Judgement, ...] = (), ledger: Ledger | None = None) -> Resolution:
    return resolve(pages, ledger=Ledger() if ledger is None else ledger, judgements=judgements)


def entity(resolution: Resolution, page_name: str, key: str) -> Entity:
    iri = resolution.entity_of[f"{page_name}#{key}"]
    return next(e for e in resolution.entities if e.iri == iri)


def are_one(resolution: Resolution, a: str, b: str) -> bool:
    """Whether two keys ``PAGE#local key`` resolve to one entity."""
    return resolution.entity_of[a] == resolution.entity_of[b]


def maybe_one(resolution: Resolution, a: str, b: str) -> bool:
    by_iri = {e.iri: e for e in resolution.entities}
    return resolution.entity_of[b] in by_iri[resolution.entity_of[a]].possibly_same
