"""Names of classes and relations in Chinese and English, as the ontology gives them."""

from __future__ import annotations

import rdflib
from rdflib.namespace import RDFS

from wlgraph.graph.ontology import ontology_dir
from wlgraph.model import GROUP_OF, GROUPS
from wlgraph.views.reading import WL
from wlgraph.views.records import Term


def read_terms() -> dict[str, Term]:
    """Every term of the ontology that has a label, by its local name; a leaf class knows its group."""
    ontology = rdflib.Graph().parse(ontology_dir() / "wlgraph.ttl", format="turtle")
    labels: dict[str, dict[str, str]] = {}
    for subject, _, label in ontology.triples((None, RDFS.label, None)):
        if str(subject).startswith(WL) and isinstance(label, rdflib.Literal) and label.language:
            labels.setdefault(str(subject).removeprefix(WL), {})[label.language] = str(label)
    groups: dict[str, str] = {
        str(name): group for name, group in (*zip(GROUPS, GROUPS, strict=True), *GROUP_OF.items())
    }
    return {
        name: Term(found.get("zh", name), found.get("en", name), groups.get(name, ""))
        for name, found in sorted(labels.items())
    }
