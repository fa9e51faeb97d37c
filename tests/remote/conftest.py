"""The small corpus as fixtures for this folder."""

from tests.graph.corpus import folder, resolution, shard

__all__ = ["folder", "resolution", "shard"]
