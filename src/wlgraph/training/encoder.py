"""Train the encoder of the claims room on marked pages: ``python -m wlgraph.training.encoder MARKED FOLDER``.

Needs torch and onnx (the ``train`` extra). The folder gets ``encoder.onnx``, trained on all training pages, and one
encoder a fold that has not seen some of the writers, with ``folds.json``: the trainings of relations and figures read
what these say of their own writers, so that they do not trust an encoder more than it deserves on a new hand.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from wlgraph.claims.encoder import Answers, Encoder
from wlgraph.claims.encoder.encoder import gather, numbering
from wlgraph.training.encoder_net import INPUTS, Feed, Net, export, restore
from wlgraph.training.encoder_samples import UNKNOWN, Lesson, lesson
from wlgraph.training.studies import Marked, load, training_pages

FOLDS = 2
"""Halves of the writers: each is answered by an encoder that has read the other half."""
LEAST_COUNT = 2
"""A character that the training pages hold more rarely has no vector of its own."""
BATCH_TOKENS = 6000
NORM = 12.0
"""Losses are summed over the rows of an article; this brings a batch's gradient to the usual size."""


class Recipe(NamedTuple):
    """How to train."""

    seed: int = 1
    epochs: int = 7
    rate: float = 2e-3
    averaged: float = 0.4
    """The share of the epochs, the last ones, whose weights are averaged; the last one always."""


FURTHER = Recipe(epochs=2, rate=7e-4)
"""How to train a network that has been trained before."""


def fit(
    lessons: Sequence[Lesson],
    alphabet: str,
    recipe: Recipe,
    report: Callable[[int, float], None],
    start: Net | None = None,
) -> Net:
    """Train a network, from nothing or from one that knows the same alphabet."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    numbers = numbering(alphabet)
    net = start or Net(len(alphabet))
    optimizer = torch.optim.AdamW(net.parameters(), lr=recipe.rate, weight_decay=0.02)
    steps = recipe.epochs * (len(list(_batches(lessons, random.Random(0)))) + 4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate, total_steps=steps, pct_start=0.15)
    mean = torch.optim.swa_utils.AveragedModel(net)
    for epoch in range(recipe.epochs):
        net.train()
        total = 0.0
        for batch in _batches(lessons, chance):
            loss = _loss(net, batch, numbers)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            if epoch >= min(recipe.epochs * (1 - recipe.averaged), recipe.epochs - 1):
                mean.update_parameters(net)
        report(epoch, total)
    return cast("Net", mean.module).eval()


def half_way(before: Net, after: Net) -> Net:
    """The network between one and what further training made of it (Wortsman et al. 2022, Model soups)."""
    with torch.no_grad():
        for a, b in zip(before.state_dict().values(), after.state_dict().values(), strict=True):
            a.lerp_(b.to(a.dtype), 0.5)
    return before.eval()


def _batches(lessons: Sequence[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    lengths = [len(x.asked.tokens) for x in lessons]
    order = sorted(range(len(lessons)), key=lambda i: lengths[i] + chance.random() * 60)
    groups: list[list[Lesson]] = [[]]
    for i in order:
        if groups[-1] and lengths[i] * (len(groups[-1]) + 1) > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(lessons[i])
    chance.shuffle(groups)
    yield from groups


def feed_of(lessons: Sequence[Lesson], numbers: np.ndarray) -> Feed:
    """The network's inputs for some articles."""
    feed, _ = gather([x.asked for x in lessons], numbers)
    return {name: torch.from_numpy(values) for name, values in feed.items()}


def _loss(net: Net, batch: Sequence[Lesson], numbers: np.ndarray) -> torch.Tensor:
    feed = feed_of(batch, numbers)
    relations, modality, figures, aims, subjects, periods = net(*(feed[name] for name in INPUTS))
    first, mask, truth, kind = _joined(batch)
    pair = _pooled(relations, first, len(kind))
    told = functional.binary_cross_entropy_with_logits(pair, truth, reduction="none") * mask
    loss = told.sum()
    if (kind != UNKNOWN).any():
        nearest = modality[_starts(first)]
        loss = loss + 0.5 * functional.cross_entropy(nearest, kind, ignore_index=UNKNOWN, reduction="sum")
    figure, aim = (torch.from_numpy(np.concatenate([getattr(x, n) for x in batch])) for n in ("figure", "aim"))
    if len(figure):
        known = figure != UNKNOWN
        wanted = figure[known].float()
        loss = loss + functional.binary_cross_entropy_with_logits(figures[known, 0], wanted, reduction="sum")
        loss = loss + 0.5 * functional.cross_entropy(aims, aim, ignore_index=UNKNOWN, reduction="sum")
        groups = torch.from_numpy(
            np.concatenate([_row_groups(x.asked.subjects.first, len(x.asked.subjects.quantity)) for x in batch])
        )
        offset = _offsets([len(x.asked.subjects.first) for x in batch], [len(x.asked.subjects.quantity) for x in batch])
        candidate = _pooled(subjects[:, 0], groups + offset, sum(len(x.asked.subjects.first) for x in batch))
        loss = loss + _choice(candidate, batch, "subject", "candidate_of")
        loss = loss + 0.7 * _choice(periods[:, 0], batch, "period", "time_of")
    return loss / (NORM * len(batch))


def _joined(batch: Sequence[Lesson]) -> tuple[torch.Tensor, ...]:
    """The group of each meeting, and for each pair its mask, truth and modality."""
    rows = [len(x.asked.pairs.left) for x in batch]
    pairs = [len(x.asked.pairs.first) for x in batch]
    groups = [_row_groups(x.asked.pairs.first, n) for x, n in zip(batch, rows, strict=True)]
    first = torch.from_numpy(np.concatenate(groups)) + _offsets(pairs, rows)
    mask, truth = (torch.from_numpy(np.concatenate([getattr(x, n) for x in batch])).float() for n in ("mask", "truth"))
    return first, mask, truth, torch.from_numpy(np.concatenate([x.modality for x in batch]))


def _row_groups(first: np.ndarray, rows: int) -> np.ndarray:
    """For each row the number of its group, where groups begin at ``first``."""
    return np.repeat(np.arange(len(first)), np.diff(np.append(first, rows)))


def _offsets(groups: Sequence[int], rows: Sequence[int]) -> torch.Tensor:
    before = np.concatenate([[0], np.cumsum(groups)[:-1]])
    return torch.from_numpy(np.repeat(before, rows))


def _starts(groups: torch.Tensor) -> torch.Tensor:
    """The first row of each group."""
    change = torch.ones_like(groups, dtype=torch.bool)
    change[1:] = groups[1:] != groups[:-1]
    return change.nonzero()[:, 0]


def _pooled(rows: torch.Tensor, groups: torch.Tensor, count: int) -> torch.Tensor:
    """Logarithm of the sum of exponentials of the rows of each group."""
    index = groups.reshape(-1, *[1] * (rows.dim() - 1)).expand_as(rows)
    shape = (count, *rows.shape[1:])
    top = torch.full(shape, -1e4).scatter_reduce(0, index, rows, "amax").detach()
    return top + torch.log(torch.zeros(shape).index_add(0, groups, torch.exp(rows - top[groups])).clamp(min=1e-30))


def _choice(logits: torch.Tensor, batch: Sequence[Lesson], right: str, of: str) -> torch.Tensor:
    """Minus the logarithm of the share that the right rows have of each quantity's rows, where one is right."""
    counts = [len(x.figure) for x in batch]
    group = torch.from_numpy(np.concatenate([getattr(x, of) for x in batch]))
    group = group + _offsets(counts, [len(getattr(x, of)) for x in batch])
    correct = torch.from_numpy(np.concatenate([getattr(x, right) for x in batch]))
    every = _pooled(logits, group, sum(counts))
    some = _pooled(logits[correct], group[correct], sum(counts))
    told = torch.zeros(sum(counts), dtype=torch.bool)
    told[group[correct]] = True
    return (every - some)[told].sum()


def alphabet_of(lessons: Sequence[Lesson]) -> str:
    """The characters that have a vector, most frequent first."""
    counts = Counter(c for x in lessons for c in x.asked.tokens.text)
    return "".join(c for c, n in counts.most_common() if n >= LEAST_COUNT and ord(c) < 0x10000)


class Folds:
    """The encoders that have not seen a writer, read from the folder that the training wrote."""

    def __init__(self, folder: Path) -> None:
        held = json.loads((folder / "folds.json").read_text("utf-8"))
        self._fold = {writer: fold for fold, writers in enumerate(held) for writer in writers}
        self._encoders = [Encoder((folder / f"fold{n}.onnx").read_bytes()) for n in range(len(held))]

    def answer(self, marked: Marked) -> Answers:
        """What an encoder that has not seen the writer says of an article."""
        return self._encoders[self._fold[marked.writer]].answer([marked.study.asked])[0]


def main() -> None:
    """Train one encoder on all training pages and one for each fold of writers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path, help="the folder with split.json and pages/")
    parser.add_argument("out", type=Path, help="the folder to write to")
    parser.add_argument("--start", type=Path, help="an encoder to go on from, instead of from nothing")
    parser.add_argument("--mean", action="store_true", help="write the mean of the weights before and after")
    parser.add_argument("--only", help="train one part: 0 or 1 for a fold, all for the encoder that ships")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    lessons = [lesson(m) for m in load(training_pages(args.marked))]
    lessons = [x for x in lessons if len(x.asked.tokens)]
    writers = sorted({x.marked.writer for x in lessons})
    held = [writers[n::FOLDS] for n in range(FOLDS)]
    (args.out / "folds.json").write_text(json.dumps(held) + "\n", "utf-8")
    parts = {str(n): f"fold{n}.onnx" for n in range(FOLDS)} | {"all": "encoder.onnx"}
    for part, name in parts.items():
        if args.only in (None, part):
            out = held[int(part)] if part != "all" else []
            _train([x for x in lessons if x.marked.writer not in out], args.out / name, args.start, mean=args.mean)


def _train(lessons: list[Lesson], path: Path, start: Path | None, *, mean: bool) -> None:
    begun, alphabet = restore(start) if start else (None, alphabet_of(lessons))
    net = fit(
        lessons,
        alphabet,
        FURTHER if begun else Recipe(),
        lambda epoch, loss: print(f"{path.stem} epoch {epoch + 1}: {loss:.1f}", file=sys.stderr),
        begun,
    )
    if start and mean:
        net = half_way(restore(start)[0], net)
    export(net, alphabet, feed_of(lessons[:2], numbering(alphabet)), path)


if __name__ == "__main__":
    main()
