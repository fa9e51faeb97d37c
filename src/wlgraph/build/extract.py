"""A page's extraction: a pure function of its bytes, its sidecar and the settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from time import perf_counter

from msgspec.structs import replace

from wlgraph.claims import state_pages
from wlgraph.errors import PageError
from wlgraph.model import Naming, Reading, Record, Shard, Stating
from wlgraph.names import Namer, load_namer
from wlgraph.pages import read_page

BATCH = 16
"""Pages that the recogniser tags together."""
MOST_CHARACTERS = 200_000
"""The longest text that is one page; a newspaper page has about 10,000 characters."""


class Extracted(Record, frozen=True, kw_only=True):
    """A page's shard, or the sentence that says why there is none."""

    path: str
    shard: Shard | None = None
    reason: str = ""


class Stopwatch:
    """Seconds spent by stage, summed over pages: by the clock, and of the processor, ended child processes included."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}
        self._since, self._busy = perf_counter(), _processor()

    def lap(self, stage: str) -> None:
        """Book the time since the last lap under ``stage``."""
        now, busy = perf_counter(), _processor()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self.processor[stage] = self.processor.get(stage, 0.0) + busy - self._busy
        self._since, self._busy = now, busy

    def add(self, seconds: dict[str, float], processor: dict[str, float]) -> None:
        """Book what another process took by stage since the last lap; what is left of that time was its start."""
        self.lap("start")
        for booked, told in ((self.seconds, seconds), (self.processor, processor)):
            booked["start"] -= sum(told.values())
            for stage, time in told.items():
                booked[stage] = booked.get(stage, 0.0) + time


def _processor() -> float:
    return sum(os.times()[:4])


@cache
def shared_namer() -> Namer:
    """One namer a process: loading the model takes longer than a page."""
    return load_namer()


def extract(pages: Iterable[tuple[Path, str]], home: str, stopwatch: Stopwatch | None = None) -> Iterator[Extracted]:
    """Extract pages given as (path, shard key), in their order; one that cannot be read yields its reason."""
    watch = stopwatch or Stopwatch()
    waiting = iter(pages)
    while batch := list(islice(waiting, BATCH)):
        yield from _extract_batch(batch, home, watch)


def _extract_batch(batch: list[tuple[Path, str]], home: str, watch: Stopwatch) -> Iterator[Extracted]:
    watch.lap("wait")
    readings: dict[str, Reading] = {}
    reasons: dict[str, str] = {}
    for path, _ in batch:
        try:
            readings[str(path)] = _read(path, home)
        except PageError as error:
            reasons[str(path)] = str(error)
        except Exception as error:
            reasons[str(path)] = _fault(str(path), error)
    watch.lap("read")
    namer = shared_namer()
    watch.lap("load")
    namings = _name(namer, readings, reasons)
    watch.lap("name")
    statings = _state(readings, namings, reasons)
    watch.lap("state")
    for path, key in batch:
        place = str(path)
        if place in reasons:
            yield Extracted(path=place, reason=reasons[place])
        else:
            shard = shard_of(key, readings[place], namings[place], statings[place])
            yield Extracted(path=place, shard=shard)


def shard_of(key: str, reading: Reading, naming: Naming, stating: Stating) -> Shard:
    """The shard of a page; what only its statements imply joins its names."""
    naming = replace(
        naming,
        referents=(*naming.referents, *stating.implied),
        mentions=(*naming.mentions, *stating.references),
    )
    return Shard(key=key, reading=reading, naming=naming, stating=stating)


def _read(path: Path, home: str) -> Reading:
    reading = read_page(path, home=home)
    if len(reading.page.text) > MOST_CHARACTERS:
        raise PageError(f"{path} holds more than {MOST_CHARACTERS} characters; split it into one file a page.")
    return reading


def _name(namer: Namer, readings: dict[str, Reading], reasons: dict[str, str]) -> dict[str, Naming]:
    """The namings of all readings; where naming them together fails, one by one, with the reason for what fails."""
    try:
        return dict(zip(readings, namer.name(list(readings.values())), strict=True))
    except Exception:  # a fault with one page must not cost the others
        namings: dict[str, Naming] = {}
        for place, reading in readings.items():
            try:
                (namings[place],) = namer.name([reading])
            except Exception as error:
                reasons[place] = _fault(place, error)
        return namings


def _state(readings: dict[str, Reading], namings: dict[str, Naming], reasons: dict[str, str]) -> dict[str, Stating]:
    """What all named pages state; where stating it together fails, one by one, with the reason for what fails."""
    try:
        return dict(zip(namings, state_pages([(readings[p], n) for p, n in namings.items()]), strict=True))
    except Exception:  # a fault with one page must not cost the others
        statings: dict[str, Stating] = {}
        for place, naming in namings.items():
            try:
                (statings[place],) = state_pages([(readings[place], naming)])
            except Exception as error:
                reasons[place] = _fault(place, error)
        return statings


def _fault(place: str, error: Exception) -> str:
    kind = type(error).__name__
    return f"{place} cannot be extracted because of a fault in wlgraph ({kind}: {error}); report it with the page."
