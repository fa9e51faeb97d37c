"""The words that make a relation more or less than a fact: ``data/modality.toml``, compiled."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from wlgraph.model import ClaimModality, Leaf

ORDER: tuple[ClaimModality, ...] = ("denied", "ended", "proposed", "planned")
"""The order in which the words of any predicate are looked for."""


class Kind(NamedTuple):
    """Words that tell a modality of some predicates; of those with an end of some leaves only, where it has any.

    ``before``: only words up to the second end count.
    """

    modality: ClaimModality
    predicates: frozenset[str]
    leaves: frozenset[Leaf]
    before: bool
    words: re.Pattern[str]


class Rumours(NamedTuple):
    """The words of a rumour, of its denial and of its proof, and the predicates that rumours are about."""

    told: re.Pattern[str]
    refuted: re.Pattern[str]
    confirmed: re.Pattern[str]
    predicates: frozenset[str]


class ModalityWords(NamedTuple):
    """All of the file: kinds, words of any predicate, the predicates they are silent about, and words of a sentence."""

    kinds: tuple[Kind, ...]
    any: dict[ClaimModality, re.Pattern[str]]
    silent: dict[ClaimModality, frozenset[str]]
    urged: re.Pattern[str]
    urged_of: frozenset[str]
    sentence: dict[str, re.Pattern[str]]
    owned: frozenset[str]
    rumours: Rumours


@cache
def modality_words() -> ModalityWords:
    """The words of ``data/modality.toml``."""
    data: dict[str, Any] = tomllib.loads(
        files("wlgraph.claims.relations").joinpath("data/modality.toml").read_text("utf-8")
    )
    rumour = data["rumour"]
    return ModalityWords(
        kinds=tuple(_kind(kind) for kind in data["kind"]),
        any={m: _either(data["any"][m]) for m in ORDER},
        silent={m: frozenset(data["silent"][m]) for m in ORDER},
        urged=_either(data["urged"]["words"]),
        urged_of=frozenset(data["urged"]["predicates"]),
        sentence={name: _either(words) for name, words in data["sentence"].items()},
        owned=frozenset(data["owned"]),
        rumours=Rumours(
            _either(rumour["told"]),
            _either(rumour["refuted"]),
            _either(rumour["confirmed"]),
            frozenset(rumour["predicates"]),
        ),
    )


def _kind(data: dict[str, Any]) -> Kind:
    leaves: frozenset[Leaf] = frozenset(data.get("leaves", ()))
    return Kind(
        data["modality"], frozenset(data["predicates"]), leaves, data.get("before", False), _either(data["words"])
    )


def _either(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(words))
