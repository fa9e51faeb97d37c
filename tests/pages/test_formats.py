"""Pages that are no plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.errors import PageError
from wlgraph.pages import read_page
from wlgraph.pages.formats import child
from wlgraph.pages.formats.flow import Box, ordered, page_text

HTML = """<html><head><meta charset="{codec}"><title>小微园里起新楼-泉溪新闻网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/b">要闻</a></div>
<div id="content"><h1>小微园里起新楼</h1><p>2019年06月04日 来源：泉溪日报</p><div id="ozoom">
<p>　　本报讯（记者陈可 通讯员 李明）昨天，泽国镇的小微园建成厂房8幢，入驻企业31家，总建筑面积达24.6万平方米。</p>
<p>　　小微园设了四道门槛，入驻企业的亩均税收不低于15万元，不得转租，消防一票否决，报名的企业有137家。</p>
<p>　　镇长王海说，园区二期计划6月动工，建成后可以再容纳六十家企业。</p></div></div>
<div class="footer">版权所有 泉溪新闻网</div></body></html>"""

JSONL = (
    '{"title": "小微园里起新楼", "author": ["陈可", "李明"], "content": "昨天，泽国镇建成厂房8幢。\\n二期6月动工。"}\n'
    '{"title": "水清了", "byline": "通讯员 王一", "content": "坞根的花溪清了。"}\n'
)


def test_a_short_html_page_keeps_its_table(tmp_path: Path) -> None:
    rows = (
        ("镇街", "产值（亿元）", "增长（%）"),
        ("青禾镇", "12.5", "3.1"),
        ("松月镇", "8.4", "2.2"),
        ("白石镇", "6.3", "1.9"),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><h1>各镇一季度工业产值</h1><table>{cells}</table></body></html>", "utf-8")
    (article,) = read_page(page, home="泉溪县").articles
    (table,) = article.tables
    assert [tuple(article.text[c.start : c.end] for c in row) for row in (table.header, *table.rows)] == list(rows)


@pytest.mark.parametrize("codec", ["utf-8", "gb2312"])
def test_html(tmp_path: Path, codec: str) -> None:
    pytest.importorskip("trafilatura")
    page = tmp_path / "a.html"
    page.write_bytes(HTML.format(codec=codec).encode("gb18030" if codec == "gb2312" else codec))
    reading = read_page(page)
    (article,) = reading.articles
    assert (article.headline, article.reporters, article.correspondents) == ("小微园里起新楼", ("陈可",), ("李明",))
    assert reading.page.date == "2019-06-04"
    assert "版权所有" not in article.text
    assert "首页" not in article.text


def test_json_lines(tmp_path: Path) -> None:
    page = tmp_path / "a.jsonl"
    page.write_text(JSONL, "utf-8")
    articles = read_page(page).articles
    assert [(a.headline, a.reporters, a.correspondents) for a in articles] == [
        ("小微园里起新楼", ("陈可", "李明"), ()),
        ("水清了", (), ("王一",)),
    ]


@pytest.mark.parametrize("data", ["[1, 2]", "{", '{"url": "x"}', '{"title": ""}'])
def test_other_json_is_refused(tmp_path: Path, data: str) -> None:
    page = tmp_path / "a.jsonl"
    page.write_text(data, "utf-8")
    with pytest.raises(PageError, match=r"a\.jsonl cannot be read as jsonl"):
        read_page(page)


def pdf(lines: list[tuple[float, float, float, str]]) -> bytes:
    """A PDF page with a text layer: left, height above the foot, type size, and Chinese text."""
    shown = "\n".join(
        f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, size, text in lines
    ).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/Ascent 880/Descent -120/CapHeight 880/ItalicAngle 0"
        b"/StemV 90/FontBBox[0 -120 1000 880]>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + tail


def test_pdf_is_read_column_by_column(tmp_path: Path) -> None:
    pytest.importorskip("pdfminer")
    page = tmp_path / "a.pdf"
    page.write_bytes(
        pdf(
            [
                (20, 260, 22, "小微园里起新楼"),
                (20, 230, 10, "本报讯（记者陈可）昨天，泽国"),
                (20, 216, 10, "镇的小微园建成厂房八幢，入驻"),
                (210, 230, 10, "企业三十一家。园区二期计划六"),
                (210, 216, 10, "月动工。"),
            ]
        )
    )
    (article,) = read_page(page).articles
    assert (article.headline, article.reporters) == ("小微园里起新楼", ("陈可",))
    assert article.text.endswith("昨天，泽国镇的小微园建成厂房八幢，入驻企业三十一家。园区二期计划六月动工。")


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_a_broken_file_is_refused(tmp_path: Path, ending: str) -> None:
    page = tmp_path / f"a.{ending}"
    page.write_bytes(b"not what its ending says")
    with pytest.raises(PageError, match=rf"a\.{ending} (cannot be read as|needs the extra|holds no text)"):
        read_page(page)


def test_a_reader_that_runs_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "a.jsonl"
    page.write_text(JSONL, "utf-8")
    monkeypatch.setitem(child.SECONDS, "jsonl", 0.01)
    with pytest.raises(PageError, match="took more than"):
        read_page(page)


def test_a_reader_that_takes_too_much_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "a.jsonl"
    page.write_text('{"title": "水", "content": "' + "清" * 3_000_000 + '"}', "utf-8")
    monkeypatch.setitem(child.MEMORY_BYTES, "jsonl", 64 << 20)
    with pytest.raises(PageError, match="memory"):
        read_page(page)


def line(left: float, top: float, width: float, text: str, size: float = 10) -> Box:
    return Box(left, top, left + width, top + size, text, size)


def test_columns_are_read_one_after_the_other_under_their_headline() -> None:
    boxes = [
        line(0, 0, 200, "大标题", 24),
        line(0, 40, 90, "一" * 9),
        line(110, 40, 90, "三" * 9),
        line(0, 52, 90, "二" * 9),
        line(110, 52, 90, "四" * 9),
        line(0, 90, 200, "下面的标题", 24),
        line(0, 130, 90, "五" * 9),
        line(110, 130, 90, "六" * 9),
    ]
    assert [b.text.strip("一二三四五六") or b.text[0] for b in ordered(boxes, 4)] == [
        "大标题",
        "一",
        "二",
        "三",
        "四",
        "下面的标题",
        "五",
        "六",
    ]
    assert page_text(boxes).startswith("## 大标题\n\n一一一一一一一一一二二二")
