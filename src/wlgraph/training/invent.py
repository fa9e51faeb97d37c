"""Names that no page holds, so that the recogniser learns how names look and not which ones there are.

Places come from the registers, persons and companies are put together from usual parts.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from importlib.resources import files

from wlgraph import registers
from wlgraph.model import Leaf
from wlgraph.registers import Division

Inventor = Callable[[random.Random], str]


class Inventory:
    """The parts of invented names, and an inventor for each class that has one."""

    def __init__(self) -> None:
        self._parts = tomllib.loads((files(__package__) / "inventing.toml").read_text("utf-8"))
        self._surnames = sorted(registers.surnames())
        self._counties = registers.counties()
        self._areas = (*self._counties, *registers.prefectures(), *registers.provinces())
        self._countries = sorted(registers.countries())
        self.inventors: dict[Leaf, Inventor] = {
            "Person": self.person,
            "Official": self.person,
            "Company": self.company,
            "AdministrativeArea": self.area,
            "Town": self.town,
            "Village": self.village,
        }

    def person(self, rng: random.Random) -> str:
        given = "".join(rng.choices(self._parts["given"], k=2 if rng.random() < 0.8 else 1))
        surnames = self._surnames if rng.random() < 0.25 else self._parts["usual_surnames"]
        return str(rng.choice(surnames)) + given

    def company(self, rng: random.Random) -> str:
        parts = self._parts
        place = _brief(rng.choice(self._areas), rng, 0.6)
        if rng.random() < 0.15:
            bank, branch = rng.choice(parts["bank"]), rng.choice(parts["branch"])
            return f"{bank}{place}{branch}" if branch and rng.random() < 0.5 else f"{place}{bank}"
        core = "".join(rng.choices(parts["core"], k=2 if rng.random() < 0.8 else 3))
        industry = rng.choice(parts["industry"])
        shape = rng.random()
        if shape < 0.45:
            return f"{place}{core}{industry}{rng.choice(parts['legal'])}"
        if shape < 0.6:
            return f"{core}{industry}{rng.choice(parts['legal'])}"
        return f"{core}{industry}" if shape < 0.8 else core

    def area(self, rng: random.Random) -> str:
        if rng.random() < 0.1:
            return rng.choice(self._countries)
        return _brief(rng.choice(self._areas), rng, 0.4)

    def town(self, rng: random.Random) -> str:
        towns = registers.towns(rng.choice(self._counties).code)
        return _brief(rng.choice(towns), rng, 0.15) if towns else "城关镇"

    def village(self, rng: random.Random) -> str:
        for _ in range(20):
            towns = registers.towns(rng.choice(self._counties).code)
            villages = registers.villages(rng.choice(towns).code) if towns else ()
            names = [v.name.removesuffix("委会").removesuffix("居委会").removesuffix("民") for v in villages]
            names = [n for n in names if n.endswith(("村", "社区"))]
            if names:
                return rng.choice(names)
        return "上街村"


def _brief(division: Division, rng: random.Random, rate: float) -> str:
    return division.short_name if rng.random() < rate else division.name
