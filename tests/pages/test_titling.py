"""How a line reads: as a headline, a kicker, or prose that lost its end."""

from __future__ import annotations

import pytest

from wlgraph.pages.titling import load_titling


@pytest.mark.parametrize(
    ("headline", "prose"),
    [("小微园里起新楼", "他说，去年的时候我们还在"), ("青石镇工业大会召开", "今年以来，该镇已经有")],
)
def test_a_headline_reads_unlike_prose(headline: str, prose: str) -> None:
    assert load_titling().headline_odds(headline) > load_titling().headline_odds(prose)


@pytest.mark.parametrize("kicker", ["园区巡礼③", "青石时评", "年终盘点·工业篇"])
def test_a_kicker_reads_unlike_a_main_headline(kicker: str) -> None:
    assert load_titling().kicker_odds(kicker) > 0 > load_titling().kicker_odds("青石镇建成八幢厂房 三十一家企业入驻")
