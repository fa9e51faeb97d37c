"""What the docs print of ontology and queries is what the files say; ``make docs`` makes it anew."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from wlgraph.graph.saved import saved_queries

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
    assert made.PAGE.read_text("utf-8") == made.page(), "run make docs"


@pytest.mark.parametrize("name", saved_queries())
def test_a_saved_query_has_title_and_comment_in_both_languages(name: str) -> None:
    query = saved_queries()[name]
    assert all((query.zh, query.en, query.note_zh, query.note_en))
