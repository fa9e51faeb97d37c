"""Write ``index.html`` and ``picture.svg`` from ``ontology/wlgraph.ttl``: ``make pages``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, SKOS

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology" / "wlgraph.ttl"
IRI = URIRef("https://w3id.org/wlgraph/ontology")
WL = Namespace(f"{IRI}#")
GROUPS = ("Person", "Organization", "Place", "Programme", "Project", "Industry", "Product", "Event")
KINDS = {
    "classes": ("类", "Classes", (OWL.Class,)),
    "object-properties": ("对象属性", "Object properties", (OWL.ObjectProperty,)),
    "datatype-properties": ("数据属性", "Datatype properties", (OWL.DatatypeProperty, RDF.Property)),
}
FACTS = {
    RDFS.subClassOf: ("上级类", "subclass of"),
    RDFS.subPropertyOf: ("上级属性", "subproperty of"),
    OWL.inverseOf: ("逆属性", "inverse of"),
    RDFS.domain: ("定义域", "domain"),
    RDFS.range: ("值域", "range"),
    SKOS.closeMatch: ("近似", "close match"),
    SKOS.relatedMatch: ("相关", "related match"),
}


class Ontology:
    """The ontology as the templates need it: terms in the order of their names, with labels in both languages."""

    def __init__(self, path: Path = ONTOLOGY) -> None:
        self.graph = Graph().parse(path)

    def header(self) -> dict[str, str]:
        version = self.graph.value(IRI, OWL.versionIRI)
        return {
            "iri": str(IRI),
            "version_iri": str(version),
            "version": str(self.graph.value(IRI, OWL.versionInfo)),
            "licence": str(self.graph.value(IRI, DCTERMS.license)),
            **self._both(IRI, DCTERMS.title, "title"),
            **self._both(IRI, DCTERMS.description, "description"),
        }

    def sections(self) -> Iterator[dict[str, Any]]:
        for key, (zh, en, types) in KINDS.items():
            nodes = {n for t in types for n in self.graph.subjects(RDF.type, t) if isinstance(n, URIRef) and n in WL}
            yield {"id": key, "zh": zh, "en": en, "terms": [self._term(node) for node in sorted(nodes)]}

    def label(self, node: URIRef, language: str) -> str:
        return self._text(node, RDFS.label, language)

    def ends(self, node: URIRef, side: URIRef) -> list[URIRef]:
        """The classes of a domain or range, a union taken apart."""
        return [term for value in self.graph.objects(node, side) for term in self._members(value)]

    def subclasses(self, node: URIRef) -> list[URIRef]:
        return sorted(n for n in self.graph.subjects(RDFS.subClassOf, node) if isinstance(n, URIRef))

    def _term(self, node: URIRef) -> dict[str, Any]:
        facts = [
            (zh, en, [self._link(n) for n in sorted(self.ends(node, predicate))])
            for predicate, (zh, en) in FACTS.items()
            if (node, predicate, None) in self.graph
        ]
        for zh, en, predicate in (
            ("下级类", "subclasses", RDFS.subClassOf),
            ("下级属性", "subproperties", RDFS.subPropertyOf),
        ):
            below = sorted(n for n in self.graph.subjects(predicate, node) if isinstance(n, URIRef))
            if below:
                facts.append((zh, en, [self._link(n) for n in below]))
        traits = [self._link(n) for n in sorted(self.graph.objects(node, RDF.type)) if str(n).endswith("Property")]
        if len(traits) > 1:
            facts.append(("特性", "characteristics", [t for t in traits if t["name"] != "owl:ObjectProperty"]))
        return {
            "name": node.removeprefix(str(WL)),
            "iri": str(node),
            **self._both(node, RDFS.label, "label"),
            **self._both(node, RDFS.comment, "comment"),
            "facts": facts,
        }

    def _members(self, value: Any) -> Iterable[URIRef]:
        if isinstance(value, BNode):
            union = self.graph.value(value, OWL.unionOf)
            return [n for n in Collection(self.graph, union) if isinstance(n, URIRef)] if union else []
        return [value] if isinstance(value, URIRef) else []

    def _link(self, node: URIRef) -> dict[str, str]:
        own = str(node).startswith(str(WL))
        return {
            "name": self.graph.namespace_manager.qname(node),
            "href": f"#{node.removeprefix(str(WL))}" if own else str(node),
        }

    def _both(self, node: URIRef, predicate: URIRef, name: str) -> dict[str, str]:
        return {f"{name}_{language}": self._text(node, predicate, language) for language in ("zh", "en")}

    def _text(self, node: URIRef, predicate: URIRef, language: str) -> str:
        found = (o for o in self.graph.objects(node, predicate) if isinstance(o, Literal) and o.language == language)
        return str(next(found, ""))


class Picture:
    """The entity classes by group, and beneath them what relates which group to which."""

    WIDTH, COLUMN, LINE, TOP = 1180, 290, 22, 30

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def boxes(self) -> list[dict[str, Any]]:
        heights = [self.LINE * (len(self._inside(group)) + 2) for group in GROUPS]
        rows = [max(heights[:4]), max(heights[4:])]
        return [
            {
                "x": 10 + self.COLUMN * (place % 4),
                "y": self.TOP + (rows[0] + 16 if place >= 4 else 0),
                "height": rows[place // 4],
                "hue": self.hue(group),
                "names": [(name, depth) for name, depth in [(group, 0), *self._inside(group)]],
            }
            for place, group in enumerate(GROUPS)
        ]

    def relations(self) -> list[dict[str, Any]]:
        """One row a relation between entities: the groups on either side, and what it is called."""
        ontology, rows = self._ontology, []
        for node in sorted(ontology.graph.subjects(RDF.type, OWL.ObjectProperty)):
            left, right = self._groups(node, RDFS.domain), self._groups(node, RDFS.range)
            if left and right:
                name = node.removeprefix(str(WL))
                rows.append({"name": name, "zh": ontology.label(node, "zh"), "left": left, "right": right})
        return rows

    def hue(self, group: str) -> int:
        return GROUPS.index(group) * 45

    def both(self, name: str) -> str:
        return f"{self._ontology.label(WL[name], 'zh')} {name}"

    def _inside(self, group: str, depth: int = 1) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        for node in self._ontology.subclasses(WL[group]):
            name = node.removeprefix(str(WL))
            found += [(name, depth), *self._inside(name, depth + 1)]
        return found

    def _groups(self, node: URIRef, side: URIRef) -> list[tuple[str, str]]:
        """The classes at one end, each with its group; none where the property is not between entities."""
        return [(n.removeprefix(str(WL)), g) for n in self._ontology.ends(node, side) if (g := self._group(n))]

    def _group(self, node: URIRef) -> str:
        name = node.removeprefix(str(WL))
        if name in GROUPS:
            return name
        above = (n for n in self._ontology.graph.objects(node, RDFS.subClassOf) if n in WL)
        return next((group for n in above if (group := self._group(URIRef(n)))), "")


def pages() -> dict[Path, str]:
    """The text of each file that is made."""
    ontology = Ontology()
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    svg = environment.get_template("picture.svg.jinja").render(picture=Picture(ontology))
    html = environment.get_template("index.html.jinja").render(
        header=ontology.header(),
        sections=list(ontology.sections()),
        prefixes=sorted(
            (p, str(n)) for p, n in ontology.graph.namespaces() if f"@prefix {p}:" in ONTOLOGY.read_text("utf-8")
        ),
    )
    return {HERE / "picture.svg": svg, HERE / "index.html": html}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
