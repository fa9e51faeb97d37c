"""Fit the network to samples."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import numpy as np
import torch

from wlgraph.model import Record
from wlgraph.names.recogniser.alphabet import Reader
from wlgraph.names.recogniser.marginals import MarginalDecoder, best_spans, span_probabilities
from wlgraph.names.recogniser.recogniser import WINDOW
from wlgraph.training.adversary import resist
from wlgraph.training.augment import Swapper, flaw
from wlgraph.training.batches import Batch, batches
from wlgraph.training.corpora import Corpus
from wlgraph.training.net import Net
from wlgraph.training.samples import Sample, windows
from wlgraph.training.score import Tagged


class Recipe(Record, frozen=True, kw_only=True):
    """How to train: all that a run depends on besides its samples."""

    seed: int = 1
    epochs: int = 12
    batch: int = 4096
    encoder_rate: float = 8e-4
    head_rate: float = 2e-3
    decay: float = 0.01
    dropout: float = 0.4
    hidden: int = 160
    swap: float = 0.4
    invent: float = 0.3
    plain: float = 0.3
    flaws: float = 0.004
    average: float = 0.995
    borrowed: float = 0.5
    """Characters of each further corpus in an epoch, as a share of the marked pages', at most."""
    borrowed_weight: float = 0.5
    adversity: float = 0.0
    """How far the vectors of a marked batch are moved against the network, as a share of their length; 0 for never."""


def fit(
    samples: Sequence[Sample],
    reader: Reader,
    pair_count: int,
    recipe: Recipe,
    *,
    report: Callable[[int, float, Net], None] = lambda *_: None,
    corpora: Sequence[Corpus] = (),
    start: Net | None = None,
) -> Net:
    """The network after training, its weights averaged over the last steps. ``report`` hears of every epoch.

    ``corpora`` are learned beside the samples, each by a head of its own, and shape what all heads read. ``start`` is a
    trained network of as many pairs to go on from, without heads for further corpora.
    """
    rng = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    heads = [len(c.labels) for c in corpora]
    net = start or Net(pair_count, hidden=recipe.hidden, dropout=recipe.dropout, corpora=heads)
    swapper = Swapper(samples, invent=recipe.invent)
    optimizer = torch.optim.AdamW(
        [
            {"params": net.encoder_parameters(), "lr": recipe.encoder_rate},
            {"params": net.head_parameters(), "lr": recipe.head_rate},
        ],
        weight_decay=recipe.decay,
    )
    borrowed = [_Borrowed(c, reader, recipe, sum(len(s.text) for s in samples)) for c in corpora]
    own = len(list(batches(windows(samples, WINDOW, random.Random(0)), reader, recipe.batch, None)))
    total = (own + sum(b.count for b in borrowed)) * recipe.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / total))
    averaged, steps = copy.deepcopy(net), 0
    for epoch in range(recipe.epochs):
        net.train()
        losses = []
        marked = batches(_vary(samples, swapper, recipe, rng), reader, recipe.batch, rng)
        for batch, corpus in _mixed(marked, borrowed, own, rng):
            optimizer.zero_grad()
            loss = net.loss(batch, corpus)
            torch.autograd.backward(loss if corpus is None else recipe.borrowed_weight * loss)
            if recipe.adversity and corpus is None:
                resist((net.embed, net.pairs), partial(net.loss, batch), recipe.adversity)
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            steps += 1
            _average(averaged, net, min(recipe.average, steps / (steps + 9)))
            if corpus is None:
                losses.append(loss.item())
        report(epoch, float(np.mean(losses)), averaged)
    return averaged.eval()


class _Borrowed:
    """The batches of a further corpus, dealt out evenly over an epoch, in an order of chance."""

    def __init__(self, corpus: Corpus, reader: Reader, recipe: Recipe, marked: int) -> None:
        self._all = list(batches(windows(corpus.samples, WINDOW), reader, recipe.batch, None))
        share = recipe.borrowed * marked / sum(len(s.text) for s in corpus.samples)
        self.count = max(1, round(min(1.0, share) * len(self._all)))

    def epoch(self, rng: random.Random) -> list[Batch]:
        return rng.sample(self._all, self.count)


def _mixed(
    marked: Iterable[Batch], borrowed: Sequence[_Borrowed], own: int, rng: random.Random
) -> Iterator[tuple[Batch, int | None]]:
    """An epoch's batches, those of further corpora with the corpus's number spread between the marked ones."""
    waiting = [(rng.random(), n, batch) for n, b in enumerate(borrowed) for batch in b.epoch(rng)]
    waiting.sort(key=lambda w: w[0])
    given = 0
    for i, batch in enumerate(marked):
        yield batch, None
        while given < len(waiting) and waiting[given][0] * own <= i + 1:
            yield waiting[given][2], waiting[given][1]
            given += 1
    yield from ((batch, n) for _, n, batch in waiting[given:])


def tag(net: Net, samples: Sequence[Sample], reader: Reader, threshold: float = 0.5) -> list[Tagged]:
    """Gold and proposed names of each window of ``samples``."""
    net.eval()
    result: list[Tagged] = []
    decoder = MarginalDecoder(net.crf.transitions.detach().numpy())
    cuts = sorted((w for w in windows(samples, WINDOW) if w.text), key=lambda s: len(s.text))
    position = 0
    for batch in batches(cuts, reader, 8192, None):
        with torch.no_grad():
            emissions = net(batch.characters, batch.pairs, batch.lengths).numpy()
        for lattice in decoder.lattices(emissions, batch.lengths.numpy()):
            spans = best_spans(span_probabilities(lattice, 0.05), threshold)
            result.append((cuts[position].spans, spans))
            position += 1
    return result


def _vary(samples: Sequence[Sample], swapper: Swapper, recipe: Recipe, rng: random.Random) -> list[Sample]:
    varied = (s if rng.random() < recipe.plain else swapper.swap(s, recipe.swap, rng) for s in samples)
    flawed = (flaw(s, rng, recipe.flaws) if rng.random() < 0.5 else s for s in varied)
    return windows(list(flawed), WINDOW, rng)


def _rate(done: float) -> float:
    warm = 0.08
    return done / warm if done < warm else max(0.02, (1 - done) / (1 - warm))


def mean(before: Net, after: Net) -> Net:
    """The network half-way between one and what further training made of it.

    It forgets less of what the first had learned (Wortsman et al. 2022, Model soups).
    """
    between = copy.deepcopy(before)
    _average(between, after, 0.5)
    return between.eval()


def _average(averaged: Net, net: Net, keep: float) -> None:
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), net.parameters(), strict=True):
            a.lerp_(b, 1 - keep)
