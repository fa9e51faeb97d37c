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


def colour_of(cls: str) -> str:
    """The colour of a leaf class."""
    return COLOURS.get(cls, "#888888")


def shape_of(cls: str) -> str:
    """The shape of a leaf class: that of its top class, by vis-network's name."""
    return _SHAPES.get(group_of(cls), "dot")


def group_of(cls: str) -> str:
    """The top class of a leaf class."""
    leaves: dict[str, str] = {str(leaf): group for leaf, group in GROUP_OF.items()}
    return leaves.get(cls, cls)
