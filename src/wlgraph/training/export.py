"""Write a trained network as one ONNX file that holds all the recogniser needs."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from wlgraph.model import LEAVES
from wlgraph.names.recogniser.alphabet import Alphabet
from wlgraph.names.recogniser.recogniser import STATE_WIDTH
from wlgraph.names.recogniser.tags import TAG_COUNT
from wlgraph.training.bidirectional import Bidirectional
from wlgraph.training.net import LAC_TAG_SCALE, Net

Array = npt.NDArray[np.float32]

# torch's order of gates in rows, as places in ONNX's order.
GRU_GATES = (1, 0, 2)
LSTM_GATES = (0, 3, 1, 2)


class _Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: npt.NDArray[np.generic]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def linear(self, inputs: str, name: str, layer: nn.Linear, scale: float = 1.0) -> str:
        weight = self.weight(f"{name}.weight", _array(layer.weight).T * np.float32(scale))
        bias = self.weight(f"{name}.bias", _array(layer.bias) * np.float32(scale))
        return self.node("Add", [self.node("MatMul", [inputs, weight], f"{name}.product"), bias], name)

    def recurrent(self, inputs: str, name: str, layer: Bidirectional) -> str:
        kind, gates = ("GRU", GRU_GATES) if isinstance(layer.ahead, nn.GRU) else ("LSTM", LSTM_GATES)
        parts = [_recurrent_weights(side, gates) for side in (layer.ahead, layer.back)]
        w, r, b = (np.stack(matrices) for matrices in zip(*parts, strict=True))
        names = [self.weight(f"{name}.{k}", v) for k, v in (("input", w), ("recurrence", r), ("bias", b))]
        more: dict[str, Any] = {"linear_before_reset": 1} if kind == "GRU" else {}
        size = layer.ahead.hidden_size
        self.node(
            kind, [inputs, *names, "lengths32"], f"{name}.raw", direction="bidirectional", hidden_size=size, **more
        )
        side_by_side = self.node("Transpose", [f"{name}.raw"], f"{name}.turned", perm=[0, 2, 1, 3])
        shape = self.weight(f"{name}.shape", np.array([0, 0, 2 * size], dtype=np.int64))
        return self.node("Reshape", [side_by_side, shape], name)


def build(net: Net, alphabet: Alphabet) -> onnx.ModelProto:
    """The network's graph: numbers of characters and pairs (batch, length) to emissions (batch, length, tags)
    and the states of the upper layer (length, batch, width).

    Texts are padded to one length; ``lengths`` says how long each one is. Transitions, alphabet and classes stand in
    the model's metadata.
    """
    g = _Graph()
    g.node("Cast", ["lengths"], "lengths32", to=TensorProto.INT32)
    characters = g.node("Transpose", ["characters"], "characters.turned", perm=[1, 0])
    pairs = g.node("Transpose", ["pairs"], "pairs.turned", perm=[1, 0])
    vectors = g.node("Gather", [g.weight("embed", _array(net.embed.weight)), characters], "vectors")
    pair_vectors = g.node("Gather", [g.weight("pair_embed", _array(net.pairs.weight)), pairs], "pair_vectors")
    lower = g.recurrent(vectors, "lower", net.lower)
    upper = g.recurrent(lower, "upper", net.upper)
    tags = g.linear(upper, "lac_tags", net.lac_tags, LAC_TAG_SCALE)
    features = g.node("Concat", [vectors, lower, upper, tags, pair_vectors], "features", axis=2)
    narrow = g.linear(features, "narrow", net.narrow) if isinstance(net.narrow, nn.Linear) else features
    out = g.linear(g.recurrent(narrow, "head", net.head), "out", net.out)
    g.node("Transpose", [out], "emissions", perm=[1, 0, 2])
    shape = ["batch", "length"]
    graph = helper.make_graph(
        g.nodes,
        "wlgraph_recogniser",
        [
            helper.make_tensor_value_info("characters", TensorProto.INT64, shape),
            helper.make_tensor_value_info("pairs", TensorProto.INT64, shape),
            helper.make_tensor_value_info("lengths", TensorProto.INT64, ["batch"]),
        ],
        [
            helper.make_tensor_value_info("emissions", TensorProto.FLOAT, [*shape, TAG_COUNT]),
            helper.make_tensor_value_info("upper", TensorProto.FLOAT, ["length", "batch", STATE_WIDTH]),
        ],
        g.weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="wlgraph")
    model.ir_version = 9
    helper.set_model_props(
        model,
        {
            "alphabet": msgspec.json.encode(alphabet).decode(),
            "leaves": " ".join(LEAVES),
            "transitions": base64.b64encode(_array(net.crf.transitions).astype("<f4").tobytes()).decode(),
        },
    )
    onnx.checker.check_model(model)
    return model


def write(net: Net, alphabet: Alphabet, path: Path) -> None:
    """Write the network to ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(build(net, alphabet).SerializeToString())


def _recurrent_weights(layer: nn.GRU | nn.LSTM, gates: tuple[int, ...]) -> tuple[Array, Array, Array]:
    def ordered(matrix: torch.Tensor) -> Array:
        pieces = np.split(_array(matrix), len(gates))
        return np.concatenate([pieces[g] for g in gates])

    weight_in, weight_back, bias_in, bias_back = (ordered(p) for p in layer.parameters())
    return weight_in, weight_back, np.concatenate([bias_in, bias_back])


def _array(value: torch.Tensor) -> Array:
    array: Array = value.detach().numpy()
    return array
