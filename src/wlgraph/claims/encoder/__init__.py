"""A small recurrent network that reads an article with names and quantities folded, for relations and figures alike."""

from wlgraph.claims.encoder.encoder import Encoder, load_encoder, numbering
from wlgraph.claims.encoder.questions import Answers, Asked, PairRows, PeriodRows, SubjectRows
from wlgraph.claims.encoder.tokens import Mark, Tokens, fold

__all__ = [
    "Answers",
    "Asked",
    "Encoder",
    "Mark",
    "PairRows",
    "PeriodRows",
    "SubjectRows",
    "Tokens",
    "fold",
    "load_encoder",
    "numbering",
]
