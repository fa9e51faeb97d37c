"""What public registers hold: the divisions of China with their codes, countries, surnames, sectors of industry."""

from wlgraph.registers.divisions import (
    Division,
    Level,
    area_beginnings,
    area_ends,
    area_within,
    areas,
    counties,
    division,
    find,
    home_area,
    parents,
    prefectures,
    provinces,
    short_name,
    towns,
    villages,
)
from wlgraph.registers.lists import countries, sectors, surnames

__all__ = [
    "Division", "Level", "area_beginnings", "area_ends", "area_within", "areas", "counties", "countries", "division", "find",
    "home_area", "parents", "prefectures", "provinces", "sectors", "short_name", "surnames", "towns", "villages",
]  # fmt: skip
