"""A recurrent layer that reads padded texts from both ends.

Packed sequences would do the same; on a CPU their backward pass takes time in the square of the length.
"""

from __future__ import annotations

import torch
from torch import nn


class Bidirectional(nn.Module):
    """Two recurrent layers, the second over each text turned round. Tensors are (length, batch, width)."""

    def __init__(self, ahead: nn.GRU | nn.LSTM, back: nn.GRU | nn.LSTM) -> None:
        super().__init__()
        self.ahead = ahead
        self.back = back

    def forward(self, inputs: torch.Tensor, turned: torch.Tensor) -> torch.Tensor:
        ahead = self.ahead(inputs)[0]
        back = turn(self.back(turn(inputs, turned))[0], turned)
        return torch.cat([ahead, back], dim=2)


def turn(inputs: torch.Tensor, turned: torch.Tensor) -> torch.Tensor:
    """``inputs`` with each text in the order ``turned``; doing it twice changes nothing."""
    return inputs.gather(0, turned.unsqueeze(2).expand(-1, -1, inputs.shape[2]))


def turning(lengths: torch.Tensor, longest: int | None = None) -> torch.Tensor:
    """For each place (length, batch) its place in the text turned round; padding stays where it is."""
    places = torch.arange(int(lengths.max()) if longest is None else longest).unsqueeze(1)
    return torch.where(places < lengths, lengths - 1 - places, places)
