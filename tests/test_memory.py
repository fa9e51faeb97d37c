"""Memory goes back to the system, on any system."""

from __future__ import annotations

import ctypes
import gc

import psutil
import pytest

from wlgraph.memory import give_back

MB = 1 << 20


def resident() -> float:
    return float(psutil.Process().memory_info().rss) / MB


def rings(number: int) -> None:
    """Leave garbage that only the collector finds."""
    for i in range(number):
        ring: list[object] = [f"{i:600}"]
        ring.append(ring)


def test_garbage_goes_back_to_the_system() -> None:
    gc.disable()
    try:
        before = resident()
        rings(200_000)
        assert resident() > before + 100
        give_back()
        assert resident() < before + 50
    finally:
        gc.enable()


@pytest.mark.parametrize("error", [OSError, TypeError, AttributeError])
def test_a_system_without_the_call_needs_none(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def missing(_name: object) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", missing)
    give_back()
