"""The network of ``wlgraph.claims.encoder``: a recurrent reader of folded articles, and a scorer for each question."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from wlgraph.claims.encoder.questions import AIMS, DISTANCES, GAPS, MODALITIES
from wlgraph.claims.encoder.tokens import NAME
from wlgraph.claims.relations.signature import SCORED
from wlgraph.model import LEAVES
from wlgraph.names.recogniser import STATE_WIDTH
from wlgraph.training.attention import Attention
from wlgraph.training.bidirectional import Bidirectional, turning

BOUNDS = 5

Feed = dict[str, torch.Tensor]
INPUTS = (
    "first", "last", "penultimate", "kinds", "leaves", "headings", "heard_first", "heard_last", "lengths", "marked", "spots",
    "pair_left", "pair_right", "pair_distance", "pair_gap", "pair_left_leaf", "pair_right_leaf",
    "quantity", "subject_quantity", "subject_mention", "subject_distance", "subject_gap", "subject_leaf",
    "subject_home", "period_quantity", "period_time", "period_distance", "period_gap", "period_bound",
)  # fmt: skip
OUTPUTS = ("relations", "modality", "figures", "aims", "subjects", "periods")


class Meeting(nn.Module):
    """A vector for a row about two tokens, from both states, what lies between them and what kinds they are."""

    def __init__(self, width: int, size: int, kinds: tuple[int, ...]) -> None:
        super().__init__()
        self.one, self.other = nn.Linear(width, size), nn.Linear(width, size)
        self.tables = nn.ModuleList(nn.Embedding(n, size) for n in (DISTANCES, GAPS, *kinds))

    def forward(
        self, states: torch.Tensor, one: torch.Tensor, other: torch.Tensor, *kinds: torch.Tensor
    ) -> torch.Tensor:
        row = self.one(states)[one] + self.other(states)[other]
        for table, kind in zip(self.tables, kinds, strict=True):
            row = row + table(kind)
        return torch.relu(row)


class Net(nn.Module):
    """Logits for every row asked."""

    def __init__(
        self,
        characters: int,
        *,
        letter: int = 32,
        heard: int = 96,
        hidden: int = 128,
        size: int = 192,
        dropout: float = 0.3,
    ) -> None:
        super().__init__()
        self.characters = nn.Embedding(characters + 1, letter)
        self.kinds, self.leaves, self.headings = (
            nn.Embedding(4, 16),
            nn.Embedding(len(LEAVES) + 1, 32),
            nn.Embedding(2, 4),
        )
        self.hear_first = nn.Linear(STATE_WIDTH, heard)
        self.hear_last = nn.Linear(STATE_WIDTH, heard, bias=False)
        self.deaf = nn.Dropout(0.2)
        width = 3 * letter + 16 + 32 + 4 + heard
        self.layer = Bidirectional(nn.LSTM(width, hidden), nn.LSTM(width, hidden))
        self.attention = Attention(2 * hidden, size)
        self.dropout = nn.Dropout(dropout)
        leaves = len(LEAVES) + 1
        self.pairs = Meeting(2 * hidden, size, (leaves, leaves))
        self.subjects = Meeting(2 * hidden, size, (leaves, 2))
        self.periods = Meeting(2 * hidden, size // 2, (BOUNDS,))
        self.relation, self.modality = nn.Linear(size, len(SCORED)), nn.Linear(size, len(MODALITIES))
        self.subject, self.period = nn.Linear(size, 1), nn.Linear(size // 2, 1)
        self.quantity = nn.Linear(2 * hidden, 64)
        self.figure, self.aim = nn.Linear(64, 1), nn.Linear(64, len(AIMS))

    def forward(self, *inputs: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """The outputs named by ``OUTPUTS`` for the inputs named by ``INPUTS``; tables are [length, article]."""
        f = dict(zip(INPUTS, inputs, strict=True))
        letters = [self.characters(f[name]) for name in ("first", "last", "penultimate")]
        kinds = [self.kinds(f["kinds"]), self.leaves(f["leaves"]), self.headings(f["headings"])]
        heard = self.hear_first(self.deaf(f["heard_first"])) + self.hear_last(self.deaf(f["heard_last"]))
        tokens = self.dropout(torch.cat([*letters, *kinds, torch.relu(heard)], dim=2))
        hidden = self.dropout(self.layer(tokens, turning(f["lengths"], f["first"].shape[0])))
        # The row after the last one stands for a token that is absent.
        states = torch.cat([hidden.reshape(-1, hidden.shape[2]), torch.zeros(1, hidden.shape[2])])
        states = self.attention(states, f["marked"], _likeness(f), f["first"].shape[1])[f["spots"]]
        pair = self.dropout(
            self.pairs(
                states, *(f[f"pair_{k}"] for k in ("left", "right", "distance", "gap", "left_leaf", "right_leaf"))
            )
        )
        subject = self.subjects(
            states, *(f[f"subject_{k}"] for k in ("quantity", "mention", "distance", "gap", "leaf", "home"))
        )
        period = self.periods(states, *(f[f"period_{k}"] for k in ("quantity", "time", "distance", "gap", "bound")))
        quantity = torch.relu(self.quantity(states[f["quantity"]]))
        return (
            self.relation(pair),
            self.modality(pair),
            self.figure(quantity),
            self.aim(quantity),
            self.subject(self.dropout(subject)),
            self.period(self.dropout(period)),
        )


def _likeness(f: Feed) -> torch.Tensor:
    """For each two marked tokens of an article whether both are names, of one class, that look alike."""
    absent = torch.zeros(1, dtype=torch.int64)
    places = f["marked"]
    looks = [torch.cat([f[n].reshape(-1), absent])[places] for n in ("first", "last", "penultimate", "leaves")]
    name = torch.cat([f["kinds"].reshape(-1), absent])[places] == NAME
    alike = name.unsqueeze(2) & name.unsqueeze(1)
    for look in looks:
        alike = alike & (look.unsqueeze(2) == look.unsqueeze(1))
    return alike


def restore(path: Path) -> tuple[Net, str]:
    """The network that ``export`` wrote, and its alphabet. Raises KeyError or RuntimeError where the file is another model."""
    model = onnx.load(str(path))
    alphabet = {p.key: p.value for p in model.metadata_props}["alphabet"]
    weights = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    net = Net(len(alphabet))
    net.load_state_dict({name: weights[name] for name in net.state_dict()})
    return net, alphabet


def export(net: Net, alphabet: str, example: Feed, path: Path) -> None:
    """Write the network as an ONNX file with its alphabet; weights keep their names, so that ``restore`` finds them."""
    net.eval()
    axes = {name: {0: f"{name}_rows"} for name in (*INPUTS[10:], *OUTPUTS)}
    axes |= {"lengths": {0: "articles"}, "marked": {0: "articles", 1: "most"}}
    axes |= {name: {0: "tokens", 1: "articles"} for name in INPUTS[:8]}
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        net, tuple(example[name] for name in INPUTS), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False, do_constant_folding=False,
    )  # fmt: skip
    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, {"alphabet": alphabet})
    onnx.save(model, str(path))
