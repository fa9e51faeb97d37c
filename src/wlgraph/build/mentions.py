"""``mentions.jsonl``: each place where a name stands, and which entity it is."""

from __future__ import annotations

import msgspec

from wlgraph.graph.corpus import Corpus
from wlgraph.model import Shard


def mention_lines(corpus: Corpus, shard: Shard) -> list[bytes]:
    """One line a mention of a page, in the order of its text.

    Offsets count code points of the page's text; a name that stands in pieces also lists its segments, and one within a
    longer name says that it is nested.
    """
    page = shard.reading.page
    rows = []
    for article in shard.reading.articles:
        for mention, iri in corpus.mentions(shard, article):
            pieces = article.locate(mention.span, page.text)
            if mention.kind == "reference" or not pieces:
                continue
            row = {
                "page": page.name,
                "start": pieces[0].start,
                "end": pieces[-1].end if pieces[-1].end > pieces[0].start else pieces[0].end,
                "text": mention.text,
                "class": corpus.entities[iri].leaf,
                "entity": iri,
                "confidence": round(mention.confidence, 3),
            }
            if mention.kind == "nested":
                row["nested"] = True
            if len(pieces) > 1:
                row["segments"] = [[piece.start, piece.end] for piece in pieces]
            rows.append(row)
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return [msgspec.json.encode(row) + b"\n" for row in rows]
