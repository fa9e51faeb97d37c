"""A spaCy component with a register of one's own: harbours that a general model does not know.

A name component writes spans into ``doc.spans["wlgraph"]``, each labelled with a class of the ontology. A trained model,
a matcher or a pipeline of yours can stand in its place; spaCy components pass ``doc`` on to one another.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

SPANS_KEY = "wlgraph"
REGISTER = Path(__file__).with_name("harbours.txt")


@Language.factory("harbour_names", default_config={"label": "Infrastructure"})
def make_harbours(nlp: Language, name: str, label: str) -> Harbours:
    """The component over the harbours in ``harbours.txt``, one a line."""
    return Harbours(nlp, REGISTER.read_text("utf-8").split(), label)


class Harbours:
    """Marks every harbour of the register."""

    def __init__(self, nlp: Language, harbours: list[str], label: str) -> None:
        self._label = label
        self._matcher = PhraseMatcher(nlp.vocab)
        self._matcher.add("harbour", [nlp.make_doc(harbour) for harbour in harbours])

    def __call__(self, doc: Doc) -> Doc:
        found = [Span(doc, start, end, label=self._label) for _, start, end in self._matcher(doc)]
        doc.spans[SPANS_KEY] = [*doc.spans.get(SPANS_KEY, ()), *found]
        return doc
