"""Train the phraser of indicators on marked pages: ``python -m wlgraph.training.phrasing [--marked DIR] [--out FILE]``.

Needs torch and onnx (the ``train`` extra). Prints how like the marked indicators its words are for writers that it has
not seen, then learns from all training pages. A marked indicator need not stand in the text to the letter: it is aligned
with the characters around the number, and the network learns which of these it keeps.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import nn

from wlgraph.claims.encoder import numbering
from wlgraph.claims.figures.phrasing import (
    BEFORE,
    OTHER_NUMBER,
    WIDTH,
    Window,
    Windows,
    columns,
    hearing,
    words_kept,
)
from wlgraph.names.recogniser import STATE_WIDTH, States
from wlgraph.training.aligning import align
from wlgraph.training.figure_samples import Sample
from wlgraph.training.studies import load, training_pages

LEAST_ALIGNED = 0.4
"""The share of an indicator's characters that must stand in its window for training."""
LEAST_COUNT = 3
HELD_OUT = 5
EPOCHS, BATCH, RATE = 8, 96, 3e-3
Floats = NDArray[np.float32]


class Phrase(NamedTuple):
    """A figure's window, its indicator, the places in the window that this is aligned with, and the text's states."""

    writer: str
    window: Window
    indicator: str
    places: frozenset[int]
    states: States


def read_phrases(marked: Path) -> list[Phrase]:
    """All marked figures whose number was found."""
    return [p for m in load(training_pages(marked)) if m.clean for p in _phrases(Sample(m), m.study.asked.heard)]


def _phrases(sample: Sample, states: States) -> Iterator[Phrase]:
    windows = Windows(sample.scene)
    for index, figures in sample.of.items():
        figure = figures[0]
        around = windows.around(index, figure.observed)
        places = align(figure.indicator, around.text, around.kinds, BEFORE - around.first)
        yield Phrase(sample.writer, around, figure.indicator, places, states)


class Net(nn.Module):
    """Logits of each character's being kept, [window, column]."""

    def __init__(self, characters: int, *, hidden: int = 64, heard: int = 48, dropout: float = 0.25) -> None:
        super().__init__()
        self.characters, self.kinds = nn.Embedding(characters + 1, 40), nn.Embedding(OTHER_NUMBER + 1, 8)
        self.columns = nn.Embedding(WIDTH, 8)
        self.hear = nn.Linear(STATE_WIDTH, heard)
        self.layer = nn.GRU(56 + heard, hidden, bidirectional=True)
        self.out, self.dropout = nn.Linear(2 * hidden, 1), nn.Dropout(dropout)

    def forward(self, characters: torch.Tensor, kinds: torch.Tensor, heard: torch.Tensor) -> torch.Tensor:
        """Numbers of characters and kinds, [window, column], and the recogniser's states of each, to logits."""
        places = self.columns.weight.unsqueeze(0).expand(characters.shape[0], -1, -1)
        vectors = torch.cat([self.characters(characters), self.kinds(kinds), places, self.hear(heard)], dim=2)
        states, _ = self.layer(self.dropout(vectors).transpose(0, 1))
        logits: torch.Tensor = self.out(self.dropout(states)).transpose(0, 1)[:, :, 0]
        return logits


def fit(phrases: Sequence[Phrase], alphabet: str, seed: int = 1) -> Net:
    """Train a network."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    learned = [p for p in phrases if len(p.places) >= LEAST_ALIGNED * len(p.indicator)]
    net, numbers = Net(len(alphabet)), numbering(alphabet)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * -(-len(learned) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.15)
    for epoch in range(EPOCHS):
        net.train()
        chance.shuffle(learned)
        total = 0.0
        for i in range(0, len(learned), BATCH):
            loss = _loss(net, learned[i : i + BATCH], numbers)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: {total * BATCH / len(learned):.3f}", file=sys.stderr)
    return net.eval()


def _loss(net: Net, batch: Sequence[Phrase], numbers: NDArray[np.int64]) -> torch.Tensor:
    characters, kinds, heard = _feed(batch, numbers)
    wanted = torch.zeros(len(batch), WIDTH)
    for row, phrase in enumerate(batch):
        for place in phrase.places:
            wanted[row, phrase.window.first + place] = 1
    there = (kinds > 0).float()
    logits = net(characters, kinds, heard)
    summed = nn.functional.binary_cross_entropy_with_logits(logits, wanted, weight=there, reduction="sum")
    return summed / len(batch)


def _feed(batch: Sequence[Phrase], numbers: NDArray[np.int64]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    windows = [p.window for p in batch]
    characters, kinds = columns(windows, numbers)
    heard = hearing(windows, [p.states for p in batch])
    return torch.from_numpy(characters), torch.from_numpy(kinds), torch.from_numpy(heard)


def words_of(net: Net, phrases: Sequence[Phrase], numbers: NDArray[np.int64]) -> list[str]:
    """The indicators that a network makes of windows; empty where it keeps hardly a character."""
    words: list[str] = []
    for i in range(0, len(phrases), BATCH):
        batch = phrases[i : i + BATCH]
        with torch.no_grad():
            logits: Floats = net(*_feed(batch, numbers)).numpy()
        words += [words_kept(p.window, row) for p, row in zip(batch, logits.tolist(), strict=True)]
    return words


def report(phrases: Sequence[Phrase], words: Sequence[str]) -> str:
    """How like the marked indicators the words are."""
    likeness = np.array(
        [SequenceMatcher(None, p.indicator, w, autojunk=False).ratio() for p, w in zip(phrases, words, strict=True)]
    )
    return (
        f"{len(phrases)} indicators of writers not seen: likeness {likeness.mean():.3f} on average; "
        f"equal {np.mean(likeness == 1):.3f}, like by a quarter or more {np.mean(likeness >= 0.25):.3f}, "
        f"no words {np.mean([not w for w in words]):.3f}"
    )


def alphabet_of(phrases: Sequence[Phrase]) -> str:
    """The characters that have a vector, most frequent first."""
    counts = Counter(c for p in phrases for c in p.window.text if ord(c) < 0x10000)
    return "".join(c for c, n in counts.most_common() if n >= LEAST_COUNT)


def export(net: Net, alphabet: str, path: Path) -> None:
    """Write the network as an ONNX file with its alphabet."""
    plain = torch.ones(2, WIDTH, dtype=torch.int64)
    example = plain, plain, torch.zeros(2, WIDTH, STATE_WIDTH)
    names = ["characters", "kinds", "heard"]
    axes = {name: {0: "windows"} for name in (*names, "logits")}
    torch.onnx.export(
        net, example, str(path), input_names=names, output_names=["logits"], dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, {"alphabet": alphabet})
    onnx.save(model, str(path))


def main() -> None:
    """Measure on writers not seen, then train on all pages and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marked", type=Path, default=Path("evaluation/marked"))
    parser.add_argument("--out", type=Path, default=Path("src/wlgraph/claims/figures/data"))
    args = parser.parse_args()
    phrases = read_phrases(args.marked)
    unseen = set(sorted({p.writer for p in phrases})[::HELD_OUT])
    held, others = ([p for p in phrases if (p.writer in unseen) is held] for held in (True, False))
    alphabet = alphabet_of(others)
    line = report(held, words_of(fit(others, alphabet), held, numbering(alphabet)))
    print(line)
    (args.out / "phrasing.txt").write_text(line + "\n", "utf-8")
    alphabet = alphabet_of(phrases)
    export(fit(phrases, alphabet), alphabet, args.out / "phrasing.onnx")


if __name__ == "__main__":
    main()
