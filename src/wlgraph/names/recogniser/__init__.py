"""The recogniser: a small neural network that proposes typed names in Chinese newspaper text."""

from wlgraph.names.recogniser.recogniser import Recogniser, load_recogniser

__all__ = ["Recogniser", "load_recogniser"]
