"""The recogniser: texts in, proposed names out."""

from __future__ import annotations

import base64
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from wlgraph.errors import SettingsError
from wlgraph.inference import session
from wlgraph.model import LEAVES, Span
from wlgraph.names.proposal import Proposal
from wlgraph.names.recogniser.alphabet import Alphabet, Reader
from wlgraph.names.recogniser.marginals import MarginalDecoder, best_spans, span_probabilities
from wlgraph.names.recogniser.tags import TAG_COUNT, TypedSpan
from wlgraph.names.recogniser.windows import cut

WINDOW = 256
"""The most characters that the model reads as one sequence."""

NAME_THRESHOLD = 0.4
"""A stretch is read as a name where its probability, all classes together, is at least this."""

BATCH_CHARACTERS = 2048

STATE_WIDTH = 256
"""How many numbers say what the model makes of a character and its surroundings."""

REMEMBERED_CHARACTERS = 250_000
"""For so many characters, those tagged last, the states are remembered (512 bytes each): a batch of full pages."""

Found = dict[TypedSpan, float]
States = NDArray[np.float16]


class Recogniser:
    """Proposes typed names in texts. Equal texts get equal proposals, whatever stands beside them."""

    def __init__(self, model: bytes, *, threads: int = 1) -> None:
        try:
            self._session = session(model, threads=threads)
        except Exception as error:  # onnxruntime's errors share no other public class
            raise SettingsError("The recogniser's file is no model; train one or reinstall.") from error
        properties = self._session.get_modelmeta().custom_metadata_map
        if properties.get("leaves") != " ".join(LEAVES) or "upper" not in {o.name for o in self._session.get_outputs()}:
            raise SettingsError("The recogniser's model was trained by another version of wlgraph; train it again.")
        self._reader = Reader(msgspec.json.decode(properties["alphabet"], type=Alphabet))
        transitions = np.frombuffer(base64.b64decode(properties["transitions"]), dtype="<f4")
        self._decoder = MarginalDecoder(transitions.reshape(TAG_COUNT, TAG_COUNT))
        self._remembered: OrderedDict[str, States] = OrderedDict()

    def states(self, text: str) -> States:
        """What the model makes of each character [character, STATE_WIDTH]; free of cost for the texts tagged last."""
        if text not in self._remembered:
            self.propose([text])
        return self._remembered[text]

    def propose(self, texts: Sequence[str], *, minimum: float = 0.5) -> list[list[Proposal]]:
        """The names in each text, in order of place.

        The best reading of a text comes whole, whatever its confidence; other readings of a stretch come where their
        confidence is at least ``minimum``. Confidences are rounded to four places.
        """
        windows = [(t, window) for t, text in enumerate(texts) for window in cut(text, WINDOW)]
        proposals: list[list[Proposal]] = [[] for _ in texts]
        heard = [np.zeros((len(text), STATE_WIDTH), dtype=np.float16) for text in texts]
        for which, found, states in self._run([texts[t][w.start : w.end] for t, w in windows], min(minimum, 0.05)):
            text, window = windows[which]
            proposals[text] += _proposals(found, window, minimum)
            heard[text][window.start : window.end] = states
        self._remember(zip(texts, heard, strict=True))
        return [sorted(p, key=lambda x: (x.start, x.end, -x.confidence, x.leaf)) for p in proposals]

    def _remember(self, heard: Iterable[tuple[str, States]]) -> None:
        """Keep the states of these texts, and of earlier ones as many as there is room for."""
        newest = ""
        for newest, states in heard:
            self._remembered[newest] = states
            self._remembered.move_to_end(newest)
        held = sum(map(len, self._remembered))
        while held > REMEMBERED_CHARACTERS and next(iter(self._remembered)) != newest:
            held -= len(self._remembered.popitem(last=False)[0])

    def _run(self, texts: Sequence[str], least: float) -> Iterator[tuple[int, Found, NDArray[np.float32]]]:
        for group in _groups(texts):
            lengths = np.array([len(texts[i]) for i in group], dtype=np.int64)
            characters = np.zeros((len(group), int(lengths.max())), dtype=np.int64)
            pairs = np.zeros_like(characters)
            for row, i in enumerate(group):
                characters[row, : lengths[row]] = self._reader.characters(texts[i])
                pairs[row, : lengths[row]] = self._reader.pairs(texts[i])
            inputs = {"characters": characters, "pairs": pairs, "lengths": lengths}
            emissions, states = self._session.run(["emissions", "upper"], inputs)
            lattices = self._decoder.lattices(emissions, lengths)
            for row, (i, lattice) in enumerate(zip(group, lattices, strict=True)):
                yield i, span_probabilities(lattice, least), states[: lengths[row], row]


def shipped_model() -> Path:
    """The file of the recogniser that comes with the package."""
    return Path(__file__).parent / "data" / "recogniser.onnx"


@cache
def load_recogniser(path: Path | None = None, *, threads: int = 1) -> Recogniser:
    """The recogniser that comes with the package, or the model at ``path``.

    Raises SettingsError where the file is missing or is no model of this recogniser.
    """
    try:
        model = (path or shipped_model()).read_bytes()
    except OSError as error:
        raise SettingsError(f"The recogniser's model cannot be read ({error}); train one or reinstall.") from error
    return Recogniser(model, threads=threads)


def _groups(texts: Sequence[str]) -> Iterator[list[int]]:
    """Places of texts of similar length, about BATCH_CHARACTERS together."""
    group: list[int] = []
    for i in sorted(range(len(texts)), key=lambda i: (len(texts[i]), i)):
        if group and len(texts[i]) * (len(group) + 1) > BATCH_CHARACTERS:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _proposals(found: Found, window: Span, minimum: float) -> list[Proposal]:
    best = set(best_spans(found, NAME_THRESHOLD))
    return [
        Proposal(
            start=window.start + start,
            end=window.start + stop,
            leaf=LEAVES[leaf],
            confidence=round(min(p, 1.0), 4),
            best=(start, stop, leaf) in best,
        )
        for (start, stop, leaf), p in found.items()
        if p >= minimum or (start, stop, leaf) in best
    ]
