"""The answer to a query as a data frame of pandas or Polars, where they are installed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wlgraph.errors import SettingsError
from wlgraph.graph.query import Table

if TYPE_CHECKING:
    import pandas
    import polars


def to_pandas(table: Table) -> pandas.DataFrame:
    """The rows as a pandas frame, decimals as floats; raises SettingsError where pandas is missing."""
    try:
        import pandas
    except ImportError:
        raise SettingsError("This needs pandas; install it with: pip install 'wlgraph[frames]'.") from None
    return pandas.DataFrame(_columns(table))


def to_polars(table: Table) -> polars.DataFrame:
    """The rows as a Polars frame, decimals as floats; raises SettingsError where Polars is missing."""
    try:
        import polars
    except ImportError:
        raise SettingsError("This needs Polars; install it with: pip install 'wlgraph[frames]'.") from None
    return polars.DataFrame(_columns(table))


def _columns(table: Table) -> dict[str, list[Any]]:
    return {name: _one_kind([row[i] for row in table.rows]) for i, name in enumerate(table.columns)}


def _one_kind(values: list[Any]) -> list[Any]:
    """Values of one kind, as frames want them: whole numbers or floats stay, a mixed column becomes text."""
    kinds = {type(value) for value in values} - {type(None)}
    if len(kinds) <= 1 and Decimal not in kinds:
        return values
    convert = float if kinds <= {int, float, Decimal} else str
    return [None if value is None else convert(value) for value in values]
