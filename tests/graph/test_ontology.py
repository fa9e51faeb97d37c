from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SKOS

from wlgraph.graph.dataset import ONTOLOGY_VERSION
from wlgraph.graph.ontology import ontology_dir

IRI = URIRef("https://w3id.org/wlgraph/ontology")
GRAPH = Graph().parse(ontology_dir() / "wlgraph.ttl")
TERMS = sorted({URIRef(str(s)) for s in GRAPH.subjects(RDF.type) if str(s).startswith(f"{IRI}#")})
ALIGNED = {
    "ORG": "http://www.w3.org/ns/org#",
    "schema.org": "https://schema.org/",
    "FOAF": "http://xmlns.com/foaf/0.1/",
    "PROV-O": "http://www.w3.org/ns/prov#",
    "SKOS": "http://www.w3.org/2004/02/skos/core#",
    "OWL-Time": "http://www.w3.org/2006/time#",
    "Web Annotation": "http://www.w3.org/ns/oa#",
    "GeoSPARQL": "http://www.opengis.net/ont/geosparql#",
    "SOSA": "http://www.w3.org/ns/sosa/",
}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.partition("#")[2])
def test_a_term_has_label_and_definition_in_both_languages(term: URIRef) -> None:
    for predicate in (RDFS.label, RDFS.comment):
        said = [getattr(o, "language", "") for o in GRAPH.objects(term, predicate)]
        assert sorted(said) == ["en", "zh"], predicate


def test_the_version_has_an_iri_of_its_own() -> None:
    version = GRAPH.value(IRI, OWL.versionInfo)
    assert str(GRAPH.value(IRI, OWL.versionIRI)) == f"{IRI}/{version}" == ONTOLOGY_VERSION


@pytest.mark.parametrize("vocabulary", ALIGNED.values(), ids=ALIGNED)
def test_the_ontology_is_aligned(vocabulary: str) -> None:
    links = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf, SKOS.closeMatch, SKOS.relatedMatch)
    assert any(str(o).startswith(vocabulary) for link in links for term in TERMS for o in GRAPH.objects(term, link))
