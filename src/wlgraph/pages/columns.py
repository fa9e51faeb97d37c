"""Columns that run into each other: every paragraph to its own article.

Where a page's columns were read across, paragraphs of one article stand within another, and sentences break off and go
on elsewhere (``dealing`` says where they belong).
"""

from __future__ import annotations

from itertools import pairwise

from wlgraph.pages.dealing import Item, Likeness, best_dealing, is_known_seam, items_of, prose, waits
from wlgraph.pages.drafts import Draft
from wlgraph.pages.lines import breaks_off, is_closed


def is_tangled(drafts: list[Draft]) -> bool:
    """Whether prose breaks off where the next article begins, or goes on elsewhere in words that the page has."""
    if any(waits(drafts, i) for i in range(len(drafts) - 1)):
        return True
    texts = [[prose(part) for part in draft.bodies] for draft in drafts]
    for draft, paragraphs in zip(drafts[:-1], texts, strict=False):
        if paragraphs and breaks_off(paragraphs[-1]) and not draft.jumps:
            return True
    whole = "\n".join([h.text for d in drafts for h in d.heads] + [t for ts in texts for t in ts])
    flat = [t for ts in texts for t in ts]
    rests = [b for a, b in pairwise(flat) if is_closed(a)]
    return any(
        breaks_off(a) and not is_known_seam(a, b, whole) and any(is_known_seam(a, rest, whole) for rest in rests)
        for a, b in pairwise(flat)
    )


def untangle(drafts: list[Draft]) -> list[Draft]:
    """Give every paragraph to its own article; drafts whose columns are straight are returned as they are."""
    if len(drafts) < 2 or not is_tangled(drafts):
        return drafts
    items = items_of(drafts)
    likeness = Likeness([h for d in drafts for h in d.heads], [prose(i.part) for i in items])
    return _dealt(drafts, items, best_dealing(drafts, items, likeness).labels)


def _dealt(drafts: list[Draft], items: list[Item], labels: tuple[int, ...]) -> list[Draft]:
    """New drafts with the parts dealt out; captions and subheads go with the paragraph that they stand at."""
    of_part = {id(item.part): label for item, label in zip(items, labels, strict=True)}
    dealt = [Draft(heads=d.heads, jumps=d.jumps, signed=d.signed, stacked=d.stacked, picture=d.picture) for d in drafts]
    for home, draft in enumerate(drafts):
        for n, part in enumerate(draft.parts):
            label = of_part.get(id(part))
            if label is None:
                label = _neighbour(draft, n, home, of_part)
            dealt[label].parts.append(part)
    return dealt


def _neighbour(draft: Draft, n: int, home: int, of_part: dict[int, int]) -> int:
    """The article of the paragraph behind a subhead, and of the paragraph before anything else."""
    part = draft.parts[n]
    if part.kind == "caption":
        return home
    around = draft.parts[n + 1 :] if part.kind == "subhead" else draft.parts[:n][::-1]
    return next((of_part[id(p)] for p in around if id(p) in of_part), home)
