"""``mentions.jsonl``: each place where a name stands, and which entity it is."""

from __future__ import annotations

from pathlib import Path

import msgspec

from wlgraph.graph.corpus import Corpus


def write_mentions(corpus: Corpus, path: Path) -> int:
    """Write one line a mention, in the order of the pages' text, and return how many there are.

    Offsets count code points of the page's text; a name that stands in pieces also lists its segments,
    and one within a longer name says that it is nested.
    """
    lines: list[bytes] = []
    for shard in corpus.shards:
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
        lines += [msgspec.json.encode(row) + b"\n" for row in rows]
    path.write_bytes(b"".join(lines))
    return len(lines)
