"""Self-attention among the marked tokens of an article: its names, references and quantities.

The recurrent layer carries a subject over a sentence or two. Here a quantity can look at every name of the article, and
a name at its other mentions, however far they stand.
"""

from __future__ import annotations

import torch
from torch import nn

HEADS = 6
LAYERS = 2
DROPOUT = 0.2
FARTHEST = 1023
"""Tokens that stand farther apart count as this far."""
_STEPS = 16


class Attention(nn.Module):
    """Adds to the states of marked tokens what they learn from each other."""

    steps: torch.Tensor

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        self.narrow, self.widen = nn.Linear(width, size), nn.Linear(size, width)
        self.layers = nn.ModuleList(_Layer(size) for _ in range(LAYERS))
        self.register_buffer("steps", _steps(torch.arange(-FARTHEST, FARTHEST + 1)), persistent=False)

    def forward(self, states: torch.Tensor, marked: torch.Tensor, alike: torch.Tensor, articles: int) -> torch.Tensor:
        """The states [row, width]; the last row stands for an absent token.

        ``marked`` [article, number] holds rows, filled up with the last one; ``alike`` [article, number, number] says
        which of them look like mentions of one thing. Rows of one article are ``articles`` apart.
        """
        places = marked // articles
        apart = (places.unsqueeze(1) - places.unsqueeze(2)).clamp(-FARTHEST, FARTHEST) + FARTHEST
        steps = self.steps[apart]
        present = marked < states.shape[0] - 1
        told = self.narrow(states[marked])
        for layer in self.layers:
            told = layer(told, steps, alike, present)
        added = self.widen(told) * present.unsqueeze(2)
        result: torch.Tensor = states.index_add(0, marked.reshape(-1), added.reshape(-1, states.shape[1]))
        return result


class _Layer(nn.Module):
    """Attention by content, distance and likeness, then two linear layers; both add to what they read."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.ask, self.answer = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.before, self.between = nn.LayerNorm(size), nn.LayerNorm(size)
        self.think = nn.Sequential(nn.Linear(size, 2 * size), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(2 * size, size))
        self.distance, self.likeness = nn.Embedding(2 * _STEPS, HEADS), nn.Embedding(2, HEADS)
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.likeness.weight)

    def forward(
        self, told: torch.Tensor, steps: torch.Tensor, alike: torch.Tensor, present: torch.Tensor
    ) -> torch.Tensor:
        articles, most, size = told.shape
        parts = self.ask(self.before(told)).reshape(articles, most, 3, HEADS, size // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        bias = (self.distance(steps) + self.likeness(alike.long())).permute(0, 3, 1, 2)
        weight = query @ key.transpose(-1, -2) / (size // HEADS) ** 0.5 + bias
        weight = weight.masked_fill(~present[:, None, None, :], -1e4).softmax(-1)
        heard = (weight @ value).transpose(1, 2).reshape(articles, most, size)
        told = told + self.dropout(self.answer(heard))
        result: torch.Tensor = told + self.dropout(self.think(self.between(told)))
        return result


def _steps(apart: torch.Tensor) -> torch.Tensor:
    """The number of a distance's vector: by its sign and, ever more coarsely, its size."""
    size = (torch.log2(apart.abs().double() + 1) * 1.6).floor().long().clamp(max=_STEPS - 1)
    return size + (apart > 0).long() * _STEPS
