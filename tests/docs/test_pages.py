"""What the docs print of ontology and queries is what the files say; ``make pages`` makes it anew."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from wlgraph.graph.namespace import WL
from wlgraph.graph.saved import saved_queries
from wlgraph.model import LEAVES, Predicate

DOCS = Path(__file__).resolve().parents[2] / "docs"


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_of_queries_is_up_to_date() -> None:
    made = _module(DOCS / "make_queries.py")
    assert made.PAGE.read_text("utf-8") == made.page(), "run make pages"


@pytest.mark.parametrize("name", saved_queries())
def test_a_saved_query_has_title_and_comment_in_both_languages(name: str) -> None:
    query = saved_queries()[name]
    assert all((query.zh, query.en, query.note_zh, query.note_en))


@pytest.fixture(scope="module")
def ontology_pages() -> ModuleType:
    return _module(DOCS / "ontology" / "make_page.py")


def test_the_pages_of_the_ontology_are_up_to_date(ontology_pages: ModuleType) -> None:
    for path, text in ontology_pages.pages().items():
        assert path.read_text("utf-8") == text, f"{path.name}: run make pages"


def test_every_term_has_its_place_on_the_page() -> None:
    page = (DOCS / "ontology" / "index.html").read_text("utf-8")
    assert all(f'<article id="{name}">' in page for name in WL.__annotations__ if not name.startswith("_"))


def test_the_picture_shows_every_entity_class_and_relation() -> None:
    picture = (DOCS / "ontology" / "picture.svg").read_text("utf-8")
    assert all(f" {name}</text>" in picture for name in (*LEAVES, *get_args(Predicate)))
