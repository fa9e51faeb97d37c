"""Surfaces that look like persons and name nobody."""

from __future__ import annotations

import pytest

from wlgraph.names.persons import names_nobody


@pytest.mark.parametrize(
    ("surface", "nobody"),
    [
        ("陈先生", True),
        ("相结合", True),
        ("高质量", True),
        ("林则安", False),
        ("相里安", False),
        ("高曼青", False),
        ("念兹", True),
    ],
)
def test_names_nobody(surface: str, nobody: bool) -> None:
    assert names_nobody(surface) is nobody
