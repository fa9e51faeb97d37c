"""Dossiers: one static page for every company, official, town, park and programme, with an index to search.

They work from disk, link to each other, and need scripts only for the index's search field. Private persons are named
in the sentences that name them, and have neither page nor entry unless they are asked for.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from wlgraph.arguments import checked_path, checked_text
from wlgraph.errors import OutputError, SettingsError
from wlgraph.model import GROUPS, Record
from wlgraph.views.page import environment, page_parts, save
from wlgraph.views.reading import Reader, Source, as_store
from wlgraph.views.records import Content
from wlgraph.views.sheet import About, Sheet
from wlgraph.views.spelling import spellings
from wlgraph.views.terms import read_terms
from wlgraph.views.wording import Wording

SUBJECTS = ("Company", "Official", "Town", "IndustrialPark", *map(str, GROUPS["Programme"]))
"""The classes that get dossiers, in the order of the index."""


class DossierReport(Record, frozen=True):
    """How many dossiers were written, and where their index is."""

    index: str
    dossiers: int


def write_dossiers(
    graph: Source, out_dir: str | Path, *, title: str = "", lang: str = "zh", persons: bool = False
) -> DossierReport:
    """Write the dossiers of a graph and their index (``index.html``) into a folder.

    ``persons`` gives private persons dossiers and entries too. Raises GraphError where the graph cannot be read, SettingsError for
    another ``lang`` and OutputError where the folder cannot be written.
    """
    if lang not in ("zh", "en"):
        raise SettingsError(f"Dossiers speak no '{lang}'; choose zh or en.")
    checked_text("title", title, blank=True)
    root = checked_path("out_dir", out_dir)
    content = Reader(as_store(graph)).read()
    wording = Wording(lang, read_terms())
    classes = (*SUBJECTS, "Person") if persons else SUBJECTS
    subjects = [number for number in _told(content) if content.things[number].cls in classes]
    files = {number: file_name(content.things[number].iri) for number in subjects}
    about = About(content)
    folder = root / "dossiers"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        template = environment().get_template("dossier.html")
        parts = page_parts(["dossier.css", "chart.css"], [], {})
        for number in subjects:
            sheet = Sheet(about, number, files, wording)
            text = template.render(sheet=sheet, words=wording, page=parts, title=content.things[number].name)
            save(folder / files[number], text)
        index = root / "index.html"
        text = _index(about, files, wording, title=title, classes=classes)
        save(index, text)
    except OSError as error:
        raise OutputError(f"{out_dir} cannot be written ({error}); check the folder and its permissions.") from error
    return DossierReport(str(index), len(subjects))


def file_name(iri: str) -> str:
    """A thing's file, which stays the same as long as its IRI does."""
    return f"{hashlib.sha256(iri.encode()).hexdigest()[:16]}.html"


def _told(content: Content) -> list[int]:
    """The things of which something is told, by the pinyin of their names."""
    told = {end for claim in content.claims for end in (claim.s, claim.o)} | {f.thing for f in content.figures}

    def place(number: int) -> tuple[str, str, str]:
        thing = content.things[number]
        return (spellings(thing.name) or [thing.name.lower()])[-1], thing.name, thing.iri

    return sorted(told, key=place)


def _index(about: About, files: dict[int, str], wording: Wording, *, title: str, classes: tuple[str, ...]) -> str:
    content, title = about.content, title or wording["dossiers"]
    entries = []
    for number, file in files.items():
        thing = content.things[number]
        names = [thing.name, *thing.aliases]
        keys = list(dict.fromkeys(key for name in names for key in spellings(name)))
        entries.append([thing.name, wording.term(thing.cls), file, [*names, *keys, thing.code]])
    parts = page_parts(
        ["dossier.css", "chart.css"], ["js/dossiers.js"], {"entries": entries, "nothing": wording["nothing found"]}
    )
    return (
        environment()
        .get_template("dossiers.html")
        .render(
            title=title,
            by_class=_by_class(content, files, wording, classes),
            by_place=_by_place(about, files, wording),
            persons="Person" in classes,
            corpus=_corpus(content, wording),
            words=wording,
            page=parts,
        )
    )


Section = tuple[str, list[tuple[str, str, str]]]
"""A heading of the index with its entries: name, kind where the heading does not tell it, file."""


def _by_class(content: Content, files: dict[int, str], wording: Wording, classes: tuple[str, ...]) -> list[Section]:
    groups = [
        (
            wording.term(cls),
            [(content.things[n].name, "", file) for n, file in files.items() if content.things[n].cls == cls],
        )
        for cls in classes
    ]
    return [group for group in groups if group[1]]


def _by_place(about: About, files: dict[int, str], wording: Wording) -> list[Section]:
    """Places with what belongs to them, the best filled first; what has no place comes last."""
    things = about.content.things
    found: dict[int, list[tuple[str, str, str]]] = {}
    for number, file in files.items():
        for home in about.homes[number] or [-1]:
            entry = (things[number].name, wording.term(things[number].cls), file)
            found.setdefault(home, []).append(entry)
    ranked = sorted(found, key=lambda home: (home < 0, -len(found[home]), home))
    return [(things[home].name if home >= 0 else wording["no place"], found[home]) for home in ranked]


def _corpus(content: Content, wording: Wording) -> str:
    papers = list(dict.fromkeys(page.paper for page in content.pages if page.paper))
    dated = sorted((page for page in content.pages if page.date), key=lambda page: page.date)
    days = [wording.day(page.date, page.source) for page in dated]
    span = " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
    return " · ".join(filter(None, ("、".join(papers[:3]), span)))
