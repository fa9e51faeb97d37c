"""Pictures of pages, by RapidOCR's models on ONNX Runtime (in the wheel, nothing is fetched)."""

from __future__ import annotations

from pathlib import Path

from rapidocr_onnxruntime import RapidOCR

from wlgraph.pages.formats.flow import Box, page_text

LEAST_CONFIDENCE = 0.5


def text_of(path: Path) -> str:
    """The text that is recognised on a picture, column by column."""
    found, _ = RapidOCR(intra_op_num_threads=1)(str(path))
    boxes = []
    for corners, text, confidence in found or ():
        if float(confidence) < LEAST_CONFIDENCE:
            continue
        xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
        boxes.append(Box(min(xs), min(ys), max(xs), max(ys), text, max(ys) - min(ys)))
    return page_text(boxes)
