"""Samples as padded tensors, long and short ones in batches of their own."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch

from wlgraph.names.recogniser.alphabet import Reader
from wlgraph.names.recogniser.tags import to_tags
from wlgraph.training.samples import Sample


class Batch(NamedTuple):
    """Equal-shaped (batch, length) tensors; ``mask`` is 1 where a text has a character."""

    characters: torch.Tensor
    pairs: torch.Tensor
    tags: torch.Tensor
    mask: torch.Tensor
    lengths: torch.Tensor


def batches(samples: Sequence[Sample], reader: Reader, size: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of about ``size`` characters, similar lengths together; shuffled by ``rng`` where one is given."""
    jitter = rng.random if rng else (lambda: 0.0)
    order = sorted((s for s in samples if s.text), key=lambda s: len(s.text) * (1 + 0.2 * jitter()))
    groups: list[list[Sample]] = [[]]
    for sample in order:
        if groups[-1] and len(sample.text) * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(sample)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        if group:
            yield collate(group, reader)


def collate(samples: Sequence[Sample], reader: Reader) -> Batch:
    """One padded batch."""
    lengths = torch.tensor([len(s.text) for s in samples])
    shape = (len(samples), int(lengths.max()))
    characters, pairs, tags, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(4))
    for i, sample in enumerate(samples):
        n = len(sample.text)
        characters[i, :n] = torch.from_numpy(reader.characters(sample.text))
        pairs[i, :n] = torch.from_numpy(reader.pairs(sample.text))
        tags[i, :n] = torch.tensor(to_tags(n, sample.spans))
        mask[i, :n] = 1
    return Batch(characters, pairs, tags, mask, lengths)
