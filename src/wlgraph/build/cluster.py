"""A Dask cluster that extracts: any machines that see the pages under the same path and run the same versions.

A worker that dies loses nothing: the scheduler hands its batch to another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from wlgraph.errors import OutputError, SettingsError

SECONDS_TO_CONNECT = 20


@contextmanager
def dask_executor(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """An executor over the workers of the scheduler at this address, and how many threads they have.

    Raises SettingsError where the extra is missing or no scheduler answers.
    """
    if not scheduler:
        raise SettingsError("The engine dask needs a scheduler; give its address as --scheduler tcp://HOST:8786.")
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise SettingsError(
            "The engine dask needs further packages; install them with: pip install 'wlgraph[cluster]'."
        ) from None
    connect: Any = Client
    try:
        client = connect(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"No Dask scheduler answers at {scheduler} ({error}); start one with 'dask scheduler' and check the address."
        ) from error
    try:
        with client, client.get_executor(pure=False) as executor:
            yield executor, sum(client.nthreads().values()) or 1
    except KilledWorker as error:
        raise OutputError(
            f"Workers of the cluster died again and again on the same pages ({error}); what was extracted is kept: look "
            "at their memory, then build again."
        ) from error
