from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import pytest

from wlgraph.api import Answer
from wlgraph.errors import SettingsError

ANSWER = Answer(columns=("name", "value", "count"), rows=(("海澜星", Decimal("2.5"), 3), ("山屿", None, 4)))


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_rows_become_a_frame(library: str) -> None:
    frame = getattr(ANSWER, f"to_{library}")()
    assert list(frame.columns) == ["name", "value", "count"]
    assert list(frame["name"]) == ["海澜星", "山屿"]
    assert frame["value"][0] == 2.5
    assert frame["count"].sum() == 7


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("rows", [(), (("甲",), (1,)), ((None,),)], ids=["empty", "mixed", "null"])
def test_any_column_becomes_one_kind(library: str, rows: tuple[tuple[Any, ...], ...]) -> None:
    assert len(getattr(Answer(columns=("x",), rows=rows), f"to_{library}")()) == len(rows)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match="frames"):
        getattr(ANSWER, f"to_{library}")()
