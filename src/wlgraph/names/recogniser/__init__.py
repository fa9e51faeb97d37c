"""The recogniser: a small neural network that proposes typed names in Chinese newspaper text."""

from wlgraph.names.recogniser.recogniser import STATE_WIDTH, Recogniser, States, load_recogniser, shipped_model

__all__ = ["STATE_WIDTH", "Recogniser", "States", "load_recogniser", "shipped_model"]
