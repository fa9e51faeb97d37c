"""Tell an endpoint's address from a file."""

from __future__ import annotations


def is_url(location: str) -> bool:
    """Whether a location is an endpoint's address rather than a file."""
    return location.startswith(("http://", "https://"))
