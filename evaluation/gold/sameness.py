#!/usr/bin/env python3
"""How often one thing became two entities, and two things one.

usage: sameness.py PAGES_DIR [--command wlgraph] [--list]

PAGES_DIR holds NAME.txt with NAME.json (gold) and NAME.meta.json (sidecar); each page is built by itself. Of the found
entities that match a gold one: a double is a further entity under a name of a gold entity that is matched already; an
over-merged one has, in its group of classes, the name of more than one gold entity that no other gold entity has.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from score import GROUP_OF, is_register_only, match_entities, norm, read_graph


class Sameness(NamedTuple):
    """The matched entities of a page, and the names of those that are doubles or over-merged."""

    matched: int
    doubles: list[str]
    merged: list[str]


def sameness(graph: Path, gold: Path) -> Sameness:
    """Compare a page's Turtle with its gold file."""
    wanted = json.loads(gold.read_text("utf-8"))
    triples, entities = read_graph(graph)
    found = {iri: e for iri, e in entities.items() if not is_register_only(triples, iri)}
    matched, _, doubles = match_entities(found, wanted)
    names = {e["id"]: {norm(n) for n in (e["name"], *e.get("aliases", ()))} for e in wanted["entities"]}
    group = {e["id"]: GROUP_OF[e["type"]] for e in wanted["entities"]}
    bearers = Counter(name for some in names.values() for name in some)
    merged = []
    for e in found.values():
        mine = {*e["pref"], *e["alt"]}
        held = [i for i in names if group[i] == GROUP_OF[e["leaf"]] and any(bearers[n] == 1 for n in names[i] & mine)]
        if len(held) > 1:
            merged.append("/".join(sorted(mine)))
    return Sameness(len(matched), ["/".join((*found[i]["pref"], *found[i]["alt"])) for i in doubles], merged)


def main() -> None:
    """Print one line a page and the shares over all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--command", default="wlgraph", help="the build command, before `build PAGE --out DIR`")
    parser.add_argument("--list", action="store_true", help="name the entities")
    args = parser.parse_args()
    total = Sameness(0, [], [])
    for page in sorted(args.pages.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([*args.command.split(), "build", str(page), "--out", folder, "--quiet"], check=True)
            here = sameness(Path(folder) / "graph.ttl", page.with_suffix(".json"))
        print(f"{page.stem[:22]:22} matched {here.matched:4}  doubles {len(here.doubles):2}  merged {len(here.merged):2}")
        if args.list:
            print(*(f"  double  {name}" for name in here.doubles), *(f"  merged  {name}" for name in here.merged), sep="\n")
        total = Sameness(total.matched + here.matched, total.doubles + here.doubles, total.merged + here.merged)
    shares = (len(names) / max(1, total.matched) for names in (total.doubles, total.merged))
    print("of {} matched: doubles {:.1%}, over-merged {:.1%}".format(total.matched, *shares))


if __name__ == "__main__":
    main()
