"""Areas that stand before a town which the register says they hold."""

from __future__ import annotations

import pytest

from wlgraph.model import Span
from wlgraph.names.decision import Choice
from wlgraph.names.holders import with_holders


@pytest.mark.parametrize(
    ("text", "decided", "names"),
    [
        ("浙江省诸暨市安华镇举办晚会", ["安华镇"], ["浙江省", "诸暨市", "安华镇"]),
        ("出自温岭横峰街道的小厂", ["横峰街道"], ["温岭", "横峰街道"]),
        ("浙江诸暨市安华镇举办晚会", ["浙江", "安华镇"], ["浙江", "诸暨市", "安华镇"]),
        ("温岭市安华镇举办晚会", ["安华镇"], ["安华镇"]),
        ("江苏省诸暨市安华镇举办晚会", ["安华镇"], ["诸暨市", "安华镇"]),
        ("镇", ["镇"], ["镇"]),
    ],
)
def test_areas_that_hold_a_town_are_names(text: str, decided: list[str], names: list[str]) -> None:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in decided]
    choices = [
        Choice(span=s, leaf="AdministrativeArea" if name == "浙江" else "Town", confidence=0.9)
        for s, name in zip(spans, decided, strict=True)
    ]
    assert [text[c.span.start : c.span.end] for c in with_holders(text, choices)] == names


def test_a_longer_name_stays_whole() -> None:
    text = "杭州市临安区岛石镇"
    chosen = [Choice(span=Span(0, 6), leaf="AdministrativeArea", confidence=0.9)]
    chosen.append(Choice(span=Span(6, 9), leaf="Town", confidence=0.9))
    assert with_holders(text, chosen) == chosen
