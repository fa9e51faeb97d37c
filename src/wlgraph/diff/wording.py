"""A comparison for people, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wlgraph.diff.compare import KINDS, VERDICTS, Change, Comparison

_SIGNS = {"came": "+", "went": "-", "changed": "~", "merged": ">"}
_PLURALS = {"entity": "entities", "claim": "claims", "figure": "figures"}


def as_text(comparison: Comparison) -> str:
    """Counts, then one line a difference with a sentence that says so; what changed is shown as old → new."""
    return "\n".join(_lines(comparison)) + "\n"


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The same as values that JSON holds."""
    counts = {
        _PLURALS[kind]: {
            verdict: comparison.count(kind, verdict) for verdict in VERDICTS if kind == "entity" or verdict != "merged"
        }
        for kind in KINDS
    }
    return {"counts": counts, "changes": [_change(change) for change in comparison.changes]}


def _lines(comparison: Comparison) -> Iterator[str]:
    for kind in KINDS:
        counts = [(verdict, comparison.count(kind, verdict)) for verdict in VERDICTS]
        told = [f"{count} {verdict}" for verdict, count in counts if count or verdict != "merged"]
        yield f"{_PLURALS[kind]}: {', '.join(told)}"
    for change in comparison.changes:
        yield f"{_SIGNS[change.verdict]} {change.words}{_detail(change)}"
        side = change.new or change.old
        if side and side.quotes and "quotes" not in change.fields:
            yield f"    {side.quotes[0]}"


def _detail(change: Change) -> str:
    if change.verdict == "merged":
        return f" → {change.new.words}" if change.new else ""
    if change.verdict == "changed":
        return ": " + "; ".join(f"{name} {old or '∅'} → {new or '∅'}" for name, (old, new) in change.fields.items())
    side = change.new or change.old
    modality = side.content.get("modality", "") if side else ""
    return f" ({modality})" if modality not in ("", "stated", "actual") else ""


def _change(change: Change) -> dict[str, Any]:
    sides = {name: side for name, side in (("old", change.old), ("new", change.new)) if side}
    told = {name: {"iri": side.iri, **side.content, "quotes": side.quotes} for name, side in sides.items()}
    for side in told.values():
        if not side["quotes"]:
            del side["quotes"]
    return {"kind": change.kind, "verdict": change.verdict, "about": change.words, **told}
