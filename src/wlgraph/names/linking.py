"""Whether a short name on a page may mean the thing that a fuller name there means."""

from __future__ import annotations

import re

from wlgraph.model import GROUP_OF, Leaf
from wlgraph.names.canonical import is_subsequence
from wlgraph.names.short_forms import company_core, short_forms, without_place
from wlgraph.registers import short_name

_ORDINALS = re.compile(r"[第一二三四五六七八九十百0-9东西南北中]+")
_TRADE_TAIL = re.compile(r"(?:产业集群|产业链|产业|行业|集群)$")
_PROGRAMMES = ("Programme", "Project", "Event")


def may_mean(short: str, full: str, leaf: Leaf) -> bool:
    """``short`` and ``full`` are expanded names of the same group of classes; ``leaf`` is the fuller one's class."""
    if len(short) >= len(full):
        return False
    if leaf == "Company":
        return _company(short, full)
    if leaf in ("Organization", "ResearchBody", "PublicBody"):
        return _body(short, full)
    if leaf in ("Town", "Village", "AdministrativeArea"):
        return short == short_name(full) and len(short) >= 2
    if leaf in ("IndustrialPark", "Infrastructure"):
        return _place(short, full)
    if GROUP_OF[leaf] in _PROGRAMMES:
        return len(short) >= 3 and (full.startswith(short) or full.endswith(short)) and _same_ordinals(short, full)
    if leaf == "Industry":
        return len(short) >= 2 and _TRADE_TAIL.sub("", short) == _TRADE_TAIL.sub("", full)
    return False


def _company(short: str, full: str) -> bool:
    if short in short_forms(full, "Company") or without_place(full) == short:
        return True
    if "支行" in full or "分行" in full or "分公司" in full:
        return full.endswith(without_place(short)) and len(short) >= 4
    core, _ = company_core(full)
    own_core, _ = company_core(short)
    if len(own_core) >= 2 and core == own_core:
        return True
    head = min(2, len(core))
    return short[:head] == core[:head] and is_subsequence(short, full)


def _body(short: str, full: str) -> bool:
    if not _same_ordinals(short, full):
        return False
    if full.endswith(short) and len(short) >= 3:
        return True
    return (
        len(short) >= 2
        and short[0] in (full[0], without_place(full)[0])
        and short[-1] == full[-1]
        and is_subsequence(short, full)
    ) or (
        len(short) >= 3 and short[:2] == full[:2] and short.endswith(("联", "协", "办")) and is_subsequence(short, full)
    )


def _place(short: str, full: str) -> bool:
    if len(short) < 2 or not _same_ordinals(short, full):
        return False
    return full.endswith(short) if len(short) <= 3 else is_subsequence(short, full) and short[-1] == full[-1]


def _same_ordinals(short: str, full: str) -> bool:
    """Ordinals and directions of the short name must be those of the full one (第一医院, 第二医院)."""
    rest = "".join(_ORDINALS.findall(full))
    return all(part in rest for part in _ORDINALS.findall(short)) and (
        not re.search(r"[第0-9]", rest) or bool(_ORDINALS.findall(short)) or "第" not in rest
    )
