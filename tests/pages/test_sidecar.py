"""What a sidecar says of its page, and how a broken one is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wlgraph.errors import PageError
from wlgraph.pages import read_page
from wlgraph.pages.sidecar import read_sidecar

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
        ('{"date": ""}', ("2016-05-03", "printed", "玉环市", "")),
        ('{"date": "2016-05-04", "date_source": "heard"}', ("2016-05-04", "sidecar", "玉环市", "")),
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
    ("sidecar", "told"),
    [
        ('{"publication": "诸暨日报", "editor": "周同"}', [("sidecar-key-unknown", "'editor'")]),
        ('{"hom": "海宁市", "Date": 3}', [("sidecar-key-unknown", "not read: 'Date', 'hom'.")]),
        (json.dumps(dict.fromkeys("abcdefg", 1)), [("sidecar-key-unknown", "'a', 'b', 'c', 'd', 'e' and 2 more")]),
        ('{"date": "2016-05-04", "date_source": "heard"}', [("sidecar-date-source", "'heard'")]),
        ('{"date": "2016-05-04", "date_source": "sidecar"}', []),
        ('{"date": "2016-05-04", "date_source": "Printed"}', []),
        ('{"date": "2016-05-04", "date_source": "inferred from the text"}', []),
        ('{"date": "2016-05-04", "date_source": ""}', []),
    ],
)
def test_what_means_nothing_gets_a_notice(tmp_path: Path, sidecar: str, told: list[tuple[str, str]]) -> None:
    notices = read_page(write(tmp_path, sidecar)).notices
    assert [notice.code for notice in notices] == [code for code, _ in told]
    for notice, (_, words) in zip(notices, told, strict=True):
        assert words in notice.message


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("", "not a sidecar"),
        ("{", "not a sidecar"),
        ("[]", "not a sidecar"),
        ('"a"', "not a sidecar"),
        ('{"home": 3}', "the home is 3, which is no text"),
        ('{"date": ["2016"]}', r'the date is \["2016"\], which is no text'),
        ('{"date": null}', "the date is null, which is no text"),
        ('{"publication": {"name": "甲"}}', "the publication is"),
        ('{"date_source": true}', "the date_source is true"),
        ('{"page": 1.5}', "the page is 1.5"),
        (f'{{"page": {"9" * 5000}}}', "not a sidecar|no text"),
        ('{"page": true}', "the page is true"),
        ('{"date": "3 May"}', "not of the form"),
        ('{"home": "330483"}', "is a code"),
    ],
)
def test_a_broken_sidecar_is_named(tmp_path: Path, sidecar: str, said: str) -> None:
    with pytest.raises(PageError, match=rf"p\.meta\.json.*{said}"):
        read_page(write(tmp_path, sidecar))


def test_a_date_without_hyphens_is_the_same_day(tmp_path: Path) -> None:
    (tmp_path / "p.meta.json").write_text('{"date": "20160504"}', "utf-8")
    sidecar, notices = read_sidecar(tmp_path / "p.txt")
    assert (sidecar.date, notices) == ("2016-05-04", [])
