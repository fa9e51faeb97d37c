"""What the encoder should answer about each article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from wlgraph.claims.encoder import Asked
from wlgraph.claims.encoder.questions import AIMS, MODALITIES
from wlgraph.claims.figures.periods import times_near
from wlgraph.training.figure_samples import Sample
from wlgraph.training.studies import Marked, true_pairs

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article with the true answers to its questions.

    ``mask`` and ``truth`` are tables [pair, predicate]; ``modality`` numbers the modality of a true pair; ``figure``
    is 1, 0 or unknown for a quantity and ``aim`` the number of its modality; ``subject`` and ``period`` say of each
    candidate and each time whether it is right, ``candidate_of`` and ``time_of`` whose it is.
    """

    marked: Marked
    asked: Asked
    mask: Any
    truth: Any
    modality: Any
    figure: Any
    aim: Any
    subject: Any
    candidate_of: Any
    period: Any
    time_of: Any


def lesson(marked: Marked) -> Lesson:
    """The true answers about an article."""
    study = marked.study
    mask, truth = true_pairs(marked)
    sample = Sample(marked)
    quantities = range(len(study.candidates))
    figure = [UNKNOWN if i in sample.repeats else int(i in sample.of) for i in quantities]
    aim = [AIMS.index(sample.of[i][0].modality) if i in sample.of else UNKNOWN for i in quantities]
    subject, candidate_of = [], []
    period, time_of = [], []
    for i in quantities:
        told = sample.of.get(i, [])
        observed = {f.observed for f in told}
        subject += [name in observed for name in study.candidates[i]]
        candidate_of += [i] * len(study.candidates[i])
        times = [t.value for t in times_near(study.around.scene, study.around.scene.quantities[i]).all]
        wanted = {f.period for f in told if f.period}
        period += [any(_tells(value, w) for w in wanted) for value in (*times, marked.date)]
        time_of += [i] * (len(times) + 1)
    return Lesson(
        marked, study.asked, mask, truth, _modalities(marked), np.asarray(figure, dtype=np.int64), np.asarray(aim, dtype=np.int64),
        np.asarray(subject, dtype=bool), np.asarray(candidate_of, dtype=np.int64),
        np.asarray(period, dtype=bool), np.asarray(time_of, dtype=np.int64),
    )  # fmt: skip


def _tells(value: str, wanted: str) -> bool:
    """Whether a time tells a period: the same, or a day or month of it where the text leaves the rest out."""
    return value == wanted or ("/" not in value and len(wanted) in (4, 7) and value.startswith(wanted))


def _modalities(marked: Marked) -> Any:
    pairs = marked.study.pairs
    of = {(c.subject, c.object): MODALITIES.index(c.modality) for c in marked.claims}
    ends = zip(pairs.subject.tolist(), pairs.object.tolist(), strict=True)
    return np.asarray([of.get((pairs.things[s], pairs.things[o]), UNKNOWN) for s, o in ends], dtype=np.int64)
