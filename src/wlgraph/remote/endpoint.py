"""A SPARQL endpoint of another server, asked over HTTP."""

from __future__ import annotations

import re

import httpx
import pyoxigraph as ox

from wlgraph.errors import GraphError, QueryError
from wlgraph.graph.query import QUERY_PREFIXES, check_query
from wlgraph.graph.store import INFERRED_GRAPH, ONTOLOGY_GRAPH

ASSERTED = f"""CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ ?s ?p ?o FILTER NOT EXISTS {{ GRAPH {INFERRED_GRAPH} {{ ?s ?p ?o }} }}
              FILTER NOT EXISTS {{ GRAPH {ONTOLOGY_GRAPH} {{ ?s ?p ?o }} }} }}
  UNION {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g NOT IN ({INFERRED_GRAPH}, {ONTOLOGY_GRAPH})) }} }}"""
"""All that a store says, whether its default graph holds all others too or nothing of them."""
_RESULTS = "application/sparql-results+json"
_MEDIA = {"json": _RESULTS, "csv": "text/csv", "turtle": "text/turtle", "any": f"{_RESULTS}, text/turtle;q=0.5"}


_DECLARED = re.compile(r"PREFIX\s+([^\s:]*)\s*:\s*<", re.IGNORECASE)


def with_prefixes(sparql: str) -> str:
    """The query with each of the package's prefixes that it does not declare itself."""
    own = set(_DECLARED.findall(sparql))
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in QUERY_PREFIXES.items() if name not in own) + sparql


class Endpoint:
    """A SPARQL 1.1 query endpoint; errors of the network and the server become one sentence."""

    def __init__(self, url: str, *, seconds: float = 60.0) -> None:
        self.url = url
        self._client = httpx.Client(timeout=seconds, follow_redirects=False)

    def ask(self, sparql: str, form: str) -> bytes:
        """The answer as "json", "csv" or "turtle"; raises QueryError or GraphError."""
        return self._send(sparql, form).content

    def read(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | bytes:
        """The rows of a SELECT, the answer to an ASK, or Turtle; raises QueryError or GraphError."""
        answer = self._send(sparql, "any")
        if not answer.headers.get("Content-Type", "").startswith(_RESULTS):
            return answer.content
        found = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions | ox.QueryBoolean)
        return found

    def keeps_graphs_apart(self) -> bool:
        """Whether all that the store has lies in named graphs that a query without GRAPH does not see."""
        return not self._holds("?s ?p ?o") and self._holds("GRAPH ?g { ?s ?p ?o }")

    def _holds(self, pattern: str) -> bool:
        return bool(self.read(f"ASK {{ {pattern} }}"))

    def _send(self, sparql: str, form: str) -> httpx.Response:
        check_query(sparql)
        try:
            answer = self._client.post(
                self.url, data={"query": with_prefixes(sparql)}, headers={"Accept": _MEDIA[form]}
            )
        except httpx.HTTPError as error:
            raise GraphError(f"{self.url} does not answer ({error}); check the address and that it runs.") from error
        if answer.status_code != httpx.codes.OK:
            raise QueryError(f"{self.url} refused the query ({answer.status_code}: {answer.text.strip()[:200]}).")
        return answer

    def copy(self) -> ox.Store:
        """All that it asserts, in a store of our own."""
        store = ox.Store()
        store.load(self.ask(ASSERTED, "turtle"), format=ox.RdfFormat.TURTLE)
        return store
