"""Train the judge of names, on marked pages and what a recogniser made of them unseen.

usage: python -m wlgraph.training.judge evaluation/marked PROPOSALS

``PROPOSALS`` is what ``wlgraph.training.proposals`` writes; pages that it lacks are left out. A recogniser that has learned a
page is too sure of it, so the proposals must come from one that has not. Needs torch and onnx (the ``train`` extra).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import nn

from wlgraph.evaluation.marked import read_marked
from wlgraph.model import LEAVES
from wlgraph.names.decision import decide
from wlgraph.names.evidence import Features, Key, gather_evidence
from wlgraph.names.fit import read_proposals
from wlgraph.names.judge import OUTPUT, Judge, columns, lay_out
from wlgraph.names.proposing import propose
from wlgraph.names.recogniser import STATE_WIDTH, States
from wlgraph.names.standing import stand
from wlgraph.names.weighing import HOPELESS, SETTLING, Weigher, linear, trained_weights
from wlgraph.training.proposals import states_file
from wlgraph.training.studies import training_pages

FOLDS = 4
EPOCHS, BATCH, RATE = 8, 2, 1.5e-3
"""Passes over the pages, pages a step, and the highest rate of learning."""
HEARD, HIDDEN, LAST = 96, 192, 96
DROPOUT = 0.3
LEAST_DEVIATION = 0.05
"""Features are divided by how much they vary, those that hardly do by a little more."""
_KNOWN = ("bias", "class", "model:class")
"""What is the same for all candidates, or told by the columns of the classes."""
INPUTS = ("heard", "starts", "ends", "classes", "words", "features")
"""What the network reads, by the names and in the order of its file."""
Floats = NDArray[np.float32]


class Page(NamedTuple):
    """A marked page: its texts, the evidence of each, which stretches are names of which class, and what is asked."""

    writer: str
    texts: list[str]
    heard: list[States]
    evidence: list[Mapping[Key, Features]]
    names: list[set[Key]]
    standing: list[dict[Key, Features]]

    @property
    def answers(self) -> Floats:
        """Whether each candidate that is asked about is a name."""
        return np.array(
            [key in own for asked, own in zip(self.standing, self.names, strict=True) for key in asked], np.float32
        )


def read(page: Path, folder: Path) -> Page:
    """The evidence of a marked page's candidates; a stretch that the regression takes for hopeless is not asked about."""
    marked = read_marked(page)
    articles, texts = marked.reading.articles, [a.text for a in marked.reading.articles]
    candidates = propose(articles, read_proposals(folder / f"{page.stem}.json"), marked.reading.page.home)
    told: dict[str, set[Key]] = {a.id: set() for a in articles}
    for mention in marked.naming.mentions:
        told[mention.article].add((mention.span, mention.leaf))
    evidence, weights = gather_evidence(texts, candidates), trained_weights()
    asked = [
        [key for key, f in found.items() if linear(f, weights) + linear(f, SETTLING) >= HOPELESS] for found in evidence
    ]
    states = np.load(states_file(folder, page))
    heard = np.split(states, np.cumsum([len(text) for text in texts])[:-1])
    return Page(page.stem[0], texts, heard, evidence, [told[a.id] for a in articles], stand(texts, evidence, asked))


class Net(nn.Module):
    """The log-odds of a page's candidates; see ``wlgraph.names.judge.lay_out`` for what it reads."""

    mean: torch.Tensor
    deviation: torch.Tensor

    def __init__(self, mean: Floats, deviation: Floats) -> None:
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(mean))
        self.register_buffer("deviation", torch.from_numpy(deviation))
        self.hear, self.dropout = nn.Linear(STATE_WIDTH, HEARD), nn.Dropout(DROPOUT)
        self.stretch, self.alike = nn.Linear(5 * HEARD, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.weigh = nn.Linear(len(mean), HIDDEN)
        self.narrow, self.out, self.classes = (
            nn.Linear(HIDDEN, LAST),
            nn.Linear(LAST, 1),
            nn.Linear(HIDDEN, len(LEAVES)),
        )

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        """Log-odds [candidate] for the inputs named by ``INPUTS``."""
        heard, starts, ends, classes, words, features = inputs
        places = torch.tanh(self.hear(self.dropout(heard)))
        summed = places.cumsum(0)
        within = (summed[ends - 1] - summed[starts - 1]) / (ends - starts).unsqueeze(1)
        around = [places[starts], places[ends - 1], within, places[starts - 1], places[ends]]
        own = self.stretch(self.dropout(torch.cat(around, 1)))
        rows = words.unsqueeze(1).expand_as(own)
        together = torch.zeros_like(own).scatter_add(0, rows, own)
        number = torch.zeros_like(own).scatter_add(0, rows, torch.ones_like(own))
        alike = torch.tanh(together / number.clamp(min=1))[words]
        seen = self.weigh((features - self.mean) / self.deviation)
        state = self.dropout(torch.relu(own + self.alike(alike) + seen))
        of_class = self.classes(state).gather(1, classes.unsqueeze(1))
        odds: torch.Tensor = (self.out(torch.relu(self.narrow(state))) + of_class)[:, 0]
        return odds


def fit(pages: Sequence[Page], seed: int = 1) -> tuple[Net, list[str]]:
    """Train a network; also the names of its features."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    names = sorted({n for p in pages for own in p.standing for f in own.values() for n in f} - set(_KNOWN))
    feed = partial(_feed, places=columns(names))
    tables = np.concatenate([feed(page)[-1].numpy() for page in pages])
    net = Net(tables.mean(0), tables.std(0) + np.float32(LEAST_DEVIATION))
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    order = [page for page in pages if any(page.standing)]
    steps = EPOCHS * -(-len(order) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    for epoch in range(EPOCHS):
        net.train()
        chance.shuffle(order)
        total = asked = 0.0
        for i in range(0, len(order), BATCH):
            batch = order[i : i + BATCH]
            loss = torch.stack([_loss(net, page, feed(page)) for page in batch]).sum()
            number = sum(len(page.answers) for page in batch)
            optimizer.zero_grad()
            torch.autograd.backward(loss / number)
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, asked = total + loss.item(), asked + number
        print(f"epoch {epoch + 1}: {total / asked:.4f}", file=sys.stderr)
    return net.eval(), names


def _feed(page: Page, places: Mapping[str, int]) -> list[torch.Tensor]:
    laid = lay_out(page.texts, page.heard, page.standing, places)
    return [torch.from_numpy(laid[name]) for name in INPUTS]


def _loss(net: Net, page: Page, feed: Sequence[torch.Tensor]) -> torch.Tensor:
    wanted = torch.from_numpy(page.answers)
    return nn.functional.binary_cross_entropy_with_logits(net(*feed), wanted, reduction="sum")


def export(net: Net, names: Sequence[str], path: Path) -> None:
    """Write the network as an ONNX file with the names of its features."""
    number = torch.ones(3, dtype=torch.int64)
    example = torch.zeros(5, STATE_WIDTH), number, number + 1, number, number, torch.zeros(3, len(names))
    axes = {name: {0: "candidates"} for name in (*INPUTS[1:], OUTPUT)} | {"heard": {0: "places"}}
    torch.onnx.export(
        net, example, str(path), input_names=list(INPUTS), output_names=[OUTPUT], dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, {"columns": " ".join(names)})
    onnx.save(model, str(path))


class Score:
    """Names found, counted once a page and class."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def see(self, page: Page, weigher: Weigher) -> None:
        odds = weigher.weigh(page.texts, page.heard, page.evidence)
        chosen = [decide(own, evidence) for own, evidence in zip(odds, page.evidence, strict=True)]
        found = {
            (text[c.span.start : c.span.end], c.leaf) for text, own in zip(page.texts, chosen, strict=True) for c in own
        }
        wanted = {
            (text[span.start : span.end], leaf)
            for text, own in zip(page.texts, page.names, strict=True)
            for span, leaf in own
        }
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        precision, recall = self.right / self.found, self.right / self.wanted
        return f"P {precision:.4f} R {recall:.4f} F1 {2 * self.right / (self.found + self.wanted):.4f}"


def crossvalidate(pages: Sequence[Page], path: Path) -> str:
    """Names of writers left out: how well the judge does; ``path`` is where the networks are written on the way."""
    writers = sorted({page.writer for page in pages})
    score = Score()
    for held in (set(writers[n::FOLDS]) for n in range(FOLDS)):
        export(*fit([page for page in pages if page.writer not in held]), path)
        weigher = Weigher(trained_weights(), Judge(path.read_bytes()))
        for page in pages:
            if page.writer in held:
                score.see(page, weigher)
    return f"names of writers left out, {len(pages)} pages in {FOLDS} parts: {score}"


def main() -> None:
    """Train on all training pages that have proposals, and write the file that ships and its cross-validation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("marked", type=Path, help="the folder with split.json and pages/")
    parser.add_argument("proposals", type=Path, help="a folder with proposals for the pages to learn from")
    parser.add_argument("--out", type=Path, default=Path("src/wlgraph/names/data"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    files = [page for page in training_pages(args.marked) if states_file(args.proposals, page).is_file()]
    pages = [read(page, args.proposals) for page in files]
    line = crossvalidate(pages, args.out / "judge.onnx")
    print(line)
    export(*fit(pages), args.out / "judge.onnx")
    (args.out / "judge.txt").write_text(line + "\n", "utf-8")


if __name__ == "__main__":
    main()
