"""Train the recogniser on a folder of marked pages and write it as one ONNX file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from wlgraph.errors import SettingsError
from wlgraph.model import Record
from wlgraph.names.recogniser.alphabet import Reader, frequent_pairs
from wlgraph.names.recogniser.recogniser import WINDOW
from wlgraph.training.corpora import Corpus, read_corpus
from wlgraph.training.samples import Sample, read_samples, windows

LEAST_PAIR_COUNT = 3
"""A pair of neighbours gets a vector of its own where the samples hold it this often."""

HEAD_WIDTH = 128
"""What the head reads for each character, after training: at this width the model is as fast as LAC alone."""

GENTLE_ENCODER_RATE = 5e-4
GENTLE_HEAD_RATE = 1.2e-3
"""How fast LAC's part and the head change in a training that goes on from a trained network."""

ADVERSITY = 0.05
"""How far such a training moves the vectors of characters and pairs against the network, as a share of their length."""


class Trained(Record, frozen=True, kw_only=True):
    """What a training run did: the samples it saw and its mean loss (a character) in each epoch."""

    articles: int
    names: int
    characters: int
    losses: tuple[float, ...]


def train(
    pages: Path | Sequence[Path],
    out: Path,
    *,
    seed: int = 1,
    epochs: int = 12,
    corpora: Sequence[Path] = (),
    start: Path | None = None,
    mean: bool = False,
    keep: Path | None = None,
    report: Callable[[int, float], None] = lambda _epoch, _loss: None,
) -> Trained:
    """Train on ``pages`` (a folder or the files themselves) and write the model to ``out``.

    ``corpora`` are further annotated files with labels of their own (``wlgraph.training.corpora``), learned beside the
    pages. ``keep`` gets the network itself; ``start`` is one that an earlier training kept, to go on from in smaller
    steps and against adversity (``adversary``); with ``mean``, the mean of the weights before and after is written.
    ``report`` hears the number and the mean loss of each epoch. The same pages, seed and machine give the same model.
    Raises SettingsError where there are no pages, ``start`` is no network, ``mean`` has no start, or the extra ``train`` is not installed.
    """
    paths = sorted(pages.glob("*.txt")) if isinstance(pages, Path) else sorted(pages)
    samples = read_samples(paths)
    if not any(sample.spans for sample in samples):
        raise SettingsError(f"No marked names were found in {pages}; give a folder of marked pages.")
    if mean and not start:
        raise SettingsError("A mean is taken with a kept network; name one with --start, or leave out --mean.")
    if start and corpora:
        raise SettingsError("A kept network has no heads for further corpora; leave out --start or --corpus.")
    further = [read_corpus(path) for path in corpora]
    losses: list[float] = []

    def note(epoch: int, loss: float) -> None:
        losses.append(loss)
        report(epoch, loss)

    _fit_and_write(samples, further, out, start, keep, mean=mean, seed=seed, epochs=epochs, report=note)
    return Trained(
        articles=len(samples),
        names=sum(len(s.spans) for s in samples),
        characters=sum(len(s.text) for s in samples),
        losses=tuple(losses),
    )


def _fit_and_write(
    samples: Sequence[Sample],
    further: Sequence[Corpus],
    out: Path,
    start: Path | None,
    keep: Path | None,
    *,
    mean: bool,
    seed: int,
    epochs: int,
    report: Callable[[int, float], None],
) -> None:
    try:
        from wlgraph.training import export, fit, kept, lac, narrowing
    except ImportError as error:
        raise SettingsError(f"Training needs the extra 'train' ({error}); install wlgraph[train].") from error
    if start:
        begun, alphabet = kept.read_kept(start)
        recipe = fit.Recipe(
            seed=seed,
            epochs=epochs,
            encoder_rate=GENTLE_ENCODER_RATE,
            head_rate=GENTLE_HEAD_RATE,
            adversity=ADVERSITY,
        )
    else:
        pairs = frequent_pairs((sample.text for sample in samples), LEAST_PAIR_COUNT)
        begun, alphabet = None, msgspec.structs.replace(lac.read_alphabet(), pairs=pairs)
        recipe = fit.Recipe(seed=seed, epochs=epochs)
    reader = Reader(alphabet)
    net = fit.fit(
        samples,
        reader,
        len(alphabet.pairs),
        recipe,
        report=lambda epoch, loss, _: report(epoch, loss),
        corpora=further,
        start=begun,
    )
    if start and mean:
        net = fit.mean(kept.read_kept(start)[0], net)
    if keep:
        kept.keep(net, alphabet, keep)
    export.write(narrowing.narrow(net, windows(samples, WINDOW), reader, HEAD_WIDTH), alphabet, out)
