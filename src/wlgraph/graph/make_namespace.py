"""Write ``namespace.py`` from the ontology: ``python -m wlgraph.graph.make_namespace``."""

from __future__ import annotations

from pathlib import Path

from rdflib import RDF, RDFS, Graph, URIRef

from wlgraph.graph.ontology import ontology_dir

IRI = "https://w3id.org/wlgraph/ontology#"
TARGET = Path(__file__).with_name("namespace.py")
_HEAD = '''"""The ontology's terms as a namespace that refuses a typo. Made by make_namespace.py; edit the ontology instead."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class WL(DefinedNamespace):
    """Terms of https://w3id.org/wlgraph/ontology#."""

    _fail = True
    _NS = Namespace("https://w3id.org/wlgraph/ontology#")

'''


def namespace_source() -> str:
    """The Python source of the namespace, terms in the order of their names."""
    ontology = Graph().parse(ontology_dir() / "wlgraph.ttl")
    terms = sorted({s for s in ontology.subjects(RDF.type, None) if isinstance(s, URIRef) and s.startswith(IRI)})
    lines = []
    for term in terms:
        label = next(o for o in ontology.objects(term, RDFS.label) if getattr(o, "language", "") == "en")
        lines.append(f"    {term.removeprefix(IRI)}: URIRef  # {label}\n")
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    TARGET.write_text(namespace_source(), "utf-8")
