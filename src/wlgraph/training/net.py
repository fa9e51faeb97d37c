"""The network: LAC's encoder, fine-tuned, under a recurrent head that tags the twenty classes."""

from __future__ import annotations

import torch
from torch import nn

from wlgraph.names.recogniser.tags import TAG_COUNT
from wlgraph.training import lac
from wlgraph.training.bidirectional import Bidirectional, turning
from wlgraph.training.crf import ConditionalRandomField

LAC_TAG_SCALE = 0.1
"""LAC's own tag scores lie between about -20 and 20; the head wants them near one."""


class Net(nn.Module):
    """Emissions for each character, from its own vector, the pair it begins and what LAC sees around it."""

    def __init__(self, pair_count: int, *, pair_size: int = 48, hidden: int = 160, dropout: float = 0.4) -> None:
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
        self.out = nn.Linear(2 * hidden, TAG_COUNT)
        self.crf = ConditionalRandomField()
        self.dropout = nn.Dropout(dropout)
        self.light_dropout = nn.Dropout(dropout / 4)

    def forward(self, characters: torch.Tensor, pairs: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Emissions (batch, length, tags) for padded numbers (batch, length)."""
        turned = turning(lengths)
        vectors = self.light_dropout(self.embed(characters.T))
        lower = self.lower(vectors, turned)
        upper = self.upper(lower, turned)
        tags = self.lac_tags(upper) * LAC_TAG_SCALE
        features = torch.cat([vectors, lower, upper, tags, self.pairs(pairs.T)], dim=2)
        hidden = self.head(self.narrow(self.dropout(features)), turned)
        emissions: torch.Tensor = self.out(self.dropout(hidden)).transpose(0, 1)
        return emissions

    def encoder_parameters(self) -> list[nn.Parameter]:
        """What LAC brought along, to be changed slowly."""
        parts = (self.embed, self.lower, self.upper, self.lac_tags)
        return [p for part in parts for p in part.parameters()]

    def head_parameters(self) -> list[nn.Parameter]:
        """What starts from nothing."""
        known = {id(p) for p in self.encoder_parameters()}
        return [p for p in self.parameters() if id(p) not in known]
