"""The names room as one step: from readings to namings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wlgraph.characters import normalised_reading
from wlgraph.model import Naming, Notice, Reading, Referent
from wlgraph.names.candidate import Candidate
from wlgraph.names.decision import Choice, decide
from wlgraph.names.evidence import gather_evidence
from wlgraph.names.extents import extended
from wlgraph.names.holders import with_holders
from wlgraph.names.nesting import with_nested
from wlgraph.names.plugins import Voice, load_pipeline
from wlgraph.names.printing import in_print
from wlgraph.names.proposal import Proposal
from wlgraph.names.proposing import propose
from wlgraph.names.recogniser import States
from wlgraph.names.references import refer
from wlgraph.names.referents import gather
from wlgraph.names.shared_titles import with_shared_titles
from wlgraph.names.weighing import Weigher, load_weigher
from wlgraph.registers import home_area

UNREGISTERED_HOME = "unregistered-home"
ALTERNATIVES = 0.03
"""The least probability of a reading beside the model's best one that the decision still hears."""


class Recognising(Protocol):
    """What the namer asks of the model."""

    def propose(self, texts: Sequence[str], *, minimum: float) -> list[list[Proposal]]: ...

    def states(self, text: str) -> States: ...


class Namer:
    """Finds the names on pages, their classes, and which of them mean one thing."""

    def __init__(self, recogniser: Recognising, weigher: Weigher, voice: Voice | None = None) -> None:
        self._recogniser = recogniser
        self._weigher = weigher
        self._voice = voice

    def name(self, readings: Sequence[Reading]) -> list[Naming]:
        """One naming a reading; the model sees the articles of all readings in one batch.

        Names are found in normalised characters and given as they are printed.
        """
        simple = [normalised_reading(reading) for reading in readings]
        texts = [article.text for reading in simple for article in reading.articles]
        proposals = iter(self._recogniser.propose(texts, minimum=ALTERNATIVES) if texts else [])
        namings = [self._name_page(reading, [next(proposals) for _ in reading.articles]) for reading in simple]
        return [in_print(*three) for three in zip(namings, simple, readings, strict=True)]

    def _name_page(self, reading: Reading, proposals: Sequence[Sequence[Proposal]]) -> Naming:
        home = reading.page.home
        texts = [article.text for article in reading.articles]
        voiced = self._voice.candidates(texts) if self._voice else ()
        candidates = propose(reading.articles, proposals, home, voiced)
        heard = [self._recogniser.states(text) for text in texts]
        evidence = gather_evidence(texts, candidates)
        choices = [
            with_nested(text, found, _completed(text, found, decide(odds, own)))
            for text, found, odds, own in zip(
                texts, candidates, self._weigher.weigh(texts, heard, evidence), evidence, strict=True
            )
        ]
        mentions, referents, at_home = gather(reading.articles, choices, home)
        references = refer(reading.articles, mentions, referents, at_home)
        return Naming(
            mentions=mentions + references,
            referents=referents,
            notices=(*_home_unknown(home), *_unregistered(referents)),
        )


def _completed(text: str, candidates: Sequence[Candidate], names: Sequence[Choice]) -> list[Choice]:
    """The names that were decided on, as far as they reach, with those that they or the register imply."""
    return with_shared_titles(text, candidates, with_holders(text, extended(text, names)))


def _home_unknown(home: str) -> tuple[Notice, ...]:
    """A home that no register has (misspelt, or an area of the past): its towns and villages are not known."""
    if home_area(home):
        return ()
    return (Notice(code=UNREGISTERED_HOME, message=f"No register has the home {home}; check how it is written."),)


def _unregistered(referents: Sequence[Referent]) -> tuple[Notice, ...]:
    """Towns that no register of the area knows: a renamed town, one from afar, or a misreading."""
    return tuple(
        Notice(code="unregistered-town", message=f"The register has no single town named {r.name} around here.")
        for r in referents
        if r.leaf == "Town" and not r.code
    )


def load_namer(recogniser: Recognising | None = None) -> Namer:
    """The namer with the shipped recogniser (or another) and weights, and the components that other packages bring."""
    from wlgraph.names.recogniser import load_recogniser

    return Namer(recogniser or load_recogniser(), load_weigher(), load_pipeline())
