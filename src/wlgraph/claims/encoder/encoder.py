"""The network's run time: articles and questions in, logits out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.encoder.questions import ABSENT, Answers, Asked, distances, gaps, pooled
from wlgraph.claims.encoder.tokens import Tokens
from wlgraph.errors import SettingsError
from wlgraph.inference import session
from wlgraph.names.recogniser import STATE_WIDTH

BATCH_TOKENS = 2048
Ints = NDArray[np.int64]
Feed = dict[str, NDArray[np.int64] | NDArray[np.float32]]
_PLANE = 0x10000


class Encoder:
    """Answers questions about articles. Equal pages get equal answers."""

    def __init__(self, model: bytes) -> None:
        try:
            self._session = session(model)
        except Exception as error:  # onnxruntime's errors share no other public class
            raise SettingsError("The encoder's file is no model; train one or reinstall.") from error
        self._numbers = numbering(self._session.get_modelmeta().custom_metadata_map["alphabet"])

    def answer(self, asked: Sequence[Asked]) -> list[Answers]:
        """The answers to each article's questions, in order."""
        answers: dict[int, Answers] = {}
        for group in _groups([len(a.tokens) for a in asked]):
            chosen = [asked[i] for i in group]
            feed, bounds = gather(chosen, self._numbers)
            names = ["relations", "modality", "figures", "aims", "subjects", "periods"]
            out = dict(zip(names, self._session.run(names, feed), strict=True))
            for i, a, low, high in zip(group, chosen, bounds, bounds[1:], strict=False):
                answers[i] = _answers(a, {name: out[name][low[name] : high[name]] for name in names})
        return [answers[i] for i in range(len(asked))]


def _answers(asked: Asked, out: dict[str, NDArray[np.float32]]) -> Answers:
    first = asked.pairs.first
    return Answers(
        relations=pooled(out["relations"], first),
        modality=out["modality"][first],
        figures=out["figures"][:, 0],
        aims=out["aims"],
        subjects=pooled(out["subjects"][:, 0], asked.subjects.first),
        periods=out["periods"][:, 0],
    )


def numbering(alphabet: str) -> Ints:
    """The number of each character of the basic plane; zero for one that the alphabet does not hold."""
    numbers = np.zeros(_PLANE, dtype=np.int64)
    numbers[[ord(c) for c in alphabet]] = np.arange(1, len(alphabet) + 1)
    return numbers


def gather(asked: Sequence[Asked], numbers: Ints) -> tuple[Feed, list[dict[str, int]]]:
    """The network's inputs for articles read together, and where each article's rows begin in every output.

    Tokens are padded to one length. The tokens that rows are about stand in ``spots``, each once, by their places in the
    flat table [length, article]; rows name them by their places in ``spots``.
    """
    width, longest = len(asked), max(len(a.tokens) for a in asked)
    tables = {name: np.zeros((longest, width), dtype=np.int64) for name in _TABLES}
    rows: dict[str, list[Ints]] = {name: [] for name in _ROWS}
    sizes = [dict.fromkeys(("relations", "modality", "figures", "aims", "subjects", "periods"), 0)]
    for column, a in enumerate(asked):
        for name, values in zip(_TABLES, _columns(a.tokens, numbers), strict=True):
            tables[name][: len(a.tokens), column] = values
        for name, values in zip(_ROWS, _rows(a, width, column, longest * width), strict=True):
            rows[name].append(values)
        added = (len(a.pairs.left), len(a.pairs.left), *[len(a.quantities)] * 2)
        added += (len(a.subjects.quantity), len(a.periods.quantity))
        sizes.append({n: sizes[-1][n] + size for n, size in zip(sizes[-1], added, strict=True)})
    feed = tables | _spotted({name: np.concatenate(values) for name, values in rows.items()})
    feed["lengths"] = np.asarray([len(a.tokens) for a in asked], dtype=np.int64)
    feed["marked"] = _marked(tables["kinds"])
    return feed | _heard(asked, longest), sizes


def _heard(asked: Sequence[Asked], longest: int) -> dict[str, NDArray[np.float32]]:
    """What the recogniser makes of the first and the last character of each token."""
    tables = {name: np.zeros((longest, len(asked), STATE_WIDTH), dtype=np.float32) for name in _HEARD}
    for column, a in enumerate(asked):
        if len(a.tokens):
            for name, places in zip(_HEARD, _edges(a.tokens), strict=True):
                tables[name][: len(a.tokens), column] = a.heard[places]
    return tables


_TABLES = ("first", "last", "penultimate", "kinds", "leaves", "headings")
_HEARD = ("heard_first", "heard_last")
_PLACES = (
    "pair_left",
    "pair_right",
    "quantity",
    "subject_quantity",
    "subject_mention",
    "period_quantity",
    "period_time",
)
_ROWS = (
    "pair_left", "pair_right", "pair_distance", "pair_gap", "pair_left_leaf", "pair_right_leaf",
    "quantity", "subject_quantity", "subject_mention", "subject_distance", "subject_gap", "subject_leaf",
    "subject_home", "period_quantity", "period_time", "period_distance", "period_gap", "period_bound",
)  # fmt: skip


def _spotted(rows: dict[str, Ints]) -> dict[str, Ints]:
    """The rows with their tokens numbered anew, and ``spots``: most tokens are plain characters that no row is about."""
    spots, numbers = np.unique(np.concatenate([rows[name] for name in _PLACES]), return_inverse=True)
    ends = np.cumsum([len(rows[name]) for name in _PLACES])[:-1]
    return rows | {"spots": spots} | dict(zip(_PLACES, np.split(numbers, ends), strict=True))


def _marked(kinds: Ints) -> Ints:
    """The rows of each article's tokens that stand for more than a character, filled up with the row of none."""
    longest, width = kinds.shape
    places = [np.flatnonzero(kinds[:, column]) * width + column for column in range(width)]
    marked = np.full((width, max(1, *(len(p) for p in places))), longest * width, dtype=np.int64)
    for column, rows in enumerate(places):
        marked[column, : len(rows)] = rows
    return marked


def _columns(tokens: Tokens, numbers: Ints) -> tuple[Ints, ...]:
    codes = np.frombuffer(tokens.text.encode("utf-32-le"), dtype="<u4").astype(np.int64)
    known = numbers[np.where(codes < _PLANE, codes, 0)] if len(codes) else np.zeros(1, dtype=np.int64)
    first, last = _edges(tokens)
    before = np.minimum(np.maximum(tokens.ends - 2, tokens.starts), len(known) - 1)
    return known[first], known[last], known[before], tokens.kinds, tokens.leaves, tokens.headings


def _edges(tokens: Tokens) -> tuple[Ints, Ints]:
    """The places in the text of each token's first and last character; an empty token takes the character there."""
    top = max(len(tokens.text) - 1, 0)
    return np.minimum(tokens.starts, top), np.minimum(np.maximum(tokens.ends - 1, tokens.starts), top)


def _rows(a: Asked, width: int, column: int, absent: int) -> tuple[Ints, ...]:
    def flat(tokens: Ints) -> Ints:
        return np.where(tokens == ABSENT, absent, tokens * width + column)

    t, pairs, subjects, periods = a.tokens, a.pairs, a.subjects, a.periods
    return (
        flat(pairs.left), flat(pairs.right), distances(pairs.left, pairs.right), gaps(t, pairs.left, pairs.right),
        pairs.left_leaf, pairs.right_leaf, flat(a.quantities), flat(subjects.quantity), flat(subjects.mention),
        distances(subjects.quantity, subjects.mention), gaps(t, subjects.quantity, subjects.mention), subjects.leaf,
        subjects.home, flat(periods.quantity), flat(periods.time), distances(periods.quantity, periods.time),
        gaps(t, periods.quantity, periods.time), periods.bound,
    )  # fmt: skip


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of articles of similar length, about BATCH_TOKENS together; empty ones too."""
    group: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if group and lengths[i] * (len(group) + 1) > BATCH_TOKENS:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


@cache
def load_encoder(path: Path | None = None) -> Encoder:
    """The encoder that comes with the package, or the model at ``path``."""
    try:
        model = path.read_bytes() if path else (files(__package__) / "data" / "encoder.onnx").read_bytes()
    except OSError as error:
        raise SettingsError(f"The encoder's model cannot be read ({error}); train one or reinstall.") from error
    return Encoder(model)
