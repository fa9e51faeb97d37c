"""Figures: for each number with a clear subject, what it measures of which thing, and when."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.encoder import Answers
from wlgraph.claims.encoder.questions import AIMS, shares
from wlgraph.claims.figures.aims import certain_aim
from wlgraph.claims.figures.corrected import likely_figures
from wlgraph.claims.figures.dated import certain_periods
from wlgraph.claims.figures.indicators import compared, indicator
from wlgraph.claims.figures.periods import modality_of, times_near
from wlgraph.claims.figures.phrasing import load_phraser
from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.ranking import Judgement, load_judge
from wlgraph.claims.figures.scene import HEADS, Scene
from wlgraph.claims.figures.surroundings import Surroundings
from wlgraph.model import Figure, FigureModality, Span
from wlgraph.names.recogniser import States

THRESHOLD = 0.35
OF_WORDS = 0.6
"""The weight of wording against the encoder's probabilities in telling targets and forecasts from facts."""
_OF_THINGS = ("米", "厘米", "毫米")
"""Units in which nobody gives the size of a county."""
_SIZE = re.compile("(?:[长宽高深厚]度?|直径|口径|见方)(?:约|达|为|有)?$")


def measure(
    around: Surroundings, names: list[list[str]], texts: list[float], heard: Answers, *, states: States, date: str
) -> list[Figure]:
    """The figures of an article, in the order of the text.

    ``names`` and ``texts`` are candidates and words' scores of each quantity, ``heard`` the encoder's answers,
    ``states`` what the recogniser makes of the text, ``date`` the page's day. A figure that the headline and the body both tell is stated once, from the body. Figures of the
    same kind for the same thing that disagree are all kept.
    """
    judgements = load_judge().judge(around, names, texts, heard)
    return _once(_figures(around.scene, judgements, heard, states, date), around.scene)


def _figures(scene: Scene, judgements: list[Judgement], heard: Answers, states: States, date: str) -> list[Figure]:
    figures = []
    words, sentence, period = "", None, ""
    periods, certain = period_logits(scene, heard), certain_periods(scene)
    likely = likely_figures(scene, judgements, THRESHOLD)
    phrases = load_phraser().phrase(scene, [(found.words, found.judgement.observed) for found in likely], states)
    for (i, told, judgement), phrase in zip(likely, phrases, strict=True):
        q = scene.quantities[i]
        here = scene.sentence_span(q.span.start)
        if here is None or _is_size_of_area(scene, q, judgement.observed):
            continue
        words = (phrase if q.kind != "age" else "") or indicator(
            scene, told, judgement.observed, words if here == sentence else ""
        )
        words = compared(words, scene.text[scene.clause_start(q.span.start) : q.span.start], q.kind)
        sentence = here
        period = certain.get(i) or load_judge().period_of(scene, q, date, period, periods[i])
        sure = certain_aim(scene, q)
        figures.append(
            Figure(
                article=scene.article.id,
                observed=judgement.observed,
                indicator=words,
                value=q.value,
                unit=q.unit,
                sentence=here,
                written=scene.text[q.span.start : q.span.end],
                period="" if sure == "target" and _is_over(period, date) else period,
                modality=sure or _aim(modality_of(scene, q, date, period), heard.aims[i]),
                precision=q.precision,
                lower=q.lower,
                upper=q.upper,
                confidence=round(judgement.confidence, 3),
                rule=f"figure:{q.kind}",
            )
        )
    return figures


def _is_size_of_area(scene: Scene, q: Quantity, observed: str) -> bool:
    """Whether a thing without a name (宽24米的大棚) is measured, and not the county that its measure falls to."""
    return (
        scene.leaf_of.get(observed) == "AdministrativeArea"
        and q.unit in _OF_THINGS
        and _SIZE.search(scene.text, scene.clause_start(q.span.start), q.span.start) is not None
    )


def _aim(by_words: FigureModality, heard: NDArray[np.float32]) -> FigureModality:
    """Fact, target or forecast: what the encoder says, with some weight for the words that usually tell it."""
    said = shares(heard)
    said[AIMS.index(by_words)] += OF_WORDS
    return AIMS[int(said.argmax())]


def _is_over(period: str, date: str) -> bool:
    """Whether a period lies in a year before the page's: no target is set for it."""
    return bool(period) and period[period.find("/") + 1 :][:4] < date[:4]


def period_logits(scene: Scene, heard: Answers) -> list[list[float]]:
    """The encoder's logits of each quantity's times and of the article's day."""
    ends = np.cumsum([len(times_near(scene, q).all) + 1 for q in scene.quantities])
    return [part.tolist() for part in np.split(heard.periods, ends[:-1])] if len(ends) else []


def _once(figures: list[Figure], scene: Scene) -> list[Figure]:
    """Without repetitions of the same figure within the article."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (_in_head(scene, f.sentence), f.sentence, -f.confidence)):
        same = (f for f in kept if (f.observed, f.value, f.unit) == (figure.observed, figure.value, figure.unit))
        if not any(_alike(f, figure) or _in_head(scene, figure.sentence) for f in same):
            kept.append(figure)
    return sorted(kept, key=figures.index)


def _alike(a: Figure, b: Figure) -> bool:
    return SequenceMatcher(None, a.indicator, b.indicator, autojunk=False).ratio() >= 0.5


def _in_head(scene: Scene, sentence: Span) -> bool:
    block = scene.block_at(sentence.start)
    return block is not None and block.kind in HEADS
