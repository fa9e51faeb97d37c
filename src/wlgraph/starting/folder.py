"""Write a corpus folder."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

import jinja2

from wlgraph.arguments import checked_path, checked_text
from wlgraph.errors import OutputError
from wlgraph.model import Record
from wlgraph.registers import Division, counties, towns, villages
from wlgraph.starting.home import find_home, full_name, home_name

README, REGISTER, TEMPLATE = "README.md", "register.csv", "NAME.meta.json"
PAGES = "pages"


class Started(Record, frozen=True, kw_only=True):
    """What was set up: the folder, the area's name for a build, its code, how many towns and villages it has."""

    folder: str
    home: str
    code: str
    towns: int
    villages: int


def start_corpus(folder: str | Path, home: str, *, publication: str = "") -> Started:
    """Set up a corpus folder for a county: ``pages/`` with a sidecar to copy, the register's extract, a README.

    ``home`` is the county's name or code, ``publication`` the newspaper's name, left open where not given. Raises SettingsError where the register
    does not know the home, OutputError where a file is there already or cannot be written; nothing is overwritten.
    """
    root, area = checked_path("folder", folder), find_home(checked_text("home", home))
    checked_text("publication", publication, blank=True)
    places = (*counties(area.code), *towns(area.code), *villages(area.code))
    started = Started(
        folder=str(root),
        home=home_name(area),
        code=area.code,
        towns=sum(place.level == "town" for place in places),
        villages=sum(place.level == "village" for place in places),
    )
    _refuse_what_is_there(root)
    try:
        (root / PAGES).mkdir(parents=True, exist_ok=True)
        _write_register(root / REGISTER, (area, *(place for place in places if place.code != area.code)))
        (root / PAGES / TEMPLATE).write_text(_sidecar(started.home, publication), "utf-8")
        (root / README).write_text(_readme(started, full_name(area), publication), "utf-8")
    except OSError as error:
        raise OutputError(f"{root} cannot be written ({error}); free some space or choose another folder.") from error
    return started


def _refuse_what_is_there(root: Path) -> None:
    if taken := [path for path in (root / README, root / REGISTER, root / PAGES / TEMPLATE) if path.exists()]:
        raise OutputError(f"{taken[0]} is there already; choose another folder, since nothing is overwritten.")


def _write_register(path: Path, places: tuple[Division, ...]) -> None:
    """UTF-8 with a byte-order mark, so that a spreadsheet shows the names."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("code", "name", "level", "parent_code"))
        rows.writerows((place.code, place.name, place.level, place.parent_code) for place in places)


def _sidecar(home: str, publication: str) -> str:
    known = {"publication": publication, "home": home, "date": "2024-03-11", "date_source": "printed", "page": "1"}
    return json.dumps(known, ensure_ascii=False, indent=2) + "\n"


def _readme(started: Started, full: str, publication: str) -> str:
    source = (files(__package__) / "readme.md.jinja").read_text("utf-8")
    template = jinja2.Template(source, keep_trailing_newline=True, undefined=jinja2.StrictUndefined)
    text: str = template.render(started=started, full_name=full, publication=publication)
    return text
