"""The endpoint's HTTP face: SPARQL 1.1 protocol by GET and POST, its description, and the page for people."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from wlgraph.errors import QueryError
from wlgraph.graph.query import QUERY_PREFIXES, Dataset
from wlgraph.graph.saved import SavedQuery, saved_queries
from wlgraph.serve.description import completions, service_description
from wlgraph.serve.negotiate import choose
from wlgraph.serve.pool import LimitError, QueryPool

ASSETS = Path(__file__).with_name("assets")
MOST_QUERY_BYTES = 100_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TITLES = re.compile(r"^# (?:zh|en|note-zh|note-en): .*\n", re.MULTILINE)
_DATASET = ("default-graph-uri", "named-graph-uri")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
Parameters = dict[str, list[str]]
"""All values of each parameter of a request."""


def create_app(pool: QueryPool, hosts: Sequence[str] = LOOPBACK) -> Starlette:
    """The application over a pool; a request whose Host header is not in ``hosts`` is refused."""

    async def sparql(request: Request) -> Response:
        return await _sparql(request, pool)

    @asynccontextmanager
    async def closing(_: Starlette) -> AsyncIterator[None]:
        yield
        pool.close()

    return Starlette(
        routes=[
            Route("/", _page),
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        lifespan=closing,
    )


async def _page(_: Request) -> Response:
    environment = Environment(loader=PackageLoader("wlgraph.serve", "templates"), autoescape=True)
    page = environment.get_template("serve.html").render(
        queries=[_shown(query) for query in saved_queries().values()],
        completions=completions(),
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"})


def _shown(query: SavedQuery) -> dict[str, str]:
    sparql = _TITLES.sub("", query.sparql)
    used = (f"PREFIX {name}: <{iri}>\n" for name, iri in QUERY_PREFIXES.items() if re.search(rf"\b{name}:", sparql))
    notes = {"note-zh": query.note_zh, "note-en": query.note_en}
    return {"name": query.name, "zh": query.zh, "en": query.en, "sparql": "".join(used) + sparql, **notes}


async def _sparql(request: Request, pool: QueryPool) -> Response:
    try:
        parameters = await _parameters(request)
        if request.method != "POST" and not parameters.keys() & {"query", *_DATASET}:
            description = service_description(str(request.url.replace(query="")))
            return Response(description, media_type="text/turtle")
        query = parameters.get("query", [""])[-1]
        media = _check(query, request.headers.get("accept", ""), parameters.get("format", [""])[-1])
        content = await run_in_threadpool(pool.ask, query, media, _dataset(parameters))
    except HTTPException as refused:
        return PlainTextResponse(refused.detail, status_code=refused.status_code)
    except LimitError as error:
        return PlainTextResponse(str(error), status_code=503)
    except QueryError as error:
        return PlainTextResponse(str(error), status_code=400)
    return Response(content, media_type=media, headers={"X-Content-Type-Options": "nosniff"})


def _check(query: str, accept: str, short: str) -> str:
    """The media type to answer in; raises HTTPException where the request is refused before it is run."""
    if not query.strip():
        raise HTTPException(400, "The query is empty; give a SELECT, ASK, CONSTRUCT or DESCRIBE as query=.")
    if len(query.encode()) > MOST_QUERY_BYTES:
        raise HTTPException(413, f"The query is longer than {MOST_QUERY_BYTES // 1000} kB.")
    media = choose(accept, query, short)
    if media is None:
        raise HTTPException(406, "No format that you accept fits this query.")
    return media


def _dataset(parameters: Parameters) -> Dataset | None:
    """The graphs that the request names; None where it names none."""
    default, named = (tuple(parameters.get(name, ())) for name in _DATASET)
    return Dataset(default=default, named=named) if default or named else None


async def _parameters(request: Request) -> Parameters:
    """Query parameters of a GET, a form POST or a direct POST; raises HTTPException for an update."""
    given = parse_qs(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        given |= _body((await request.body()).decode("utf-8", "replace"), request.headers.get("content-type", ""))
    if "update" in given:
        raise HTTPException(403, "This endpoint is read-only; updates are refused.")
    return given


def _body(body: str, content_type: str) -> Parameters:
    media = content_type.partition(";")[0].strip().lower()
    if media == "application/sparql-query":
        return {"query": [body]}
    if media == "application/sparql-update":
        return {"update": [body]}
    if media == "application/x-www-form-urlencoded":
        return parse_qs(body, keep_blank_values=True)
    raise HTTPException(415, "POST a query as application/sparql-query or application/x-www-form-urlencoded.")
