"""Fitted ensembles of trees as ONNX graphs, whichever library fitted them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import onnx
from onnx import TensorProto, helper


class Node(NamedTuple):
    """A node of a tree: an inner one goes left where its feature is at most the threshold; a leaf has a value."""

    feature: int = 0
    threshold: float = 0.0
    left: int = 0
    right: int = 0
    value: float | None = None


class Ensemble(NamedTuple):
    """Trees whose leaves' values are summed, and what is added to the sum."""

    trees: Sequence[Sequence[Node]]
    base: float = 0.0


def from_lightgbm(booster: Any) -> Ensemble:
    """The trees of a LightGBM booster."""
    return Ensemble([_nested(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]])


def _nested(root: Mapping[str, Any]) -> list[Node]:
    nodes: list[Node] = []

    def walk(node: Mapping[str, Any]) -> int:
        place = len(nodes)
        nodes.append(Node(value=node.get("leaf_value")))
        if "leaf_value" not in node:
            left, right = walk(node["left_child"]), walk(node["right_child"])
            nodes[place] = Node(node["split_feature"], node["threshold"], left, right)
        return place

    walk(root)
    return nodes


def from_sklearn(model: Any) -> Ensemble:
    """The trees of a histogram gradient boosting classifier of two classes; their sum is its log-odds."""
    trees = [list(_flat(stage[0].nodes)) for stage in model._predictors]
    return Ensemble(trees, float(model._baseline_prediction.ravel()[0]))


def _flat(nodes: Any) -> Iterator[Node]:
    for n in nodes:
        if n["is_leaf"]:
            yield Node(value=float(n["value"]))
        else:
            yield Node(int(n["feature_idx"]), float(n["num_threshold"]), int(n["left"]), int(n["right"]))


def to_onnx(ensembles: Mapping[str, Ensemble], width: int) -> bytes:
    """One graph with an input ``in_NAME`` of so many columns and an output ``NAME`` (the sum) for every ensemble."""
    nodes = [_operator(name, ensemble) for name, ensemble in ensembles.items()]
    inputs = [helper.make_tensor_value_info(f"in_{name}", TensorProto.FLOAT, [None, width]) for name in ensembles]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, 1]) for name in ensembles]
    graph = helper.make_graph(nodes, "trees", inputs, outputs)
    opset = [helper.make_opsetid("", 15), helper.make_opsetid("ai.onnx.ml", 3)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _operator(name: str, ensemble: Ensemble) -> Any:
    placed = [(t, n, node) for t, tree in enumerate(ensemble.trees) for n, node in enumerate(tree)]
    leaves = [(t, n, node.value) for t, n, node in placed if node.value is not None]
    return helper.make_node(
        "TreeEnsembleRegressor",
        [f"in_{name}"],
        [name],
        domain="ai.onnx.ml",
        n_targets=1,
        base_values=[ensemble.base],
        nodes_treeids=[t for t, _, _ in placed],
        nodes_nodeids=[n for _, n, _ in placed],
        nodes_featureids=[node.feature for _, _, node in placed],
        nodes_values=[node.threshold for _, _, node in placed],
        nodes_modes=["BRANCH_LEQ" if node.value is None else "LEAF" for _, _, node in placed],
        nodes_truenodeids=[node.left for _, _, node in placed],
        nodes_falsenodeids=[node.right for _, _, node in placed],
        target_treeids=[t for t, _, _ in leaves],
        target_nodeids=[n for _, n, _ in leaves],
        target_ids=[0] * len(leaves),
        target_weights=[value for _, _, value in leaves],
    )
