"""The numbers of a newspaper's pages in one form: 三, 3, ３, 03 and 第3版 are the same page."""

from __future__ import annotations

import re
import unicodedata

from wlgraph.times import parse_numeral

LAST = "末"
"""The issue's last page, whatever its number."""
_FIRST = "头"
_AROUND = re.compile(r"^第|[版页]$|[\s-]")


def page_number(written: str) -> str:
    """A page's number in its normal form (3, A3); "" for none, LAST for 末版."""
    text = _AROUND.sub("", unicodedata.normalize("NFKC", written)).upper()
    if text in ("", LAST):
        return text
    if text == _FIRST:
        return "1"
    letters, digits = re.match(r"([A-Z]*)(.*)", text).groups()  # type: ignore[union-attr]
    value = parse_numeral(digits) if digits else None
    return letters + (str(int(value)) if value is not None else digits)
