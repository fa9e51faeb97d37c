"""Chinese numerals and time expressions, resolved to decimals and ISO periods."""

from wlgraph.times.expressions import Bound, TimeExpression, find_times, resolve_time
from wlgraph.times.numerals import Form, Numeral, find_numerals, parse_numeral, plain

__all__ = [
    "Bound",
    "Form",
    "Numeral",
    "TimeExpression",
    "find_numerals",
    "find_times",
    "parse_numeral",
    "plain",
    "resolve_time",
]
