"""The colour and the shape of each class, on the screen and in print."""

from __future__ import annotations

from wlgraph.model import GROUP_OF

COLOURS = {
    "Person": "#e58a4e",
    "Official": "#cf5228",
    "Organization": "#7d95b8",
    "Company": "#3d7cc9",
    "PublicBody": "#4a5fa5",
    "ResearchBody": "#4aa5d8",
    "Place": "#58a868",
    "AdministrativeArea": "#2f7d45",
    "Town": "#4c9f5c",
    "Village": "#86bd6a",
    "IndustrialPark": "#8fa23c",
    "Infrastructure": "#9aa889",
    "Programme": "#9a6fc4",
    "Policy": "#7a50ac",
    "Campaign": "#a765c9",
    "Recognition": "#c79a1e",
    "Platform": "#8579d9",
    "FinanceProduct": "#b48ad0",
    "Project": "#a0703a",
    "Industry": "#1d9a97",
    "Product": "#d0588f",
    "Event": "#7d8590",
    "Article": "#b9b4a6",
}
"""Legible on a light and on a dark ground; one hue for each top class."""

_SHAPES = {
    "Person": "dot",
    "Organization": "square",
    "Place": "triangle",
    "Programme": "diamond",
    "Project": "hexagon",
    "Industry": "star",
    "Product": "triangleDown",
    "Event": "hexagon",
}


OUTLINES = {
    "dot": "M8 2a6 6 0 1 0 .01 0z",
    "square": "M3 3h10v10h-10z",
    "triangle": "M8 2l6 11h-12z",
    "triangleDown": "M8 14l6-11h-12z",
    "diamond": "M8 1l6 7-6 7-6-7z",
    "hexagon": "M5 2.5h6l3 5.5-3 5.5h-6l-3-5.5z",
    "star": "M8 1l2 5h5l-4 3.300 1.500 5.200-4.500-3-4.500 3 1.500-5.200-4-3.300h5z",
}
"""The path of each shape in a square of 16 units."""


def colour_of(cls: str) -> str:
    """The colour of a leaf class."""
    return COLOURS.get(cls, "#888888")


def shape_of(cls: str) -> str:
    """The shape of a leaf class: that of its top class, by vis-network's name."""
    return _SHAPES.get(group_of(cls), "dot")


def outline_of(cls: str) -> str:
    """The path of a leaf class's shape in a square of 16 units."""
    return OUTLINES[shape_of(cls)]


def group_of(cls: str) -> str:
    """The top class of a leaf class."""
    leaves: dict[str, str] = {str(leaf): group for leaf, group in GROUP_OF.items()}
    return leaves.get(cls, cls)
