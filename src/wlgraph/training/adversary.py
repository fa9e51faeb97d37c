"""Adversarial training: learn each batch once more where the vectors of its characters are moved against the network.

Miyato, Dai and Goodfellow 2017, Adversarial training methods for semi-supervised text classification.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import nn


def resist(tables: Sequence[nn.Embedding], loss: Callable[[], torch.Tensor], share: float) -> None:
    """Add the gradients of the loss where the vectors are moved to where it grows fastest; then put them back.

    The gradients of the loss as it is must be there already. The vectors that a batch reads move by ``share`` of their
    mean length, in quadratic mean.
    """
    before = [table.weight.detach().clone() for table in tables]
    with torch.no_grad():
        for table in tables:
            _move(table.weight, share)
    torch.autograd.backward(loss())
    with torch.no_grad():
        for table, weight in zip(tables, before, strict=True):
            table.weight.copy_(weight)


def _move(weight: torch.Tensor, share: float) -> None:
    gradient = weight.grad
    if gradient is None or not (length := float(gradient.norm())):
        return
    read = gradient.norm(dim=1) > 0
    step = share * float(weight[read].norm(dim=1).mean()) * float(read.sum()) ** 0.5
    weight.add_(gradient, alpha=step / length)
