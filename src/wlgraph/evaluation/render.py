"""A report on names as a table, as JSON and as a page for the browser."""

from __future__ import annotations

import msgspec
from jinja2 import Environment, PackageLoader

from wlgraph.evaluation.names import ALL, NamesReport


def as_text(report: NamesReport, *, errors: bool = False) -> str:
    """One line a class with precision, recall, F1, its interval and the counts."""
    lines = [f"{'class':<20}{'P':>7}{'R':>7}{'F1':>7}{'90 % interval':>17}{'right':>7}{'found':>7}{'wanted':>8}"]
    for name, s in report.scores.items():
        if s.found or s.wanted:
            interval = f"{s.low:.3f} to {s.high:.3f}"
            lines.append(
                f"{name:<20}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}{interval:>17}{s.right:7}{s.found:7}{s.wanted:8}"
            )
    if errors:
        lines += [f"{e.page}  {e.kind}  {e.name}  {e.wanted} > {e.found}  {e.sentence}" for e in report.errors]
    return "\n".join(lines)


def as_json(report: NamesReport) -> bytes:
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def as_html(report: NamesReport) -> str:
    """A page with the scores, the confusion of classes, and every error with its sentence."""
    environment = Environment(loader=PackageLoader("wlgraph.evaluation", "templates"), autoescape=True)
    found = sorted({leaf for row in report.confusion.values() for leaf in row})
    return environment.get_template("names.html").render(report=report, found=found, all=ALL)
