"""A corpus folder for a county: where its pages go, what the register holds of it, and what to do next."""

from wlgraph.starting.folder import Started, start_corpus
from wlgraph.starting.home import find_home

__all__ = ["Started", "find_home", "start_corpus"]
