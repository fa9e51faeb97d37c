"""From a page file to a reading."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from wlgraph.characters import is_traditional, normalised
from wlgraph.errors import PageError
from wlgraph.model import Article, DateSource, Jump, Notice, Page, Reading
from wlgraph.pages import dating
from wlgraph.pages.assembling import assemble
from wlgraph.pages.columns import untangle
from wlgraph.pages.decoding import decode
from wlgraph.pages.formats import is_foreign, made_text
from wlgraph.pages.halves import join_ends, join_openings
from wlgraph.pages.headlines import give_headlines
from wlgraph.pages.lines import split_lines
from wlgraph.pages.roles import Cast, Role, cast_lines
from wlgraph.pages.sections import cut_sections
from wlgraph.pages.sidecar import Sidecar, read_sidecar
from wlgraph.pages.signing import join_bylines
from wlgraph.pages.wrapping import unwrap


def read_page(path: Path, *, home: str = "温岭市") -> Reading:
    """Read a page file with its sidecar.

    HTML, PDF, pictures and JSON Lines are known by their ending and made into text first; ``Reading.page.text`` is
    then that text, and offsets refer to it.

    ``home`` is the administrative area that 我市 means where no sidecar says so. Raises PageError where the file or
    its sidecar cannot be read.
    """
    if is_foreign(path):
        return _read(path, made_text(path), home)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PageError(f"{path} cannot be read ({error.strerror}); check the path and its permissions.") from error
    return _read(path, decode(data, str(path)), home)


def _read(path: Path, text: str, home: str) -> Reading:
    sidecar, notices = read_sidecar(path)
    reading = read_text(path.name, text, sidecar=sidecar, home=home)
    return replace(reading, notices=(*notices, *reading.notices))


def read_text(name: str, text: str, *, sidecar: Sidecar | None = None, home: str = "温岭市") -> Reading:
    """Read a page from its text; ``name`` is the page's file name."""
    known = sidecar or Sidecar()
    home = known.home or home
    printed, text = text, normalised(text, traditional=is_traditional(text))
    casts = cast_lines(join_bylines(unwrap(split_lines(text)), text))
    drafts, left_out = cut_sections(casts)
    drafts = join_ends(untangle(give_headlines(join_openings(drafts))))
    drafts = sorted(drafts, key=lambda draft: draft.start)
    assemblies = [assemble(d, text, f"a{i}") for i, d in enumerate(drafts, 1)]
    date, source, notices = _dated(known, text, casts)
    notices += known.notices
    notices += [Notice(code="line-left-out", message=f"'{h.text}' belongs to no article.") for h in left_out]
    jumps: list[Jump] = []
    for a in assemblies:
        jumps += a.jumps
        notices += a.notices
    page = Page(
        name=name,
        text=printed,
        publication=known.publication,
        home=normalised(home, traditional=False),
        date=date,
        date_source=source,
        number=str(known.page),
    )
    articles = tuple(_in_print(a.article, text, printed) for a in assemblies)
    return Reading(page=page, articles=articles, jumps=tuple(jumps), notices=tuple(notices))


def _in_print(article: Article, read: str, printed: str) -> Article:
    """The article in the characters of the page; ``read`` is the page's text as it was read."""
    if read == printed:
        return article
    places = zip(article.text, article.offsets, strict=True)
    text = "".join(printed[i] if i >= 0 and read[i] == c else c for c, i in places)

    def found(words: str) -> str:
        start = read.find(words)
        return printed[start : start + len(words)] if start >= 0 else words

    return replace(
        article,
        text=text,
        headline=" ".join(map(found, article.headline.split(" "))),
        reporters=tuple(map(found, article.reporters)),
        correspondents=tuple(map(found, article.correspondents)),
        photographers=tuple(map(found, article.photographers)),
    )


def _dated(known: Sidecar, text: str, casts: list[Cast]) -> tuple[str, DateSource, list[Notice]]:
    if known.date:
        return known.date, known.source, []
    for cast in casts:
        if cast.role is Role.FURNITURE and (date := dating.printed_date(cast.line.text)):
            return date, "printed", []
    date = dating.inferred_date(text)
    message = (
        f"the page prints no date; {date} is inferred from the days it names." if date else "the page has no date."
    )
    return date, "inferred", [Notice(code="date-inferred" if date else "date-unknown", message=message)]
