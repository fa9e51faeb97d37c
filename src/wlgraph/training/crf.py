"""A linear-chain conditional random field that knows which tags may follow each other."""

from __future__ import annotations

import torch
from torch import nn

from wlgraph.model import LEAVES
from wlgraph.names.recogniser.tags import allowed

_FORBIDDEN = -1e4


class ConditionalRandomField(nn.Module):
    """Scores of tag sequences; forbidden moves cost so much that they never happen."""

    barred: torch.Tensor
    start: torch.Tensor
    stop: torch.Tensor

    def __init__(self, classes: int = len(LEAVES)) -> None:
        super().__init__()
        follow, first, last = (torch.from_numpy(a) for a in allowed(classes))
        self.transitions = nn.Parameter(torch.zeros(follow.shape))
        self.register_buffer("barred", torch.where(follow, 0.0, _FORBIDDEN))
        self.register_buffer("start", torch.where(first, 0.0, _FORBIDDEN))
        self.register_buffer("stop", torch.where(last, 0.0, _FORBIDDEN))

    def moves(self) -> torch.Tensor:
        """Scores of moving from a tag to a tag."""
        return self.transitions + self.barred

    def loss(self, emissions: torch.Tensor, tags: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Negative log-likelihood of ``tags`` (batch, length), for each sequence of the batch."""
        return self._partition(emissions, mask) - self._score(emissions, tags, mask)

    def _score(self, emissions: torch.Tensor, tags: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        here = emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * mask
        moves = self.moves()[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        return here.sum(1) + moves.sum(1)

    def _partition(self, emissions: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        # The forward pass in probabilities, rescaled at each step: a matrix product instead of a log-sum over pairs.
        moves = self.moves()
        level = moves.max()
        odds = (moves - level).exp()
        first, *rest = emissions.unbind(1)
        alpha = first + self.start
        for i, here in enumerate(rest, start=1):
            top = alpha.max(1, keepdim=True).values
            mixed = ((alpha - top).exp() @ odds).clamp_min(1e-30).log() + top + level
            alpha = torch.where(mask[:, i : i + 1] > 0, mixed + here, alpha)
        return torch.logsumexp(alpha + self.stop, 1)
