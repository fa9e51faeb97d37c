"""The area that a corpus is about, by name or code."""

from __future__ import annotations

from wlgraph.errors import SettingsError
from wlgraph.registers import Division, area_within, areas, division, home_area, parents

_AREAS = ("county", "prefecture")


def find_home(wanted: str) -> Division:
    """The county, or the prefecture without counties of its own, with this name (桐乡市, 桐乡, 长春市朝阳区) or code (330483).

    Raises SettingsError where the register has none, or several: then it names them with their codes.
    """
    known = division(wanted) if wanted.isdigit() else None
    chained = area_within(wanted)
    known = known or (chained if chained and not areas(wanted) else None)
    found = [known] if known else [area for area in areas(wanted) if area.level in _AREAS]
    if not found or found[0].level not in _AREAS:
        raise SettingsError(
            f"The register has no county or city '{wanted}'; give its full name, such as 桐乡市, or its code, such as 330483."
        )
    if len(found) > 1:
        listed = ", ".join(f"{area.code} ({full_name(area)})" for area in found)
        raise SettingsError(f"Several areas are called '{wanted}'; give the code of one: {listed}.")
    return found[0]


def full_name(area: Division) -> str:
    """The name with those of the divisions that hold it: 浙江省嘉兴市桐乡市."""
    return "".join(part.name for part in (*reversed(parents(area.code)), area))


def home_name(area: Division) -> str:
    """The shortest name by which a build knows the area: its own, else behind the name of one that holds it."""
    names = [area.name, *(outer.name + area.name for outer in parents(area.code))]
    return next((name for name in names if home_area(name) == area), area.name)
