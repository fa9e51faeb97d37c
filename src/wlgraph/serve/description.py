"""What the endpoint says of itself, and the terms that the page completes."""

from __future__ import annotations

from functools import cache

from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef

from wlgraph.graph.ontology import ontology_dir
from wlgraph.serve.worker import RESULTS, TRIPLES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
_FORMAT_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def service_description(endpoint: str) -> str:
    """The SPARQL 1.1 service description as Turtle."""
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("formats", FORMATS)
    service = BNode("service")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, URIRef(endpoint)))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    graph.add((service, SD.feature, SD.UnionDefaultGraph))
    graph.add((service, RDFS.comment, Literal("Read-only: updates, LOAD and SERVICE are refused.", lang="en")))
    for media in (*RESULTS, *TRIPLES):
        graph.add((service, SD.resultFormat, FORMATS[_FORMAT_NAMES[media]]))
    return graph.serialize(format="turtle")


@cache
def completions() -> dict[str, list[str]]:
    """The ontology's classes and properties, for completion in the editor."""
    ontology = Graph().parse(ontology_dir() / "wlgraph.ttl")
    kinds = {"class": (OWL.Class,), "property": (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)}
    return {
        kind: sorted({str(s) for t in types for s in ontology.subjects(RDF.type, t) if isinstance(s, URIRef)})
        for kind, types in kinds.items()
    }
