"""How a person may type a Chinese name on a Latin keyboard: full pinyin and the initials of its syllables."""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

_HAN = re.compile(r"[㐀-鿿]")
_KEPT = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def spellings(name: str) -> list[str]:
    """The pinyin and the pinyin initials of a name; nothing for a name without Chinese characters."""
    name = name[:_LONGEST]
    if not _HAN.search(name):
        return []
    syllables = [_KEPT.sub("", part.lower()) for part in lazy_pinyin(name, style=Style.NORMAL)]
    initials = "".join(part if _is_latin(part, name) else part[:1] for part in syllables)
    return list(dict.fromkeys(key for key in (initials, "".join(syllables)) if key))


def _is_latin(part: str, name: str) -> bool:
    return part.isdigit() or (bool(part) and part in name.lower())
