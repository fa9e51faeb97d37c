"""The log-odds of every candidate: a logistic regression over its evidence sorts out the hopeless, a judge weighs the others.

The regression sees what each voice says of a class; the judge sees the same without the classes' names, how the candidate
stands among the others of its page (``standing``), and what the recogniser has made of its characters.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from wlgraph.model import LEAVES
from wlgraph.names.evidence import Features, Key
from wlgraph.names.forms import OFFICE, PARCEL
from wlgraph.names.judge import Judge, load_judge
from wlgraph.names.listed_places import LISTED
from wlgraph.names.organs import TWINS
from wlgraph.names.persons import ROW
from wlgraph.names.places import SECTOR
from wlgraph.names.recogniser import States
from wlgraph.names.standing import stand
from wlgraph.names.transliterated import DOTTED, UNDOTTED

Weights = Mapping[str, float]
Odds = dict[Key, float]

SETTLING: Weights = {
    "form:titled:Recognition": 3.0,
    f"{OFFICE}:PublicBody": 6.0,
    f"{TWINS}:PublicBody": 8.0,
    f"{PARCEL}:Infrastructure": 6.0,
    f"{SECTOR}:Industry": 12.0,
    **{f"{rule}:{leaf}": 8.0 for rule in (DOTTED, UNDOTTED) for leaf in ("Person", "Official")},
    **{f"{LISTED}:{leaf}": 8.0 for leaf in ("Town", "Village")},
    **{f"{ROW}:{leaf}": 4.0 for leaf in ("Person", "Official")},
    **{f"form:plugin:{leaf}": 6.0 for leaf in LEAVES},
}
"""Forms that settle a class by themselves (“…”称号, 甲·乙, 市委市政府, rows of persons, short names in lists of places, sectors
of statistics, a component of another package) and that marked pages show too seldom to weigh."""
HOPELESS = -3.0
"""A candidate against which the regression speaks so much is not looked at further; the judge saves none of them."""


class Weigher:
    """Weighs the evidence of a page's candidates."""

    def __init__(self, weights: Weights, judge: Judge) -> None:
        self._weights = weights
        self._judge = judge

    def weigh(
        self, texts: Sequence[str], heard: Sequence[States], evidence: Sequence[Mapping[Key, Features]]
    ) -> list[Odds]:
        """For each article of a page the log-odds that a stretch is a name of a class.

        ``heard`` are the recogniser's states of the articles' texts.
        """
        first = [{key: linear(features, self._weights) for key, features in found.items()} for found in evidence]
        settled = [{key: linear(features, SETTLING) for key, features in found.items()} for found in evidence]
        asked = [
            [key for key, odds in found.items() if odds + own[key] >= HOPELESS]
            for found, own in zip(first, settled, strict=True)
        ]
        for odds, judged in zip(first, self._judge.odds(texts, heard, stand(texts, evidence, asked)), strict=True):
            odds.update(judged)
        return [{key: odds[key] + own[key] for key in odds} for odds, own in zip(first, settled, strict=True)]


def linear(features: Features, weights: Weights) -> float:
    """The sum of weighted features; those without a weight count nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


@cache
def trained_weights() -> Weights:
    """The weights of the regression, fitted on marked pages (``wlgraph.names.fit``)."""
    weights: Weights = json.loads((files(__package__) / "data" / "decision.json").read_text("utf-8"))["weights"]
    return weights


@cache
def load_weigher() -> Weigher:
    """The weigher with the shipped weights and judge."""
    return Weigher(trained_weights(), load_judge())
