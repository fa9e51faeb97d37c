"""Which figures make one line over time, and what stands below its points."""

from __future__ import annotations

import pytest

from wlgraph.views.chart import length_of, period_label


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("2022", "2023", True),
        ("2023", "2024-01/2024-03", False),
        ("2023-01/2023-03", "2024-01/2024-03", True),
        ("2023-01/2023-06", "2024-01/2024-03", False),
        ("2023-11", "2023-12", True),
        ("2023-11", "2023", False),
        ("2023-06-30", "2024-06-30", True),
        ("2021/2022", "2022-01/2023-12", True),
    ],
)
def test_only_periods_of_one_length_are_joined(one: str, other: str, joined: bool) -> None:
    assert (length_of(one) == length_of(other)) is joined


@pytest.mark.parametrize(
    ("period", "label"),
    [("2023", "2023"), ("2024-01/2024-03", "2024-01–03"), ("2021/2023", "2021–2023"), ("2023-11-02", "2023-11-02")],
)
def test_a_period_in_few_characters(period: str, label: str) -> None:
    assert period_label(period) == label
