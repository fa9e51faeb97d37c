"""Terms of the vocabularies in use, as the nodes that the writer emits."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

DEFAULT_BASE = "https://w3id.org/wlgraph/id/"

PREFIXES = {
    "wl": "https://w3id.org/wlgraph/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
}


@cache
def term(iri: URIRef) -> NamedNode:
    """A term of a namespace as a node."""
    return NamedNode(str(iri))


@cache
def prefixed(name: str) -> NamedNode:
    """The node that a prefixed name (``schema:headline``) stands for."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


TYPE = prefixed("rdf:type")
PREF_LABEL = prefixed("skos:prefLabel")
ALT_LABEL = prefixed("skos:altLabel")
_INTEGER = prefixed("xsd:integer")
_DECIMAL = prefixed("xsd:decimal")
_DATE = prefixed("xsd:date")
_FULL_DATE_LENGTH = 10


def chinese(text: str) -> Literal:
    """A label in Chinese."""
    return Literal(text, language="zh")


def integer(number: int) -> Literal:
    """A whole number in canonical form."""
    return Literal(str(number), datatype=_INTEGER)


def decimal(written: str) -> Literal:
    """A decimal number in canonical form: no exponent, no trailing zeros, no plus sign."""
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Literal(written, datatype=_DECIMAL)


def date(written: str) -> Literal:
    """An ISO date as ``xsd:date``; a year or a month, which that type cannot hold, as a plain string."""
    return Literal(written, datatype=_DATE) if len(written) == _FULL_DATE_LENGTH else Literal(written)


def path_segment(name: str) -> str:
    """A file name or surface form as one segment of an IRI: Chinese stays readable, what IRIs forbid is escaped."""
    return "".join(c if c.isalnum() or c in "._-~" else quote(c) for c in name)
