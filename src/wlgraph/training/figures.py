"""Train the models of figures (who is observed, which numbers to keep) on marked pages, and write them to a folder.

Needs scikit-learn. Cross-validation leaves out one writer (the letter of the page's name) at a time.
"""

from __future__ import annotations

import argparse
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from wlgraph.claims.figures.indicators import indicator
from wlgraph.claims.figures.keeping import keep_rows
from wlgraph.claims.figures.measure import THRESHOLD
from wlgraph.claims.figures.periods import period_rows
from wlgraph.claims.figures.phrasing import load_phraser
from wlgraph.claims.figures.ranking import by_name, first_rows, normal, right_rows, second_rows
from wlgraph.claims.figures.subjects import Neighbours, Rows
from wlgraph.claims.figures.trees import BUCKETS
from wlgraph.training.encoder import Folds
from wlgraph.training.figure_samples import Sample
from wlgraph.training.forests import from_sklearn, to_onnx
from wlgraph.training.studies import load, training_pages

FOLDS = 5
"""Parts of the writers for cross-validation; what the encoders say of a writer comes from one that had not read it."""
TREES: dict[str, dict[str, Any]] = {
    "subject": {"max_iter": 160, "learning_rate": 0.07, "max_leaf_nodes": 24, "min_samples_leaf": 20},
    "second": {"max_iter": 100, "learning_rate": 0.07, "max_leaf_nodes": 16, "min_samples_leaf": 20},
    "keep": {"max_iter": 120, "learning_rate": 0.05, "max_leaf_nodes": 10, "min_samples_leaf": 20},
    "period": {"max_iter": 120, "learning_rate": 0.06, "max_leaf_nodes": 10, "min_samples_leaf": 20},
    "right": {"max_iter": 30, "learning_rate": 0.1, "max_leaf_nodes": 5, "min_samples_leaf": 60},
}


class Models:
    """The fitted models, in the order in which they are asked."""

    def __init__(self) -> None:
        self.text: Any = None
        self.pair: Any = None
        self.trees: dict[str, Any] = {}

    def fit_text(self, samples: list[Sample]) -> None:
        x = sparse([c for s in samples for c in s.context])
        y = [i in s.of for s in samples for i in range(len(s.rows))]
        self.text = LogisticRegression(C=0.15, max_iter=400).fit(x, y)

    def fit_tree(self, name: str, x: Rows, y: list[bool]) -> None:
        self.trees[name] = HistGradientBoostingClassifier(
            early_stopping=False, l2_regularization=2.0, **TREES[name]
        ).fit(x, y)

    def fit_pairs(self, samples: list[Sample]) -> None:
        usable = [(s, i) for s in samples for i in s.of if any(labelled(s, i))]
        x = sparse([c for s, i in usable for c in s.pairs[i]])
        self.pair = LogisticRegression(C=0.1, max_iter=300).fit(x, [y for s, i in usable for y in labelled(s, i)])

    def pair_scores(self, sample: Sample) -> list[Rows]:
        """The text model's logit of every candidate of every quantity."""
        if not sample.rows:
            return []
        flat = self.pair.decision_function(sparse([c for row in sample.pairs for c in row]))
        return np.split(np.asarray(flat, dtype=np.float32), np.cumsum([len(n) for n in sample.names])[:-1])

    def text_scores(self, sample: Sample) -> list[float]:
        return list(self.text.decision_function(sparse(sample.context))) if sample.context else []

    def score(self, name: str, x: Rows) -> list[float]:
        return [float(p) for p in self.trees[name].predict_proba(x)[:, 1]] if len(x) else []

    def first(self, sample: Sample) -> dict[int, dict[str, float]]:
        if not sample.rows:
            return {}
        pairs = self.pair_scores(sample)
        return by_name(
            sample.names,
            self.score("subject", np.concatenate([first_table(sample, pairs, i) for i in range(len(pairs))])),
        )


def sparse(contexts: list[Any]) -> csr_matrix:
    """Hashed text features as a matrix of ones."""
    ends = np.cumsum([0, *[len(c) for c in contexts]])
    columns = np.concatenate(contexts) if contexts else np.zeros(0, dtype=int)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(contexts), BUCKETS))


def labelled(sample: Sample, index: int) -> list[bool]:
    """For each candidate of a quantity, whether a figure observes it."""
    observed = {f.observed for f in sample.of[index]}
    return [name in observed for name in sample.names[index]]


def first_table(sample: Sample, pairs: list[Rows], index: int) -> Rows:
    """The features of the first pass."""
    return first_rows(sample.rows[index], pairs[index], sample.said[index])


def folds(samples: list[Sample]) -> list[tuple[list[Sample], list[Sample]]]:
    """Leave some writers out at a time."""
    writers = sorted({s.writer for s in samples})
    held = [set(writers[n::FOLDS]) for n in range(FOLDS)]
    return [([s for s in samples if s.writer not in w], [s for s in samples if s.writer in w]) for w in held]


def second_table(sample: Sample, near: Neighbours, index: int) -> Rows:
    """The features of the second pass."""
    return second_rows(sample.rows[index], sample.said[index], near.rows(index, sample.names[index]))


def fit(samples: list[Sample]) -> tuple[Models, list[str]]:
    """Fit all models; lines that report the cross-validation."""
    models = Models()
    fit_first(models, samples)
    models.fit_text(samples)
    fit_rest(models, samples)
    lines = fit_right(models, [s for s in samples if not s.thinned])
    return models, [*lines, fit_periods(models, samples)]


def fit_rest(models: Models, samples: list[Sample]) -> None:
    """Fit the second pass and the choice of figures; what they see of the first pass comes from inner folds."""
    inner, text_scores = {}, {}
    for train, held in folds(samples):
        fold = Models()
        fit_first(fold, train)
        fold.fit_text(train)
        for s in held:
            inner[id(s)] = fold.first(s)
            text_scores[id(s)] = fold.text_scores(s)
    usable = [(s, i) for s in samples for i in s.of if any(labelled(s, i))]
    near = {id(s): Neighbours(inner[id(s)], s.scene) for s in samples}
    models.fit_tree(
        "second",
        np.concatenate([second_table(s, near[id(s)], i) for s, i in usable]),
        [y for s, i in usable for y in labelled(s, i)],
    )
    told = [s for s in samples if s.rows]
    scores = {id(s): final_scores(models, s, inner[id(s)]) for s in told}
    x = np.concatenate([keep_rows(s.scene, text_scores[id(s)], scores[id(s)], s.heard.figures) for s in told])
    models.fit_tree("keep", x, [i in s.of or i in s.repeats for s in told for i in range(len(s.rows))])


def fit_first(models: Models, samples: list[Sample]) -> None:
    """Fit the text model of pairs and the first pass of the subject's model."""
    held_scores: dict[int, list[Rows]] = {}
    for train, held in folds(samples):
        fold = Models()
        fold.fit_pairs(train)
        held_scores |= {id(s): fold.pair_scores(s) for s in held}
    models.fit_pairs(samples)
    usable = [(s, i) for s in samples for i in s.of if any(labelled(s, i))]
    models.fit_tree(
        "subject",
        np.concatenate([first_table(s, held_scores[id(s)], i) for s, i in usable]),
        [y for s, i in usable for y in labelled(s, i)],
    )


def final_scores(models: Models, sample: Sample, first: dict[int, dict[str, float]]) -> list[dict[str, float]]:
    """The second pass for all quantities of an article, normalised over the candidates."""
    if not first:
        return []
    near = Neighbours(first, sample.scene)
    flat = models.score("second", np.concatenate([second_table(sample, near, i) for i in first]))
    return normal(by_name(sample.names, flat))


def fit_periods(models: Models, samples: list[Sample]) -> str:
    """Fit the judge of periods on the figures that have one; a line that says how often it was right in folds.

    What it sees of the figure before is what a judge that knows no figure before and had not seen the writer says.
    """
    guesses: dict[tuple[int, int], str] = {}
    right = []
    for train, held in folds(samples):
        fold = Models()
        _fit_periods(fold, train, {})
        for s in held:
            for i in s.of:
                values, table = period_rows(s.scene, s.scene.quantities[i], s.date, heard=s.times[i])
                scores = fold.score("period", table)
                guesses[id(s), i] = values[int(np.argmax(scores))] if values else ""
                right += [guesses[id(s), i] == f.period for f in s.of[i][:1] if f.period and not s.thinned]
    _fit_periods(models, samples, guesses)
    return f"periods right {np.mean(right):.3f} of {len(right)}, the figure before unknown"


def _fit_periods(models: Models, samples: list[Sample], guesses: dict[tuple[int, int], str]) -> None:
    tables, labels = [], []
    for s in samples:
        before = ""
        for i in sorted(s.of, key=lambda i: s.scene.quantities[i].span.start):
            period = s.of[i][0].period
            values, table = period_rows(s.scene, s.scene.quantities[i], s.date, before, s.times[i])
            before = guesses.get((id(s), i), "")
            if period in values:
                tables.append(table)
                labels += [v == period for v in values]
    models.fit_tree("period", np.concatenate(tables), labels)


def is_right(sample: Sample, index: int, observed: str) -> bool:
    """Whether stating a quantity of a referent would score: subject, value and unit right, indicator similar."""
    told = [f.indicator for f in sample.of.get(index, []) if f.observed == observed]
    if not told:
        return False
    (words,) = load_phraser().phrase(sample.scene, [(index, observed)], sample.marked.study.asked.heard)
    words = words or indicator(sample.scene, index, observed)
    return any(SequenceMatcher(None, each, words).ratio() >= 0.25 for each in told)


def fit_right(models: Models, samples: list[Sample]) -> list[str]:
    """Fit the judge of confidence on what models that had not seen the writer would state.

    Returns lines that report how good these were, and how far the confidence is off for writers unseen.
    """
    parts = [_held_out(train, held) for train, held in folds(samples)[:2]]
    tables, labels = [p.table for p in parts], [p.right for p in parts]
    guessed = []
    for n in range(len(parts)):
        fold = Models()
        others = [i for i in range(len(parts)) if i != n]
        fold.fit_tree("right", np.concatenate([tables[i] for i in others]), [y for i in others for y in labels[i]])
        guessed += fold.score("right", tables[n])
    models.fit_tree("right", np.concatenate(tables), [y for own in labels for y in own])
    return report([y for own in labels for y in own], guessed, [c for p in parts for c in p.chosen])


class HeldOut(NamedTuple):
    """Of quantities whose writer was not seen: what confidence looks at, what was right, which subjects were."""

    table: Rows
    right: list[bool]
    chosen: list[bool]


def _held_out(train: list[Sample], held: list[Sample]) -> HeldOut:
    fold = Models()
    fit_first(fold, train)
    fold.fit_text(train)
    fit_rest(fold, train)
    tables, labels, chosen = [], [], []
    for s in (s for s in held if s.rows):
        scores = final_scores(fold, s, fold.first(s))
        kept = fold.score("keep", keep_rows(s.scene, fold.text_scores(s), scores, s.heard.figures))
        tables.append(right_rows(s.scene, scores, kept))
        best = [max(own, key=lambda n: own[n]) for own in scores]
        labels += [is_right(s, i, name) for i, name in enumerate(best)]
        chosen += [any(f.observed == best[i] for f in s.of[i]) for i in s.of]
    return HeldOut(np.concatenate(tables), labels, chosen)


def report(right: list[bool], confidence: list[float], chosen: list[bool]) -> list[str]:
    """Share of right subjects, F1 by threshold, and by confidence the share of right figures."""
    y, p = np.asarray(right), np.asarray(confidence)
    lines = [f"subjects right {np.mean(chosen):.3f} of {len(chosen)}"]
    for threshold in (0.15, 0.2, 0.25, 0.3, 0.35):
        made = p >= threshold
        f1 = 2 * y[made].sum() / (made.sum() + len(chosen))
        lines.append(
            f"stated from {threshold:.2f}: P {y[made].mean():.3f} R {y[made].sum() / len(chosen):.3f} F1 {f1:.3f}"
        )
    made = p >= THRESHOLD
    bins = np.minimum((p * 10).astype(int), 9)
    wrong = 0.0
    for n in range(10):
        own = made & (bins == n)
        if own.any():
            lines.append(f"confidence {p[own].mean():.2f}: {y[own].mean():.2f} right of {own.sum()}")
            wrong += abs(p[own].sum() - y[own].sum())
    return [*lines, f"calibration error of figures stated {wrong / made.sum():.3f}"]


def linear_of(name: str, model: Any) -> dict[str, Any]:
    """A fitted text model: one weight a bucket."""
    return {f"{name}.weight": model.coef_[0].astype(np.float16), f"{name}.base": float(model.intercept_[0])}


def write(models: Models, folder: Path) -> None:
    """Write the text models as ``words.npz`` and each ensemble of trees as ``NAME.onnx``."""
    np.savez_compressed(folder / "words.npz", **linear_of("text", models.text), **linear_of("pair", models.pair))
    for name, model in models.trees.items():
        (folder / f"{name}.onnx").write_bytes(to_onnx({name: from_sklearn(model)}, model.n_features_in_))


def main() -> None:
    """Train on all pages that are not set aside for testing, and write the files that ship."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("marked", type=Path, help="the folder with split.json and pages/")
    ap.add_argument("encoders", type=Path, help="the folder that wlgraph.training.encoder wrote")
    ap.add_argument("--out", type=Path, default=Path("src/wlgraph/claims/figures/data"))
    args = ap.parse_args()
    folds = Folds(args.encoders)
    read = load(training_pages(args.marked), seed=7)
    models, lines = fit([Sample(m).describe().hear(folds.answer(m)) for m in read if len(m.study.asked.tokens)])
    print(*lines, sep="\n")
    write(models, args.out)
    (args.out / "crossvalidation.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
