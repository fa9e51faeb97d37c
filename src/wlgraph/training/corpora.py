"""Annotated corpora of others, whose labels are not ours: each is learned by a head of its own beside the names.

Three forms are read, by the file's suffix:

- ``.jsonl``: a line a text, ``{"text": …, "label": {label: {surface: [[first, last], …]}}}`` (as CLUENER2020).
- ``.bio``: a character and its tag (``O``, ``B-label``, ``I-label``) a line, an empty line between texts.
- ``.txt``: a line a text, its names written as ``{{label:name}}`` (as the sample corpus of BosonNLP).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from wlgraph.errors import SettingsError
from wlgraph.model import Record
from wlgraph.names.recogniser.tags import TypedSpan
from wlgraph.training.samples import Sample

LabelledSpan = tuple[int, int, str]
Labelled = tuple[str, list[LabelledSpan]]
"""A text and its names, with the label that its corpus gives them."""

_INLINE = re.compile(r"\{\{(?P<label>\w+):\s*(?P<name>[^{}]*?)\s*\}\}")


class Corpus(Record, frozen=True, kw_only=True):
    """A corpus with labels of its own; the classes in the samples' spans number ``labels``."""

    labels: tuple[str, ...]
    samples: tuple[Sample, ...]


def read_corpus(path: Path) -> Corpus:
    """Read an annotated corpus.

    Raises SettingsError where the form is unknown, a line is broken, or nothing is annotated.
    """
    reader = _READERS.get(path.suffix)
    if reader is None:
        raise SettingsError(f"{path} is no corpus that can be read; give a file in {', '.join(_READERS)}.")
    try:
        texts = list(reader(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(
            f"The corpus {path} cannot be read ({error}); see its form in the training's guide."
        ) from error
    labels = tuple(sorted({label for _, spans in texts for _, _, label in spans}))
    if not labels:
        raise SettingsError(f"No name is annotated in {path}; give an annotated corpus.")
    return Corpus(labels=labels, samples=tuple(_sample(text, spans, labels) for text, spans in texts if text))


def _sample(text: str, spans: list[LabelledSpan], labels: tuple[str, ...]) -> Sample:
    kept: list[TypedSpan] = []
    for start, end, label in sorted(spans):
        if start < end <= len(text) and (not kept or start >= kept[-1][1]):
            kept.append((start, end, labels.index(label)))
    return Sample(text=text, spans=tuple(kept))


def _read_lines(content: str) -> Iterator[Labelled]:
    for line in filter(str.strip, content.splitlines()):
        entry = json.loads(line)
        yield (
            entry["text"],
            [
                (first, last + 1, label)
                for label, surfaces in entry["label"].items()
                for places in surfaces.values()
                for first, last in places
            ],
        )


def _read_tags(content: str) -> Iterator[Labelled]:
    for block in content.replace("\r", "").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        spans: list[LabelledSpan] = []
        for i, (_, tag) in enumerate(rows):
            kind, _, label = tag.partition("-")
            if kind == "B":
                spans.append((i, i + 1, label))
            elif kind == "I" and spans and spans[-1][1:] == (i, label):
                spans[-1] = (spans[-1][0], i + 1, label)
        yield "".join(character for character, _ in rows), spans


def _read_inline(content: str) -> Iterator[Labelled]:
    for line in filter(str.strip, content.splitlines()):
        text, spans, done = "", list[LabelledSpan](), 0
        for m in _INLINE.finditer(line):
            text += line[done : m.start()]
            spans.append((len(text), len(text) + len(m["name"]), m["label"]))
            text += m["name"]
            done = m.end()
        yield text + line[done:], spans


_READERS: dict[str, Callable[[str], Iterator[Labelled]]] = {
    ".jsonl": _read_lines,
    ".bio": _read_tags,
    ".txt": _read_inline,
}
