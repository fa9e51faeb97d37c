"""A story told over a view: ordered steps, each with a text and the things to look at, from a small JSON file.

``{"title": "…", "steps": [{"title": "…", "text": "…", "show": ["泽国镇", "利欧"]}]}``; a thing is given by a name, an
alias, a code or an IRI.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from wlgraph.errors import SettingsError
from wlgraph.views.finding import find
from wlgraph.views.records import Content, Row


class Step(msgspec.Struct, forbid_unknown_fields=True):
    """One step as a person writes it."""

    text: str
    show: list[str] = []
    title: str = ""


class Story(msgspec.Struct, forbid_unknown_fields=True):
    """A story as a person writes it."""

    steps: list[Step]
    title: str = ""


class Scene(Row):
    """A step as the page tells it: its things by number."""

    text: str
    title: str = ""
    things: list[int] = msgspec.field(default_factory=list)


def read_story(path: Path) -> Story:
    """Read a story; raises SettingsError where the file is none."""
    try:
        story = msgspec.json.decode(path.read_bytes(), type=Story)
    except OSError as error:
        raise SettingsError(f"The story {path} cannot be read ({error}); give the path of a JSON file.") from error
    except msgspec.MsgspecError as error:
        raise SettingsError(
            f'{path} is no story: {error}; it needs {{"steps": [{{"text": …, "show": […]}}]}}.'
        ) from error
    if not story.steps:
        raise SettingsError(f"The story {path} has no steps; give at least one.")
    return story


def scenes(story: Story, content: Content) -> list[Scene]:
    """The steps with their things found; raises SettingsError where a name means nothing in the graph."""
    return [Scene(step.text, step.title, [find(content, name) for name in step.show]) for step in story.steps]
