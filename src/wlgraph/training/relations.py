"""Train the relation scorer on marked pages: ``python -m wlgraph.training.relations ENCODERS [--out FOLDER]``.

Needs lightgbm, scikit-learn, scipy and onnx (the ``train`` extra), and the folder that ``wlgraph.training.encoder``
wrote. Every page is also read a second time with names dropped and misclassed at random, so that the scorer does not
trust names more than the names room deserves. All figures, thresholds and calibrations come from cross-validation over
the pages' writers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from wlgraph.claims.relations.context import BUCKETS, hash_context, read_context
from wlgraph.claims.relations.features import describe
from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.posts import read_posts
from wlgraph.claims.relations.rules import apply_rules
from wlgraph.claims.relations.signature import SCORED
from wlgraph.training.encoder import Folds
from wlgraph.training.forests import from_lightgbm, to_onnx
from wlgraph.training.studies import Marked, load, training_pages, true_pairs

TREES: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 8, "feature_fraction": 0.3,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 7,
    "deterministic": True, "force_col_wise": True, "max_bin": 63,
}  # fmt: skip
ROUNDS = 160
EASY, ONE_IN = -5.0, 8
"""Of the untrue pairs whose logit of the encoder lies below the first, one in so many is looked at, for all of them."""
FOLDS = 5


class Sample:
    """The pairs of one article with their features and true predicates."""

    def __init__(
        self, group: str, pairs: Pairs, *, clean: bool, buckets: Any, dense: Any, mask: Any, truth: Any
    ) -> None:
        self.group, self.clean, self.pairs = group, clean, pairs
        self.buckets, self.dense, self.mask, self.truth = buckets, dense, mask, truth
        self.missed = np.zeros(len(SCORED))


def sample_of(marked: Marked, folds: Folds) -> Sample | None:
    """An article's pairs, or nothing where it has none."""
    scene, pairs = marked.study.scene, marked.study.pairs
    if not len(pairs):
        return None
    mask, right = true_pairs(marked)
    dense = describe(scene, pairs, apply_rules(scene), read_posts(scene))
    heard = folds.answer(marked).relations
    sample = Sample(
        marked.writer, pairs, clean=marked.clean, buckets=hash_context(scene, pairs),
        dense=np.hstack([heard, dense]), mask=mask, truth=right,
    )  # fmt: skip
    for p, predicate in enumerate(SCORED):
        sample.missed[p] = sum(c.predicate == predicate for c in marked.claims) - right[:, p].sum()
    return sample


def fit_context(samples: list[Sample]) -> np.ndarray[Any, Any]:
    """Linear weights ``[bucket, predicate]`` from every pair's nearest meeting."""
    rows = np.concatenate([s.buckets[s.pairs.first[:-1]] for s in samples])
    mask, truth = (np.concatenate([getattr(s, k) for s in samples]) for k in ("mask", "truth"))
    width = rows.shape[1]
    table = csr_matrix(
        (np.ones(rows.size, dtype=np.float32), rows.ravel(), np.arange(0, rows.size + 1, width)),
        shape=(len(rows), BUCKETS),
    )
    weights = np.zeros((BUCKETS, len(SCORED)), dtype=np.float32)
    for p in range(len(SCORED)):
        at = np.flatnonzero(mask[:, p])
        model = LogisticRegression(C=0.05, solver="liblinear", max_iter=60, tol=1e-3)
        model.fit(table[at], truth[at, p])
        weights[:, p] = model.coef_[0]
    return weights


def linear(samples: list[Sample], weights: np.ndarray[Any, Any]) -> list[np.ndarray[Any, Any]]:
    return [read_context(s.buckets, weights, s.pairs) for s in samples]


def crossed(samples: list[Sample]) -> list[np.ndarray[Any, Any]]:
    """Linear scores of samples by weights that never saw their writer."""
    groups = sorted({s.group for s in samples})
    out: list[Any] = [None] * len(samples)
    for fold in range(FOLDS):
        held = set(groups[fold::FOLDS])
        weights = fit_context([s for s in samples if s.group not in held])
        for i, s in enumerate(samples):
            if s.group in held:
                out[i] = read_context(s.buckets, weights, s.pairs)
    return out


def fit_trees(samples: list[Sample], scores: list[Any]) -> dict[str, lgb.Booster]:
    rows = np.concatenate([np.hstack([a, s.dense]) for a, s in zip(scores, samples, strict=True)])
    mask, truth = (np.concatenate([getattr(s, k) for s in samples]) for k in ("mask", "truth"))
    weight = np.concatenate([np.full(len(s.pairs), 1.0 if s.clean else 0.5) for s in samples])
    out: dict[str, lgb.Booster] = {}
    for p, predicate in enumerate(SCORED):
        at = np.flatnonzero(mask[:, p])
        easy = ~truth[at, p] & (rows[at, 2 * len(SCORED) + p] < EASY)
        kept = ~easy | (np.arange(len(at)) % ONE_IN == 0)
        share = np.where(easy, ONE_IN, 1)[kept]
        at = at[kept]
        data = lgb.Dataset(rows[at], truth[at, p], weight=weight[at] * share)
        out[predicate] = lgb.train(TREES, data, ROUNDS)
    return out


def cross_validate(samples: list[Sample], scores: list[Any]) -> list[np.ndarray[Any, Any]]:
    """Raw scores ``[pair, predicate]`` of clean samples by trees that never saw their writer."""
    groups = sorted({s.group for s in samples})
    out: list[Any] = [None] * len(samples)
    for fold in range(FOLDS):
        held = set(groups[fold::FOLDS])
        kept = [i for i, s in enumerate(samples) if s.group not in held]
        models = fit_trees([samples[i] for i in kept], [scores[i] for i in kept])
        for i, s in enumerate(samples):
            if s.group in held:
                rows = np.hstack([scores[i], s.dense])
                out[i] = np.stack([models[p].predict(rows, raw_score=True) for p in SCORED], axis=1)
    return out


def settle(samples: list[Sample], raw: list[Any]) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Calibration and threshold of every predicate, and lines that report what cross-validation found."""
    clean = [i for i, s in enumerate(samples) if s.clean]
    settings: dict[str, dict[str, float]] = {}
    lines: list[str] = []
    total, error = np.zeros(3), np.zeros(10)
    weight_of = np.zeros(10)
    for p, predicate in enumerate(SCORED):
        x = np.concatenate([raw[i][samples[i].mask[:, p], p] for i in clean])
        y = np.concatenate([samples[i].truth[samples[i].mask[:, p], p] for i in clean])
        missed = sum(samples[i].missed[p] for i in clean if predicate != "attended")
        platt = LogisticRegression(C=10.0).fit(x[:, None], y)
        slope, shift = float(platt.coef_[0, 0]), float(platt.intercept_[0])
        q = 1 / (1 + np.exp(-(slope * x + shift)))
        best = (-1.0, 0.5, 0, 0, 0)
        wanted = y.sum() + missed
        for t in np.arange(0.2, 0.66, 0.02):
            found, right = (q >= t).sum(), y[q >= t].sum()
            f = 2 * right / (found + wanted)
            if f > best[0]:
                best = (f, float(t), right, found, wanted)
        threshold = round(0.7 * best[1] + 0.3 * 0.42, 3)
        found, right = (q >= threshold).sum(), y[q >= threshold].sum()
        total += (right, found, wanted)
        claimed = q >= threshold
        b = np.minimum((q * 10).astype(int), 9)
        for k in range(10):
            error[k] += (q[claimed & (b == k)] - y[claimed & (b == k)]).sum()
            weight_of[k] += (claimed & (b == k)).sum()
        settings[predicate] = {"slope": round(slope, 4), "shift": round(shift, 4), "threshold": threshold}
        lines.append(
            f"{predicate:<16} P {right / max(found, 1):.3f} R {right / wanted:.3f} "
            f"F1 {2 * right / (found + wanted):.3f} at {threshold:.2f} ({int(wanted)} wanted)"
        )
    p_all, r_all = total[0] / total[1], total[0] / total[2]
    lines.append(f"all              P {p_all:.3f} R {r_all:.3f} F1 {2 * p_all * r_all / (p_all + r_all):.3f}")
    lines.append(f"calibration error of claims made {np.abs(error).sum() / weight_of.sum():.3f}")
    return settings, lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoders", type=Path, help="the folder that wlgraph.training.encoder wrote")
    parser.add_argument("--marked", type=Path, default=Path("evaluation/marked"))
    parser.add_argument("--out", type=Path, default=Path("src/wlgraph/claims/relations/data"))
    args = parser.parse_args()
    folds = Folds(args.encoders)
    read = (sample_of(marked, folds) for marked in load(training_pages(args.marked)))
    samples = [sample for sample in read if sample is not None]
    scores = crossed(samples)
    settings, lines = settle(samples, cross_validate(samples, scores))
    print(*lines, sep="\n")
    weights = fit_context(samples)
    models = fit_trees(samples, scores)
    used = np.flatnonzero(np.abs(weights).max(axis=1) > 0.005)
    np.savez_compressed(
        args.out / "context.npz", buckets=BUCKETS, used=used.astype(np.uint16), weights=weights[used].astype(np.float16)
    )
    width = scores[0].shape[1] + samples[0].dense.shape[1]
    (args.out / "trees.onnx").write_bytes(to_onnx({p: from_lightgbm(m) for p, m in models.items()}, width))
    (args.out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")
    (args.out / "crossvalidation.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
