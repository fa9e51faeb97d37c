"""Read a marked page: newspaper text with names, relations and figures marked in place.

The format is that of ``evaluation/marked/FORMAT.md``. Reading one gives the records that the rooms would have made of
the plain page, so that a room can be trained or measured on the true output of the rooms before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import cast

from wlgraph.errors import PageError
from wlgraph.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimModality,
    Figure,
    FigureModality,
    Leaf,
    Mention,
    Naming,
    Page,
    Predicate,
    Reading,
    Record,
    Referent,
    Span,
    Stating,
)

MARK = re.compile(r"【([^|】]*)\|([^|】]*)(?:\|([^】]*))?】")
_DECIMAL = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』）)]*")
_CLAIM_FIELDS = {"role", "year", "modality", "valid_from", "valid_to", "as_of", "said_by"}


class MarkedPage(Record, frozen=True, kw_only=True):
    """A marked page as the rooms would have it: what was read, named and stated."""

    reading: Reading
    naming: Naming
    stating: Stating


class _Draft:
    """An article under construction."""

    def __init__(self, number: int, page_start: int) -> None:
        self.id = f"a{number}"
        self.page_start = page_start
        self.text = ""
        self.blocks: list[Block] = []
        self.headline: list[str] = []
        self.names: list[tuple[Span, str, Leaf, str]] = []
        self.claims: list[str] = []
        self.figures: list[str] = []
        self.byline: dict[str, tuple[str, ...]] = {}

    def add(self, kind: BlockKind, marked: str) -> None:
        start, plain = len(self.text), ""
        position = 0
        for m in MARK.finditer(marked):
            plain += marked[position : m.start()]
            here = start + len(plain)
            surface, leaf, canonical = m.group(1), cast("Leaf", m.group(2)), m.group(3) or m.group(1)
            self.names.append((Span(here, here + len(surface)), surface, leaf, canonical))
            plain += surface
            position = m.end()
        plain += marked[position:]
        if plain.strip():
            self.blocks.append(Block(kind=kind, span=Span(start, start + len(plain))))
            self.text += plain + "\n"

    def article(self) -> Article:
        sentences = [s for b in self.blocks if b.kind != "byline" for s in split_sentences(self.text, b.span)]
        return Article(
            id=self.id,
            text=self.text,
            offsets=tuple(range(self.page_start, self.page_start + len(self.text))),
            blocks=tuple(self.blocks),
            sentences=tuple(sentences),
            headline=" ".join(self.headline),
            reporters=self.byline.get("reporter", ()),
            correspondents=self.byline.get("correspondent", ()),
            photographers=self.byline.get("photographer", ()),
        )


def split_sentences(text: str, span: Span) -> list[Span]:
    """Cut a block into sentences at 。！？； and their closing marks."""
    cuts = [span.start + m.end() for m in SENTENCE_END.finditer(text[span.start : span.end])]
    edges = [span.start, *cuts, span.end]
    return [Span(a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def read_marked(path: Path) -> MarkedPage:
    """Read one marked page.

    Raises PageError where the page is no UTF-8 text or has no ``@page`` line, where a claim names an end that nothing on
    the page marks, and where a figure has no number.
    """
    meta, drafts, page_text = _read_lines(path)
    if not meta:
        raise PageError(f"{path} has no @page line; write '@page publication=… home=… date=…' as its first line.")
    home = meta.get("home", "温岭市")
    page = Page(
        name=path.name, text=page_text, publication=meta.get("publication", ""), home=home, date=meta.get("date", "")
    )
    articles = tuple(d.article() for d in drafts)
    referents, ids = _referents(drafts, home)
    mentions = [
        Mention(article=d.id, span=span, text=surface, leaf=leaf, referent=ids[canonical])
        for d in drafts
        for span, surface, leaf, canonical in d.names
    ]
    claims = [_claim(d, line, ids, path) for d in drafts for line in d.claims]
    figures = [_figure(d, line, ids, path) for d in drafts for line in d.figures]
    return MarkedPage(
        reading=Reading(page=page, articles=articles),
        naming=Naming(mentions=tuple(mentions), referents=referents),
        stating=Stating(claims=tuple(claims), figures=tuple(figures)),
    )


def _read_lines(path: Path) -> tuple[dict[str, str], list[_Draft], str]:
    meta: dict[str, str] = {}
    drafts: list[_Draft] = []
    page_text = ""
    try:
        content = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise PageError(f"{path} is no UTF-8 text ({error.reason}); save it as UTF-8.") from error
    for line in content.splitlines():
        word, _, rest = line.partition(" ")
        if word == "@page":
            meta = dict(re.findall(r"(\w+)=(\S+)", rest))
        elif word == "@article":
            page_text += drafts[-1].text + "\n" if drafts else ""
            drafts.append(_Draft(len(drafts) + 1, len(page_text)))
        elif not drafts:
            continue
        elif word in ("@kicker", "@headline"):
            kind: BlockKind = "kicker" if word == "@kicker" else "headline"
            drafts[-1].add(kind, rest.strip())
            drafts[-1].headline += [MARK.sub(r"\1", rest.strip())] if rest.strip() else []
        elif word == "@byline":
            fields = re.findall(r"(reporter|correspondent|photographer)=(.*?)(?=\s+\w+=|$)", rest)
            drafts[-1].byline = {k: tuple(n for n in re.split(r"[、,，;；\s]+", v) if n) for k, v in fields}
        elif word == "@rel":
            drafts[-1].claims.append(rest)
        elif word == "@fig":
            drafts[-1].figures.append(rest)
        else:
            drafts[-1].add("body", line)
    page_text += drafts[-1].text if drafts else ""
    return meta, drafts, page_text


def _referents(drafts: Iterable[_Draft], home: str) -> tuple[tuple[Referent, ...], dict[str, str]]:
    leaves: dict[str, Leaf] = {}
    surfaces: dict[str, dict[str, None]] = {}
    for draft in drafts:
        for _, surface, leaf, canonical in draft.names:
            leaves.setdefault(canonical, leaf)
            surfaces.setdefault(canonical, {})[surface] = None
    leaves.setdefault(home, "AdministrativeArea")
    ids = {name: f"e{i + 1}" for i, name in enumerate(leaves)}
    referents = tuple(
        Referent(
            id=ids[name],
            leaf=leaf,
            name=name.split("#")[0],
            surfaces=tuple(s for s in surfaces.get(name, {}) if s != name.split("#")[0]),
        )
        for name, leaf in leaves.items()
    )
    return referents, ids


def _ends(line: str, needed: int, ids: dict[str, str], path: Path) -> list[str]:
    fields = [f.strip() for f in line.split("|")]
    if len(fields) < needed or fields[0] not in ids:
        raise PageError(f"{path}: the line '{line}' names a thing that nothing on the page marks.")
    return fields


def _claim(draft: _Draft, line: str, ids: dict[str, str], path: Path) -> Claim:
    subject, predicate, obj, *more = _ends(line, 3, ids, path)
    if obj not in ids:
        raise PageError(f"{path}: the line '{line}' names a thing that nothing on the page marks.")
    extra = dict(m.split("=", 1) for m in more if "=" in m)
    return Claim(
        article=draft.id,
        subject=ids[subject],
        predicate=cast("Predicate", predicate),
        object=ids[obj],
        sentence=Span(0, 0),
        modality=cast("ClaimModality", extra.get("modality", "stated")),
        role=extra.get("role", ""),
        year=extra.get("year", ""),
        qualifiers={k: v for k, v in extra.items() if k not in _CLAIM_FIELDS},
    )


def _figure(draft: _Draft, line: str, ids: dict[str, str], path: Path) -> Figure:
    subject, indicator, value, unit, *more = _ends(line, 4, ids, path)
    return Figure(
        article=draft.id,
        observed=ids[subject],
        indicator=indicator,
        value=_decimal(value, line, path),
        unit=unit,
        sentence=Span(0, 0),
        period=more[0] if more else "",
        modality=cast("FigureModality", more[1] if len(more) > 1 and more[1] else "actual"),
    )


def _decimal(value: str, line: str, path: Path) -> str:
    if not _DECIMAL.fullmatch(value):
        raise PageError(
            f"{path}: '{value}' in the line '{line}' is no number; write digits, with a point where needed."
        )
    return format(Decimal(value), "f")
