"""Make the table of characters that look alike, by drawing all common ones in one font and comparing the pictures.

usage: python -m wlgraph.entities.make_shapes FONT OUT

Needs Pillow, which the package itself does not. ``lexicon/shapes.txt`` was made with WenQuanYi Micro Hei.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

SIDE = 32
ALIKE = 0.7
"""Correlation of two blurred pictures from which two characters count as alike (风凤, 研砚, 泵泉)."""
MOST = 8
COMMON = 3755
"""GB 2312 begins with its 3755 most common characters; a slip gives one of these."""


def common_characters() -> list[str]:
    """The characters of GB 2312, which the names in newspapers are written in."""
    pairs = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [c for pair in pairs if len(c := pair.decode("gb2312", "ignore")) == 1]


def pictures(characters: list[str], font: Path) -> Any:
    """One row a character: its picture, blurred, with mean 0 and length 1."""
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    face = ImageFont.truetype(str(font), SIDE - 2)
    rows = []
    for character in characters:
        picture = Image.new("L", (SIDE, SIDE))
        ImageDraw.Draw(picture).text((1, -3), character, fill=255, font=face)
        blurred = np.asarray(picture.filter(ImageFilter.GaussianBlur(1.2)), dtype=np.float32).ravel()
        centred = blurred - blurred.mean()
        rows.append(centred / (np.linalg.norm(centred) or 1))
    return np.stack(rows)


def main(font: Path, out: Path) -> None:
    characters = common_characters()
    rows = pictures(characters, font)
    likeness = rows @ rows.T
    np.fill_diagonal(likeness, 0)
    lines = ["# Characters that look alike: each line a character and those like it, most alike first.\n"]
    lines.append(
        "# Made by wlgraph.entities.make_shapes from pictures of GB 2312's characters in WenQuanYi Micro Hei. CC0.\n"
    )
    for i, character in enumerate(characters):
        nearest = [j for j in np.argsort(-likeness[i, :COMMON], kind="stable")[:MOST] if likeness[i, j] >= ALIKE]
        if nearest:
            lines.append(character + "".join(characters[j] for j in nearest) + "\n")
    out.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
