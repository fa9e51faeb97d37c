"""Figures: for each number with a clear subject, what it measures of which thing, and when."""

from __future__ import annotations

from difflib import SequenceMatcher

from wlgraph.claims.figures.indicators import indicator
from wlgraph.claims.figures.periods import modality_of
from wlgraph.claims.figures.ranking import Judgement, load_judge
from wlgraph.claims.figures.scene import HEADS, Scene
from wlgraph.model import Figure, Naming, Reading, Span

THRESHOLD = 0.25


def measure(reading: Reading, naming: Naming) -> tuple[Figure, ...]:
    """The figures of a page, in the order of the text.

    A figure that the headline and the body both tell is stated once, from the body. Figures of the same kind for the
    same thing that disagree are all kept.
    """
    home = _home(reading, naming)
    figures: list[Figure] = []
    for article in reading.articles:
        scene = Scene(article, reading.page, naming, home)
        figures += _once(_figures(scene, load_judge().judge(scene), reading.page.date), scene)
    return tuple(figures)


def _home(reading: Reading, naming: Naming) -> str:
    home = reading.page.home
    return next(
        (r.id for r in naming.referents if r.leaf == "AdministrativeArea" and home in (r.name, *r.surfaces)), ""
    )


def _figures(scene: Scene, judgements: list[Judgement], date: str) -> list[Figure]:
    figures = []
    words, sentence, period = "", None, ""
    for i, judgement in enumerate(judgements):
        q = scene.quantities[i]
        here = scene.sentence_span(q.span.start)
        words = indicator(scene, i, judgement.observed, words if here == sentence else "")
        sentence = here
        if judgement.confidence < THRESHOLD or here is None:
            continue
        period = load_judge().period_of(scene, q, date, period)
        figures.append(
            Figure(
                article=scene.article.id,
                observed=judgement.observed,
                indicator=words,
                value=q.value,
                unit=q.unit,
                sentence=here,
                written=scene.text[q.span.start : q.span.end],
                period=period,
                modality=modality_of(scene, q, date, period),
                precision=q.precision,
                lower=q.lower,
                upper=q.upper,
                confidence=round(judgement.confidence, 3),
                rule=f"figure:{q.kind}",
            )
        )
    return figures


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
