"""From bytes to text: which encoding a page file has."""

from __future__ import annotations

import re

from wlgraph.errors import PageError

MAX_BYTES = 20 * 1024 * 1024
SHORT, LEAST_FAMILIARITY = 40, 0.04
"""Longer text with a smaller share of common characters was read in a wrong encoding; Chinese news has 0.12 and more."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON = "的一是了在有不和中为年大人市会国日上业工企这月个我发地出行时省本他要以成新将全到说对"
_COMMON_TRADITIONAL = "的一是了在有不和中為年大人市會國日上業工企這月個我發地出行時省本他要以成新將全到說對"


def decode(data: bytes, name: str) -> str:
    """The text of a page file, without byte-order mark, line ends as they stand.

    UTF-8 and UTF-16 with a mark, UTF-8, GB18030 (GBK, GB2312) and Big5 are understood. Where the bytes are valid in
    both of the last two, the reading with more of the commonest characters of newspaper prose wins.

    Raises PageError where the file is empty, larger than ``MAX_BYTES``, no text, or in none of these encodings.
    """
    if len(data) > MAX_BYTES:
        raise PageError(f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB; split it into one file a page.")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _filled(_decoded(data, codec), name)
    if _CONTROL.search(data):
        raise PageError(f"{name} is a binary file, not text; give a text file, or rename it to its true ending.")
    text = _decoded(data, "utf-8")
    if text is None and _is_damaged(data):
        raise PageError(f"{name} is UTF-8 with broken bytes in it; save it anew in a whole encoding.")
    if text is None:
        readings = [t for codec in ("gb18030", "big5") if (t := _decoded(data, codec)) is not None]
        text = max(readings, key=_familiarity, default=None)
        if text is not None and len(text) > SHORT and _familiarity(text) < LEAST_FAMILIARITY:
            text = None
    return _filled(text, name)


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_damaged(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few: most of what decodes is Chinese, which no other encoding gives."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 < len(text) and any(c > "\u2e80" for c in text.replace("\ufffd", ""))


def _filled(text: str | None, name: str) -> str:
    if text is None:
        raise PageError(f"{name} is in no known encoding; save it as UTF-8, GB18030 or Big5.")
    if not text.strip():
        raise PageError(f"{name} is empty; leave it out or give the page's text.")
    return text


def _familiarity(text: str) -> float:
    """Share of very common characters, the better of the simplified and the traditional set."""
    counts = [sum(text.count(c) for c in set(common)) for common in (_COMMON, _COMMON_TRADITIONAL)]
    return max(counts) / max(1, len(text))
