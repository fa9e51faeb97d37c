"""How the package's models run: ONNX Runtime on the processor, by default on one thread, so that answers never vary."""

from __future__ import annotations

import onnxruntime


def session(model: bytes, *, threads: int = 1) -> onnxruntime.InferenceSession:
    """A session for an ONNX model; ONNX Runtime's own errors, which share no public class, leave it as they are."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
