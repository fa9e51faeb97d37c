"""Characters of all kinds, read as those that the rooms know; what is printed stays.

Traditional, old and misprinted characters are read as simplified ones, letters and digits as narrow ones, marks between
Chinese words as wide ones. A text keeps its length, so that places in it stay places in what is printed.

Simplification is that of OpenCC. A page in simplified characters may still have a sign or a name in others (松嶺樂器); there
the characters stay that its standard has, too (乾 in 乾潭), and those that names of towns are registered with (濛阳). Of a
page in traditional characters all are simplified.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable

import opencc
from msgspec.structs import replace

from wlgraph.model import Mention, Reading

_SIMPLE = opencc.OpenCC("t2s")
_STANDARD = "gb2312"
_REGISTERED = frozenset("塚氾洩濛瀂磑礐篢蔄輋鬱鮀鮜鴜鷺")
_MARKS = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”"}
_WIDE = {wide: chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９％＋／＆"} | {
    chr(ord(narrow) + 0xFEE0): narrow for narrow in string.ascii_letters
}
_NARROW = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
_HAN = "[⺀-鿿]"
_NARROW_MARK = re.compile(rf"(?<=[⺀-鿿”’》）〉])[,:;!?]|[,:;!?](?={_HAN}|[“‘《（〈])")
_NARROW_BRACKETS = re.compile(
    rf"(?:(?<={_HAN})\([^()\n]*\)|\([^()\n]*\)(?={_HAN})|\((?=[^()\n⺀-鿿]*{_HAN})[^()\n]*\))"
)
_WIDE_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
_MISPRINTS = {"巿": "市"}
"""A character that nobody means: it came of optical recognition or of a slip with the input method."""
_ITEM = re.compile(
    r"^(?P<before>[ \u3000]*)(?:[①-⑳❶-❿➀-➓⑴-⒛㈠-㈩▂-▐▪▫▶-▹►▸◈◉◼-◾☑☛☞♦✓-✔✦✧❖➔-➾※»•‣∙*＊]|〇(?![一二三四五六七八九〇]))",
    re.MULTILINE,
)
_BULLET = "●"
"""Begins an item of a list; of the many signs that do, one is enough."""
_COMPATIBILITY = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
"""Radicals and doubles of characters, which text out of PDF files has instead of the characters themselves."""
_COMMONEST_PLANE = "\uffff"
"""A simplified form beyond it (𪲛 for 檵) is known to dictionaries alone."""
_WHOLE = 0.15
"""A page of which more than this share are traditional characters is in traditional ones; of such a page a third is."""


class _Table(dict[int, str]):
    """For ``str.translate``: each character that is read as another, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        read = self[code] = character if character.isascii() else _read_as(character)
        return read


def _read_as(character: str) -> str:
    if other := _MARKS.get(character) or _MISPRINTS.get(character) or _WIDE.get(character):
        return other
    if any(ord(character) in block for block in _COMPATIBILITY):
        character = unicodedata.normalize("NFKC", character)
    if character in _REGISTERED or _is_standard(character):
        return character
    simple = str(_SIMPLE.convert(character))
    return simple if len(simple) == 1 and simple <= _COMMONEST_PLANE else character


def _is_standard(character: str) -> bool:
    try:
        character.encode(_STANDARD)
    except UnicodeEncodeError:
        return False
    return True


_TABLE = _Table()


def is_traditional(text: str) -> bool:
    """Whether a page with this text is printed in traditional characters."""
    read = text.translate(_TABLE)
    return read != text and sum(a != b and a.isalpha() for a, b in zip(text, read, strict=True)) > _WHOLE * len(text)


def normalised(text: str, *, traditional: bool) -> str:
    """The text in the characters that the rooms know, as long as it was; ``traditional`` says that its page is all in
    traditional ones."""
    read = text.translate(_TABLE)
    if traditional:
        whole = str(_SIMPLE.convert(read))
        read = whole if len(whole) == len(read) else read
    read = _WIDE_POINT.sub(".", read)
    read = _ITEM.sub(rf"\g<before>{_BULLET}", read)
    read = _NARROW_BRACKETS.sub(lambda pair: f"（{pair[0][1:-1]}）", read)
    return _NARROW_MARK.sub(lambda mark: _NARROW[mark[0]], read)


def normalised_reading(reading: Reading) -> Reading:
    """The reading with its articles in the characters that the rooms know; the same object where they are so."""
    traditional = is_traditional(reading.page.text)
    texts = [normalised(article.text, traditional=traditional) for article in reading.articles]
    if all(article.text == text for article, text in zip(reading.articles, texts, strict=True)):
        return reading
    articles = tuple(replace(article, text=text) for article, text in zip(reading.articles, texts, strict=True))
    return replace(reading, articles=articles)


def spelled_as_in(reading: Reading, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in the characters of a reading of their page."""
    texts = {article.id: article.text for article in reading.articles}
    return tuple(replace(m, text=texts[m.article][m.span.start : m.span.end]) for m in mentions)


def is_subsequence(short: str, long: str) -> bool:
    """Whether the characters of ``short`` stand in ``long`` in the same order."""
    at = 0
    for character in short:
        at = long.find(character, at) + 1
        if not at:
            return False
    return True
