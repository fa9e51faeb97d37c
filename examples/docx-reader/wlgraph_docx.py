"""A page reader for Word files: each paragraph a line of its own, headings as headlines.

A reader is one function from a file to the page's text. ``wlgraph`` runs it in a child process with bounded time and
memory, so it may raise whatever it likes: the page is then left out, with the reason.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADINGS = ("heading", "title", "标题")


def text_of(path: Path) -> str:
    """The text of a Word file; raises where it is none, which ``wlgraph`` reports."""
    with ZipFile(path) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
        styles = _style_names(archive)
    return "\n\n".join(line for paragraph in document.iter(f"{W}p") if (line := _line(paragraph, styles))) + "\n"


def _line(paragraph: ElementTree.Element, styles: dict[str, str]) -> str:
    text = "".join(run.text or "" for run in paragraph.iter(f"{W}t")).strip()
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val", ""), "") if style is not None else ""
    return f"## {text}" if text and name.lower().startswith(HEADINGS) else text


def _style_names(archive: ZipFile) -> dict[str, str]:
    """A style's name by its id: Word writes the name in English whatever the language of its user."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    names = {}
    for style in ElementTree.fromstring(archive.read("word/styles.xml")).iter(f"{W}style"):
        name = style.find(f"{W}name")
        names[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "") if name is not None else ""
    return names
