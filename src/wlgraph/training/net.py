"""The network: LAC's encoder, fine-tuned, under a recurrent head that tags the twenty classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
from torch import nn

from wlgraph.model import LEAVES
from wlgraph.training import lac
from wlgraph.training.batches import Batch
from wlgraph.training.bidirectional import Bidirectional, turning
from wlgraph.training.crf import ConditionalRandomField

LAC_TAG_SCALE = 0.1
"""LAC's own tag scores lie between about -20 and 20; the head wants them near one."""


class Labeller(nn.Module):
    """Emissions over the tags of some classes, and which of them follow each other."""

    def __init__(self, width: int, classes: int) -> None:
        super().__init__()
        self.out = nn.Linear(width, 1 + 4 * classes)
        self.crf = ConditionalRandomField(classes)


class Net(nn.Module):
    """Emissions for each character, from its own vector, the pair it begins and what LAC sees around it."""

    def __init__(
        self,
        pair_count: int,
        *,
        pair_size: int = 48,
        hidden: int = 160,
        dropout: float = 0.4,
        corpora: Sequence[int] = (),
    ) -> None:
        super().__init__()
        weights = lac.read_weights()
        table = lac.embedding(weights)
        self.embed = nn.Embedding(table.shape[0], table.shape[1], _weight=table)
        self.lower = lac.layer(weights, 0)
        self.upper = lac.layer(weights, 1)
        self.lac_tags = lac.tagger(weights)
        self.pairs = nn.Embedding(pair_count + 1, pair_size)
        nn.init.normal_(self.pairs.weight, std=0.1)
        width = 128 + 256 + 256 + 59 + pair_size
        # Nothing while training; afterwards a linear layer can stand here (``narrowing``).
        self.narrow: nn.Module = nn.Identity()
        self.head = Bidirectional(nn.LSTM(width, hidden), nn.LSTM(width, hidden))
        names = Labeller(2 * hidden, len(LEAVES))
        self.out, self.crf = names.out, names.crf
        # Heads for the labels of further corpora; they are used while training alone.
        self.corpora = nn.ModuleList(Labeller(2 * hidden, classes) for classes in corpora)
        self.dropout = nn.Dropout(dropout)
        self.light_dropout = nn.Dropout(dropout / 4)

    def forward(self, characters: torch.Tensor, pairs: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Emissions (batch, length, tags) for padded numbers (batch, length)."""
        emissions: torch.Tensor = self.out(self.states(characters, pairs, lengths)).transpose(0, 1)
        return emissions

    def loss(self, batch: Batch, corpus: int | None = None) -> torch.Tensor:
        """The loss a character of a batch of marked pages, or of a further corpus."""
        head = self if corpus is None else cast("Labeller", self.corpora[corpus])
        emissions: torch.Tensor = head.out(self.states(batch.characters, batch.pairs, batch.lengths))
        mean: torch.Tensor = head.crf.loss(emissions.transpose(0, 1), batch.tags, batch.mask).sum() / batch.mask.sum()
        return mean

    def states(self, characters: torch.Tensor, pairs: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """What the heads read (length, batch, width)."""
        turned = turning(lengths)
        vectors = self.light_dropout(self.embed(characters.T))
        lower = self.lower(vectors, turned)
        upper = self.upper(lower, turned)
        tags = self.lac_tags(upper) * LAC_TAG_SCALE
        features = torch.cat([vectors, lower, upper, tags, self.pairs(pairs.T)], dim=2)
        hidden = self.head(self.narrow(self.dropout(features)), turned)
        states: torch.Tensor = self.dropout(hidden)
        return states

    def encoder_parameters(self) -> list[nn.Parameter]:
        """What LAC brought along, to be changed slowly."""
        parts = (self.embed, self.lower, self.upper, self.lac_tags)
        return [p for part in parts for p in part.parameters()]

    def head_parameters(self) -> list[nn.Parameter]:
        """What starts from nothing."""
        known = {id(p) for p in self.encoder_parameters()}
        return [p for p in self.parameters() if id(p) not in known]
