"""The endpoint over real HTTP: a SPARQL client, hostile queries, and the page in a browser."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
import uvicorn
from pyoxigraph import NamedNode
from selenium.webdriver import ActionChains, Chrome, Keys
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

from tests.browser import chromium
from wlgraph.build import BuildReport
from wlgraph.graph.saved import saved_queries
from wlgraph.graph.store import INFERRED_GRAPH, ONTOLOGY_GRAPH
from wlgraph.serve import Limits, QueryPool, create_app

SECONDS = 2.0
CROSS_PRODUCT = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def port(seeds_build: tuple[Path, BuildReport]) -> Iterator[int]:
    pool = QueryPool(seeds_build[0], Limits(seconds=SECONDS, answer=1_000_000, workers=2))
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        number: int = found.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(pool), port=number, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield number
    server.should_exit = True
    thread.join()


def request(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body.encode(), {k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    return answer.status, answer.getheader("content-type") or "", answer.read().decode()


def ask(port: int, query: str, accept: str = "application/sparql-results+json") -> tuple[int, str, str]:
    return request(port, "GET", f"/sparql?{urlencode({'query': query})}", Accept=accept)


@pytest.mark.parametrize("method", ["GET", POST])
def test_a_sparql_client_gets_rows(port: int, method: str) -> None:
    client = SPARQLWrapper(f"http://127.0.0.1:{port}/sparql")
    client.setMethod(method)
    client.setReturnFormat(JSON)
    client.setQuery("SELECT ?n WHERE { ?c a wl:Company ; skos:prefLabel ?n }")
    answer = client.query().convert()
    assert isinstance(answer, dict)
    assert answer["results"]["bindings"]


def test_a_sparql_client_gets_triples(port: int) -> None:
    client = SPARQLWrapper(f"http://127.0.0.1:{port}/sparql")
    client.setReturnFormat(TURTLE)
    client.setQuery("CONSTRUCT { ?c a wl:Company } WHERE { ?c a wl:Company } LIMIT 1")
    answer = client.query().convert()
    assert isinstance(answer, bytes)
    assert b"Company" in answer


@pytest.mark.parametrize(
    "media",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_the_answer_comes_in_the_accepted_format(port: int, media: str) -> None:
    status, content_type, body = ask(port, "SELECT ?s WHERE { ?s a wl:Town } LIMIT 1", media)
    assert status == 200
    assert content_type.startswith(media)
    assert body


def test_a_direct_post_is_answered(port: int) -> None:
    status, _, body = request(port, "POST", "/sparql", "ASK { ?s a wl:Town }", Content_Type="application/sparql-query")
    assert (status, json.loads(body)["boolean"]) == (200, True)


def test_no_query_gives_the_service_description(port: int) -> None:
    status, content_type, body = request(port, "GET", "/sparql")
    assert status == 200
    assert content_type.startswith("text/turtle")
    assert "SPARQL11Query" in body


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("method", "path", "body", "media"),
    [
        ("GET", "/sparql?query=", "", ""),
        ("GET", "/sparql?query=%20%0A", "", ""),
        ("GET", f"/sparql?default-graph-uri={quote(INFERRED_GRAPH.value)}", "", ""),
        ("POST", "/sparql", "", "application/sparql-query"),
        ("POST", "/sparql", "query=", FORM),
        ("POST", "/sparql", "", FORM),
    ],
)
def test_an_empty_query_is_refused(port: int, method: str, path: str, body: str, media: str) -> None:
    status, _, told = request(port, method, path, body, Content_Type=media)
    assert (status, told.partition(";")[0]) == (400, "The query is empty")


@pytest.mark.parametrize("way", ["GET", "form", "direct"])
@pytest.mark.parametrize(
    ("query", "graphs", "found"),
    [
        ("ASK { ?s a wl:Town }", [], True),
        ("ASK { ?s a wl:Town }", [("default-graph-uri", INFERRED_GRAPH)], False),
        ("ASK { ?s a wl:Place }", [("default-graph-uri", INFERRED_GRAPH)], True),
        ("ASK { wl:Town rdfs:label ?n }", [("default-graph-uri", INFERRED_GRAPH)], False),
        (
            "ASK { ?s a/rdfs:label ?n }",
            [("default-graph-uri", INFERRED_GRAPH), ("default-graph-uri", ONTOLOGY_GRAPH)],
            True,
        ),
        ("ASK { ?s ?p ?o }", [("named-graph-uri", ONTOLOGY_GRAPH)], False),
        ("ASK { GRAPH ?g { wl:Town rdfs:label ?n } }", [("named-graph-uri", ONTOLOGY_GRAPH)], True),
        ("ASK { GRAPH ?g { ?s a wl:Place } }", [("named-graph-uri", ONTOLOGY_GRAPH)], False),
    ],
)
def test_only_the_graphs_that_a_request_names_are_asked(
    port: int, way: str, query: str, graphs: list[tuple[str, NamedNode]], *, found: bool
) -> None:
    named = [(name, graph.value) for name, graph in graphs]
    if way == "direct":
        answer = request(port, "POST", f"/sparql?{urlencode(named)}", query, Content_Type="application/sparql-query")
    elif way == "form":
        answer = request(port, "POST", "/sparql", urlencode([("query", query), *named]), Content_Type=FORM)
    else:
        answer = request(port, "GET", f"/sparql?{urlencode([('query', query), *named])}")
    assert (answer[0], json.loads(answer[2])["boolean"]) == (200, found)


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize(
    ("graph", "words"), [("https://example.org/none", "no graph"), ("none", "no IRI"), ("", "no IRI")]
)
def test_a_graph_that_is_not_there_is_refused(port: int, name: str, graph: str, words: str) -> None:
    status, _, told = request(port, "GET", f"/sparql?{urlencode({'query': 'ASK {}', name: graph})}")
    assert status == 400
    assert words in told


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        ("DROP ALL", "application/sparql-update", 403),
        ("update=DROP+ALL", "application/x-www-form-urlencoded", 403),
        ("LOAD <http://127.0.0.1/>", "application/sparql-query", 400),
        ("SELECT ?s WHERE {", "application/sparql-query", 400),
        ("ASK {}", "text/plain", 415),
        ("ASK {}" + " " * 200_000, "application/sparql-query", 413),
    ],
)
def test_what_is_refused(port: int, body: str, media: str, status: int) -> None:
    assert request(port, "POST", "/sparql", body, Content_Type=media)[0] == status


def test_a_strange_host_header_is_refused(port: int) -> None:
    assert request(port, "GET", "/sparql?query=ASK%20%7B%7D", Host="evil.example")[0] == 400


def test_no_other_origin_is_allowed(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/sparql?query=ASK%20%7B%7D", headers={"Origin": "http://evil.example"})
    assert connection.getresponse().getheader("access-control-allow-origin") is None


def test_a_cross_product_is_stopped_at_the_limit(port: int) -> None:
    ask(port, "ASK {}")
    started = time.monotonic()
    status, _, body = ask(port, CROSS_PRODUCT)
    assert status == 503
    assert "stopped" in body
    assert time.monotonic() - started < SECONDS + 1
    assert ask(port, "ASK { ?s a wl:Town }")[0] == 200


def test_a_huge_answer_is_refused(port: int) -> None:
    status, _, body = ask(port, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }")
    assert status == 400
    assert "LIMIT" in body


def test_service_calls_no_one(port: int) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(1)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert ask(port, f"SELECT * WHERE {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}")[0] == 400
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with chromium() as driver:
        yield driver


def shown(browser: Chrome, script: str) -> Any:
    """What the script returns, once it returns something."""
    deadline = time.monotonic() + 20
    while not (found := browser.execute_script(f"return {script}")):
        assert time.monotonic() < deadline, f"nothing shown: {script}"
        time.sleep(0.1)
    return found


def opened(browser: Chrome, port: int, fragment: str = "") -> None:
    """Open the page and wait until its editor is there."""
    browser.get(f"http://127.0.0.1:{port}/{fragment}")
    shown(browser, "typeof yasgui.getTab === 'function' && yasgui.getTab() !== undefined")


ROWS = "document.querySelectorAll('.yasr tbody tr').length"
LABEL = "document.querySelector('.yasr .yasr_btn.select_table').textContent"


def test_the_page_opens_and_answers_saved_questions(port: int, browser: Chrome) -> None:
    opened(browser, port)
    names = shown(browser, "[...document.querySelectorAll('#questions option')].map((o) => o.value)")
    assert names == list(saved_queries())
    assert shown(browser, ROWS)
    browser.execute_script(
        "const list = document.getElementById('questions'); list.value = 'parks'; list.dispatchEvent(new Event('change'))"
    )
    assert shown(browser, "yasgui.getTab().getName() === 'parks' && yasgui.getTab().getYasr().results !== undefined")
    parks = saved_queries()["parks"]
    assert browser.execute_script("return document.getElementById('note').textContent") in (
        parks.note_zh,
        parks.note_en,
    )
    log = browser.get_log("browser")  # type: ignore[no-untyped-call]
    assert [entry for entry in log if entry["level"] == "SEVERE"] == []


def test_the_page_speaks_both_languages(port: int, browser: Chrome) -> None:
    opened(browser, port)
    assert shown(browser, ROWS)
    seen = set()
    for _ in range(2):
        browser.execute_script("document.getElementById('language').click()")
        language = browser.execute_script("return document.documentElement.lang")
        note = saved_queries()[next(iter(saved_queries()))]
        seen.add(language)
        assert shown(browser, "document.getElementById('note').textContent") == getattr(note, f"note_{language}")
        assert shown(browser, LABEL).strip() == {"zh": "表格", "en": "Table"}[language]
    assert seen == {"zh", "en"}


def test_the_rows_are_drawn_for_the_dark_filter(port: int, browser: Chrome) -> None:
    opened(browser, port)
    assert shown(browser, ROWS)
    browser.execute_script("theme = 'dark'; shade()")
    cell = "getComputedStyle(document.querySelector('.yasr tbody td'))"
    assert "invert" in browser.execute_script("return getComputedStyle(document.getElementById('yasgui')).filter")
    assert max(map(int, re.findall(r"\d+", browser.execute_script(f"return {cell}.color"))[:3])) < 80


def test_the_page_shows_why_a_query_is_refused(port: int, browser: Chrome) -> None:
    opened(browser, port)
    assert shown(browser, ROWS)
    browser.execute_script(
        "const e = yasgui.getTab().getYasqe(); e.setValue('SELECT ?s WHERE {'); e.query().catch(() => 0)"
    )
    assert "not valid SPARQL" in shown(browser, "document.querySelector('.yasr .errorResult')?.textContent")


def test_a_shared_link_opens_its_query(port: int, browser: Chrome) -> None:
    browser.get("about:blank")
    opened(browser, port, f"#query={quote('ASK { ?s a wl:Park }')}")
    assert shown(browser, "yasgui.getTab().getYasqe().getValue()") == "ASK { ?s a wl:Park }"


def test_the_editor_completes_the_ontology(port: int, browser: Chrome) -> None:
    opened(browser, port)
    browser.execute_script(
        "const e = yasgui.getTab().getYasqe(); e.focus();"
        "e.setValue('PREFIX wl: <https://w3id.org/wlgraph/ontology#>\\nSELECT ?s { ?s a wl:Comp }'); e.setCursor(1, 24)"
    )
    ActionChains(browser).key_down(Keys.CONTROL).send_keys(" ").key_up(Keys.CONTROL).perform()
    assert "wl:Company" in shown(browser, "document.querySelector('.CodeMirror-hints')?.textContent")
