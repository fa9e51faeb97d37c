"""Make a trained network faster: put a narrow linear layer before its head, where that changes next to nothing.

The head's input weights are factored in two (singular value decomposition), with the features of real text as the
measure, so that what is lost is what text does not use.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

import torch
from torch import nn

from wlgraph.names.recogniser.alphabet import Reader
from wlgraph.training.batches import batches
from wlgraph.training.net import Net
from wlgraph.training.samples import Sample


def narrow(net: Net, samples: Sequence[Sample], reader: Reader, width: int) -> Net:
    """A copy of ``net`` whose head reads ``width`` numbers a character."""
    inputs: list[torch.Tensor] = [
        dict(side.named_parameters())["weight_ih_l0"] for side in (net.head.ahead, net.head.back)
    ]
    weights = torch.cat(inputs).detach().double()
    root = torch.linalg.cholesky(_second_moments(net, samples, reader))
    left, values, right = torch.linalg.svd(weights @ root, full_matrices=False)
    result = copy.deepcopy(net)
    first = nn.Linear(weights.shape[1], width)
    with torch.no_grad():
        first.weight.copy_(torch.linalg.solve_triangular(root, right[:width], upper=False, left=False))
        first.bias.zero_()
    result.narrow = first
    for layer, part in zip((result.head.ahead, result.head.back), (left * values)[:, :width].chunk(2), strict=True):
        layer.input_size = width
        layer.weight_ih_l0 = nn.Parameter(part.float().contiguous())
    return result


def _second_moments(net: Net, samples: Sequence[Sample], reader: Reader) -> torch.Tensor:
    """Mean products of the features that the head reads in ``samples``, a little above singular."""
    net.eval()
    total, count = torch.zeros(1), 0
    seen: list[torch.Tensor] = []
    hook = net.narrow.register_forward_hook(lambda _module, inputs, _output: seen.append(inputs[0]))
    for batch in batches(samples, reader, 8192, None):
        with torch.no_grad():
            net(batch.characters, batch.pairs, batch.lengths)
        features = seen.pop()[batch.mask.T.bool()].double()
        total = total + features.T @ features
        count += len(features)
    hook.remove()
    return total / count + 1e-6 * torch.eye(total.shape[0], dtype=torch.float64)
