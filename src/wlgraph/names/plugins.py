"""Names that components of other packages find, by the entry point group ``wlgraph.name_components``.

    [project.entry-points.spacy_factories]
    harbours = "my_package:make_harbours"
    [project.entry-points."wlgraph.name_components"]
    harbours = "my_package:make_harbours"

The name is a spaCy factory. Its component runs over ``spacy.blank("zh")`` with character tokens and writes spans into
``doc.spans["wlgraph"]``, each labelled with a leaf class of the ontology. Such a span is heard as one strong voice among
those of the model, the registers and the forms: it wins where they are silent or in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Protocol

from wlgraph.errors import SettingsError
from wlgraph.model import LEAVES, Span
from wlgraph.names.candidate import Candidate

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = "wlgraph.name_components"
SPANS_KEY = "wlgraph"
RULE = "form:plugin"
CONFIDENCE = 0.95


class Voice(Protocol):
    """Whoever proposes names in texts beside the model."""

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]: ...


@cache
def components() -> tuple[EntryPoint, ...]:
    """The components that are installed, in the order of their names."""
    return tuple(sorted(entry_points(group=GROUP)))


def versions() -> tuple[str, ...]:
    """Each component with its package's version, for the key of what a page's extraction depends on."""
    return tuple(f"{point.name} {point.value} {point.dist and point.dist.version}" for point in components())


class Pipeline:
    """A spaCy pipeline of components whose spans become candidates."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """The names in each text; raises SettingsError where a span's label is no class of the ontology."""
        return [_candidates(doc) for doc in self._nlp.pipe(texts)]


def load_pipeline() -> Pipeline | None:
    """The installed components as one pipeline, None where there is none; raises SettingsError where one fails."""
    if not components():
        return None
    import spacy

    nlp = spacy.blank("zh")
    for point in components():
        try:
            nlp.add_pipe(point.name)
        except Exception as error:
            raise SettingsError(
                f"The component '{point.name}' of the package {point.dist and point.dist.name} cannot be loaded "
                f"({type(error).__name__}: {error}); mend or uninstall that package."
            ) from error
    return Pipeline(nlp)


def _candidates(doc: Doc) -> list[Candidate]:
    found = []
    for span in doc.spans.get(SPANS_KEY, ()):
        if span.label_ not in LEAVES:
            raise SettingsError(
                f"A component labels '{span.text}' as '{span.label_}', which is no class; use one of {', '.join(LEAVES)}."
            )
        place = Span(span.start_char, span.end_char)
        found.append(Candidate(span=place, leaf=span.label_, source="form", rule=RULE, confidence=CONFIDENCE))
    return found
