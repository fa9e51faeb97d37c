"""What a sidecar says of its page, and how a broken one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.errors import PageError
from wlgraph.pages import read_page

TEXT = "2016年5月3日 星期二\n\n水泵节昨开幕\n\n本报讯（记者李明）5月2日，第九届水泵节开幕。\n"


def write(folder: Path, sidecar: str | None) -> Path:
    page = folder / "p.txt"
    page.write_text(TEXT, "utf-8")
    if sidecar is not None:
        (folder / "p.meta.json").write_text(sidecar, "utf-8")
    return page


@pytest.mark.parametrize(
    ("sidecar", "page"),
    [
        (None, ("2016-05-03", "printed", "玉环市", "")),
        ("{}", ("2016-05-03", "printed", "玉环市", "")),
        ('{"home": " 海宁市 "}', ("2016-05-03", "printed", "海宁市", "")),
        ('{"home": "海宁市", "page": 3}', ("2016-05-03", "printed", "海宁市", "3")),
        ('{"date": "2016-05-04", "page": "1"}', ("2016-05-04", "sidecar", "玉环市", "1")),
        ('{"date": "2016-05-04", "date_source": "inferred from the text"}', ("2016-05-04", "inferred", "玉环市", "")),
        ('{"date": "2016-05-04", "date_source": "printed"}', ("2016-05-04", "printed", "玉环市", "")),
        ('{"publication": "诸暨日报", "editor": "周同"}', ("2016-05-03", "printed", "玉环市", "")),
    ],
)
def test_sidecar_overrides(tmp_path: Path, sidecar: str | None, page: tuple[str, str, str, str]) -> None:
    read = read_page(write(tmp_path, sidecar), home="玉环市").page
    assert (read.date, read.date_source, read.home, read.number) == page


@pytest.mark.parametrize(
    "sidecar", ["", "{", "[]", '"a"', '{"home": 3}', '{"date": ["2016"]}', '{"date": "3 May"}', '{"home": "330483"}']
)
def test_a_broken_sidecar_is_named(tmp_path: Path, sidecar: str) -> None:
    with pytest.raises(PageError, match=r"p\.meta\.json"):
        read_page(write(tmp_path, sidecar))
