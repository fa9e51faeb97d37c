"""What belongs to a group is not the group, however alike the names are."""

from __future__ import annotations

import pytest

from wlgraph.names.namer import load_namer
from wlgraph.pages.reading import read_text
from wlgraph.pages.sidecar import Sidecar


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("鹭衡集团下属的浙江鹭衡（集团）水泵科技有限公司投产。", True),
        ("鹭衡集团旗下的浙江鹭衡集团机电有限公司投产。", True),
        ("浙江鹭衡集团机电有限公司投产。鹭衡集团有员工500人。", False),
    ],
)
def test_an_owner_and_what_it_owns(words: str, apart: bool) -> None:
    reading = read_text(
        "p.txt", f"本报讯（记者 何曼）3月11日，{words}", sidecar=Sidecar(home="温岭市", date="2024-03-12")
    )
    (naming,) = load_namer().name([reading])
    firms = [r for r in naming.referents if r.leaf == "Company"]
    assert (len(firms) == 2) is apart
