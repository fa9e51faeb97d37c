"""The words of an indicator: those around its number that a small network keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.encoder import numbering
from wlgraph.claims.figures.scene import HEARSAY, Scene
from wlgraph.inference import session
from wlgraph.names.recogniser import STATE_WIDTH, States

BEFORE, AFTER, WIDTH = 48, 14, 80
"""Characters of a window: before its number, behind it, and in all; the number begins at the same place in each."""
PLAIN, OBSERVED, NAME, TIME, NUMBER, OTHER_NUMBER = range(1, 7)
"""What a character belongs to; zero where the window has none."""
LENIENCE, OPENING = 0.6, 1.5
"""Added to the log odds of keeping a character; what it costs to open a piece, so that words stay whole."""
SECOND_LENIENCE = 1.5
"""Added instead where the first finds no words."""
LEAST_LOGIT, FALL = -1.5, 0.8
"""How likely a character must be, and how little less than the one before it, to finish a word."""
LEAST = 2
_EDGES = " \n，。、；：！？“”‘’（）()的"
_LINKS = "的了和与及在等是为将已共"
_BARRED = re.compile(rf"{HEARSAY}|[0-9〇一二两三四五六七八九十几数半]+(?:个月|[年月日天])之?内")
_PAIRED = (("（", "）"), ("“", "”"), ("《", "》"))
Ints = NDArray[np.int64]


class Window(NamedTuple):
    """A stretch of text, what each of its characters belongs to, the column of the first, and its place in the text."""

    text: str
    kinds: list[int]
    first: int
    start: int


class Windows:
    """The surroundings of an article's quantities."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        kinds = self._kinds = bytearray([PLAIN]) * len(scene.text)
        for sight in scene.sights:
            kinds[sight.start : sight.end] = bytes([NAME]) * (sight.end - sight.start)
        for kind, spans in (
            (TIME, [t.span for t in scene.times]),
            (OTHER_NUMBER, [q.span for q in scene.quantities]),
        ):
            for span in spans:
                kinds[span.start : span.end] = bytes([kind]) * (span.end - span.start)

    def around(self, index: int, observed: str) -> Window:
        """The window of a quantity (its place in the scene) of a thing, within its paragraph."""
        scene, q = self._scene, self._scene.quantities[index]
        start, end = max(0, q.span.start - BEFORE), min(len(scene.text), q.span.end + AFTER)
        if block := scene.block_at(q.span.start):
            start, end = max(start, block.span.start), min(end, block.span.end)
        end = min(end, q.span.start - BEFORE + WIDTH)
        kinds = list(self._kinds[start:end])
        for sight in scene.by_referent.get(observed, ()):
            for place in range(max(sight.start, start), min(sight.end, end)):
                if kinds[place - start] == NAME:
                    kinds[place - start] = OBSERVED
        for place in range(q.span.start, min(q.span.end, end)):
            kinds[place - start] = NUMBER
        return Window(scene.text[start:end], kinds, BEFORE - (q.span.start - start), start)


def columns(windows: Sequence[Window], numbers: Ints) -> tuple[Ints, Ints]:
    """Numbers of the characters and their kinds, [window, column]."""
    characters, kinds = (np.zeros((len(windows), WIDTH), dtype=np.int64) for _ in range(2))
    for row, (text, belonging, first, _) in enumerate(windows):
        codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.int64)
        characters[row, first : first + len(text)] = numbers[np.where(codes < len(numbers), codes, 0)]
        kinds[row, first : first + len(text)] = belonging
    return characters, kinds


def hearing(windows: Sequence[Window], states: Sequence[States]) -> NDArray[np.float32]:
    """What the recogniser makes of each character, [window, column, STATE_WIDTH], of the states of each window's text."""
    table = np.zeros((len(windows), WIDTH, STATE_WIDTH), dtype=np.float32)
    for row, ((text, _, first, start), heard) in enumerate(zip(windows, states, strict=True)):
        table[row, first : first + len(text)] = heard[start : start + len(text)]
    return table


def words_kept(window: Window, logits: Sequence[float]) -> str:
    """The words of a window that are worth keeping; empty where there are none."""
    for lenience in (LENIENCE, SECOND_LENIENCE):
        words = kept(window.text, window.kinds, logits[window.first : window.first + len(window.text)], lenience)
        if len(words) >= LEAST:
            return words
    return ""


def kept(text: str, kinds: Sequence[int], logits: Sequence[float], lenience: float = LENIENCE) -> str:
    """The characters worth keeping, in the text's order: of all choices the likeliest in few pieces.

    Those of times, of the number, of how long it takes (三年内) and of where the news comes from (据了解) never count.
    """
    barred = {place for m in _BARRED.finditer(text) for place in range(*m.span())}
    without, within = 0.0, float("-inf")
    steps: list[tuple[bool, bool]] = []
    for place, (kind, logit) in enumerate(zip(kinds, logits, strict=True)):
        gain = float("-inf") if kind in (TIME, NUMBER) or place in barred else logit + lenience
        leave, stay = within > without, within >= without - OPENING
        steps.append((leave, stay))
        without, within = within if leave else without, (within if stay else without - OPENING) + gain
    chosen, inside = [False] * len(text), within > without
    for place in reversed(range(len(text))):
        was_inside, goes_on = steps[place]
        chosen[place] = inside
        inside = goes_on if inside else was_inside
    _finish_words(text, kinds, logits, chosen)
    _drop_parts(kinds, chosen)
    return _balanced("".join(c for c, keep in zip(text, chosen, strict=True) if keep).strip(_EDGES))


def _finish_words(text: str, kinds: Sequence[int], logits: Sequence[float], chosen: list[bool]) -> None:
    """Keep the character behind a piece, too, that is hardly less worth it: the logits fall where a word ends."""
    for place in range(1, len(text)):
        if (
            chosen[place - 1]
            and not chosen[place]
            and kinds[place] in (PLAIN, NAME, OBSERVED)
            and text[place].isalnum()
            and text[place] not in _LINKS
            and logits[place] > max(LEAST_LOGIT, logits[place - 1] - FALL)
        ):
            chosen[place] = True


def _drop_parts(kinds: Sequence[int], chosen: list[bool]) -> None:
    """Keep nothing of a name or of another number of which not all is kept."""
    for kind, run in groupby(range(len(kinds)), key=lambda place: kinds[place]):
        places = list(run)
        if kind in (OTHER_NUMBER, NAME, OBSERVED) and not all(chosen[place] for place in places):
            for place in places:
                chosen[place] = False


def _balanced(words: str) -> str:
    """Without the brackets and quotation marks of which only one is left."""
    for opening, closing in _PAIRED:
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words


class Phraser:
    """Chooses the words of indicators. Equal articles get equal words."""

    def __init__(self, model: bytes) -> None:
        self._session = session(model)
        self._numbers = numbering(self._session.get_modelmeta().custom_metadata_map["alphabet"])

    def phrase(self, scene: Scene, figures: Sequence[tuple[int, str]], states: States) -> list[str]:
        """The indicator of each quantity (its place in the scene) of a thing; empty where hardly a word is kept.

        ``states`` are the recogniser's of the scene's text.
        """
        if not figures:
            return []
        surroundings = Windows(scene)
        windows = [surroundings.around(index, observed) for index, observed in figures]
        characters, kinds = columns(windows, self._numbers)
        feed = {"characters": characters, "kinds": kinds, "heard": hearing(windows, [states] * len(windows))}
        logits = self._session.run(None, feed)[0]
        return [words_kept(window, row) for window, row in zip(windows, logits.tolist(), strict=True)]


@cache
def load_phraser() -> Phraser:
    """The phraser that comes with the package."""
    return Phraser((Path(__file__).parent / "data" / "phrasing.onnx").read_bytes())
