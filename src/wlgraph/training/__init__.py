"""Training the recogniser; needs the extra ``train``. What torch brings is loaded only when training starts."""

from wlgraph.training.train import Trained, train

__all__ = ["Trained", "train"]
