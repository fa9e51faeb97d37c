"""The recogniser as a spaCy component over character tokens.

    nlp = spacy.blank("zh")
    nlp.add_pipe("wlgraph_recogniser")
    for doc in nlp.pipe(texts): doc.spans["wlgraph"]

Each span has its leaf class as label and its confidence in ``doc.spans["wlgraph"].attrs["scores"]``, in the order of
the spans, where other components of spaCy also put theirs. Texts go through the model in batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from wlgraph.names.proposal import Proposal
from wlgraph.names.recogniser.recogniser import Recogniser, load_recogniser

SPANS_KEY = "wlgraph"
FACTORY = "wlgraph_recogniser"


class RecogniserComponent:
    """Writes the recogniser's proposals into ``doc.spans``."""

    def __init__(self, recogniser: Recogniser, *, spans_key: str, minimum: float) -> None:
        self._recogniser = recogniser
        self._spans_key = spans_key
        self._minimum = minimum

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The docs of ``stream`` with their names, ``batch_size`` at a time through the model."""
        docs_left = iter(stream)
        while docs := list(islice(docs_left, batch_size)):
            found = self._recogniser.propose([doc.text for doc in docs], minimum=self._minimum)
            for doc, proposals in zip(docs, found, strict=True):
                doc.spans[self._spans_key] = _group(doc, proposals, self._spans_key)
                yield doc


@Language.factory(FACTORY, default_config={"spans_key": SPANS_KEY, "minimum": 0.5})
def make_component(nlp: Language, name: str, spans_key: str, minimum: float) -> RecogniserComponent:
    """The component with the recogniser that comes with the package."""
    del nlp, name
    return RecogniserComponent(load_recogniser(), spans_key=spans_key, minimum=minimum)


def _group(doc: Doc, proposals: Sequence[Proposal], name: str) -> SpanGroup:
    spans, scores = [], []
    for p in proposals:
        # A tokenizer that joins characters may have no token edge there; the nearest words are then the span.
        span = doc.char_span(p.start, p.end, label=p.leaf, alignment_mode="expand")
        if span is not None:
            spans.append(span)
            scores.append(p.confidence)
    return SpanGroup(doc, name=name, attrs={"scores": scores}, spans=spans)
