"""The graph's description of itself, in the terms of VoID and DCAT: what it is, how much it holds, what it conforms to."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.terms import PREFIXES, TYPE, chinese, integer, prefixed

ONTOLOGY_VERSION = "https://w3id.org/wlgraph/ontology/0.1"
_ENGLISH = "Things, relations and figures in pages of a county newspaper, each with the sentence that says so."
_CHINESE = "县级报纸版面中的事物、关系与数据，每条附原句。"


def dataset_triples(corpus: Corpus, base: str) -> Iterator[Triple]:
    """One description of the whole graph; it says nothing that changes from one build of the same pages to the next."""
    node = NamedNode(f"{base}dataset")
    dates = sorted(filter(None, corpus.survey.dates))
    yield Triple(node, TYPE, prefixed("void:Dataset"))
    yield Triple(node, TYPE, prefixed("dcat:Dataset"))
    yield Triple(node, prefixed("dcterms:title"), chinese("报纸知识图谱"))
    yield Triple(node, prefixed("dcterms:title"), Literal("Knowledge graph of a newspaper", language="en"))
    yield Triple(node, prefixed("dcterms:description"), chinese(_CHINESE))
    yield Triple(node, prefixed("dcterms:description"), Literal(_ENGLISH, language="en"))
    yield Triple(node, prefixed("dcterms:conformsTo"), NamedNode(ONTOLOGY_VERSION))
    for vocabulary in (PREFIXES["wl"].rstrip("#"), PREFIXES["schema"], PREFIXES["skos"]):
        yield Triple(node, prefixed("void:vocabulary"), NamedNode(vocabulary))
    yield Triple(node, prefixed("void:uriSpace"), Literal(base))
    yield Triple(node, prefixed("void:documents"), integer(len(corpus.shards)))
    yield Triple(node, prefixed("void:entities"), integer(len(corpus.resolution.entities)))
    for publication in sorted(filter(None, corpus.survey.publications)):
        yield Triple(node, prefixed("dcterms:source"), chinese(publication))
    if dates:
        yield Triple(node, prefixed("schema:temporalCoverage"), Literal(f"{dates[0]}/{dates[-1]}"))
