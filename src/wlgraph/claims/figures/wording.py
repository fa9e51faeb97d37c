"""The words around a quantity and a candidate, as text features."""

from __future__ import annotations

from bisect import bisect_left

from wlgraph.claims.figures.surroundings import Surroundings


def pair_context(around: Surroundings, index: int, name: str, cache: dict[int, list[str]]) -> list[str]:
    """Text features of a quantity and a candidate: its class with the words at the number, and the words at its mention."""
    scene, text = around.scene, around.scene.text
    q = scene.quantities[index]
    leaf = scene.leaf_of[name]
    if index not in cache:
        before = text[max(scene.clause_start(q.span.start), q.span.start - 10) : q.span.start]
        after = text[q.span.end : min(scene.clause_end(q.span.end), q.span.end + 5)]
        cache[index] = [f"<{before[i : i + 2]}" for i in range(len(before) - 1)] + [
            f">{after[i : i + 2]}" for i in range(len(after) - 1)
        ]
    here = scene.place(q.span.start)
    own = scene.by_referent.get(name, [])
    cut = bisect_left([s.start for s in own], q.span.start)
    last = own[cut - 1] if cut else None
    following = own[cut] if cut < len(own) else None
    features = [f"{leaf}{w}" for w in cache[index]]
    features += [f"{leaf}={q.kind}", f"{leaf}={q.unit}"]
    if last is not None:
        if last.place.clause == here.clause:
            where = "c"
        elif last.place.sentence == here.sentence:
            where = "s"
        elif last.place.block == here.block:
            where = "b" if last.place.sentence == here.sentence - 1 else "B"
        else:
            where = "a"
        two, after2 = text[max(0, last.start - 2) : last.start], text[last.end : last.end + 2]
        features += [
            f"{where}{leaf}", f"{where}{leaf}={q.kind}", f"{where}[{two}", f"{where}[{two[-1:]}", f"{where}]{after2}",
            f"{where}]{after2[:1]}", f"{where}{leaf}[{two[-1:]}", f"{where}{leaf}]{after2[:1]}",
        ]  # fmt: skip
        if where == "c":
            gap = text[last.end : q.span.start]
            features += [f"gap{gap[:8]}", f"gap{q.kind}{gap[:2]}", f"gap{gap[-2:]}{leaf}"]
    if following is not None and following.place.sentence == here.sentence:
        near = "n" if following.place.clause == here.clause else "f"
        gap = text[q.span.end : following.start]
        features += [
            f"{near}{leaf}={q.kind}",
            f"{near}{leaf}",
            f"{near}>{gap[:2]}",
            f"{near}<{gap[-2:]}",
            f"{near}{gap[:6]}",
        ]
    return features
