"""Tables for a spreadsheet: entities, claims and figures, one row each."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.query import Value, select
from wlgraph.outputs import replacing

TABLES = {
    "entities": """SELECT ?iri ?name ?class ?code ?aliases WHERE {
      { SELECT ?iri ?name ?class ?code (GROUP_CONCAT(?alias; SEPARATOR="、") AS ?aliases) WHERE {
          { SELECT ?iri ?name ?class ?code ?alias WHERE {
              ?iri a ?type ; skos:prefLabel ?name . BIND(STRAFTER(STR(?type), "#") AS ?class)
              OPTIONAL { ?iri dcterms:identifier ?code } OPTIONAL { ?iri skos:altLabel ?alias } } ORDER BY ?alias }
        } GROUP BY ?iri ?name ?class ?code } } ORDER BY ?class ?name ?iri""",
    "claims": """SELECT ?subject ?predicate ?object ?modality ?role ?year ?asOf ?saidBy ?confidence ?sentence ?headline
      ?date ?dateSource ?page ?claim ?subjectIri ?objectIri WHERE {
      ?claim a wl:Claim ; rdf:subject ?subjectIri ; rdf:predicate ?p ; rdf:object ?objectIri ; wl:modality ?modality .
      ?subjectIri skos:prefLabel ?subject . ?objectIri skos:prefLabel ?object . BIND(STRAFTER(STR(?p), "#") AS ?predicate)
      OPTIONAL { ?claim wl:role ?role } OPTIONAL { ?claim wl:year ?year } OPTIONAL { ?claim wl:asOf ?asOf }
      OPTIONAL { ?claim wl:confidence ?confidence }
      OPTIONAL { ?claim wl:saidBy ?speaker OPTIONAL { ?speaker skos:prefLabel ?known } BIND(COALESCE(?known, ?speaker) AS ?saidBy) }
      OPTIONAL { ?claim wl:evidence ?e . ?e wl:quote ?sentence ; wl:inArticle ?a . ?a wl:onPage ?on . ?on schema:identifier ?page
                 OPTIONAL { ?on wl:dateSource ?dateSource } OPTIONAL { ?a schema:headline ?headline } OPTIONAL { ?a schema:datePublished ?date } }
      } ORDER BY ?subject ?predicate ?object ?claim ?sentence""",
    "figures": """SELECT ?thing ?indicator ?value ?unit ?period ?modality ?precision ?written ?confidence ?sentence
      ?headline ?date ?dateSource ?page ?lower ?upper ?figure ?thingIri WHERE {
      ?figure a wl:Observation ; wl:observed ?thingIri ; wl:indicator ?indicator ; wl:value ?value ;
              wl:unit ?unit ; wl:modality ?modality ; wl:evidence ?e .
      ?thingIri skos:prefLabel ?thing .
      ?e wl:quote ?sentence ; wl:inArticle ?a . ?a wl:onPage ?on . ?on schema:identifier ?page
      OPTIONAL { ?on wl:dateSource ?dateSource }
      OPTIONAL { ?a schema:headline ?headline } OPTIONAL { ?a schema:datePublished ?date }
      OPTIONAL { ?figure wl:period ?period } OPTIONAL { ?figure wl:precision ?precision }
      OPTIONAL { ?figure wl:written ?written } OPTIONAL { ?figure wl:confidence ?confidence }
      OPTIONAL { ?figure wl:lower ?lower } OPTIONAL { ?figure wl:upper ?upper }
      } ORDER BY ?thing ?indicator ?period ?value ?sentence ?figure""",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Value) -> str:
    """A value as a cell; text that a spreadsheet would run as a formula is led by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)


def write_tables(store: ox.Store, folder: Path) -> None:
    """``entities.csv``, ``claims.csv`` and ``figures.csv`` in UTF-8 with a byte-order mark, for spreadsheets."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as written:
        for name, question in TABLES.items():
            table = select(store, question, asserted_only=True)
            aside = written.enter_context(replacing(folder / f"{name}.csv"))
            with aside.open("w", encoding="utf-8-sig", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(table.columns)
                writer.writerows([cell(value) for value in row] for row in table.rows)
