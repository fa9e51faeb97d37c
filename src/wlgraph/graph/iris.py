"""IRIs of pages, articles, signers and statements. Those of entities come with the resolution."""

from __future__ import annotations

import hashlib

from pyoxigraph import NamedNode

from wlgraph.graph.terms import DEFAULT_BASE, path_segment


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for the parts' content."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


class Minter:
    """Mints the IRIs of everything that is no entity, below one base."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base

    def page(self, page: str) -> NamedNode:
        return NamedNode(f"{self.base}page/{path_segment(page)}")

    def article(self, page: str, article: str) -> NamedNode:
        return NamedNode(f"{self.page(page).value}/{path_segment(article)}")

    def signer(self, publication: str, name: str) -> NamedNode:
        """A person who signs articles of a publication; the same name in the same paper is the same signer."""
        return NamedNode(f"{self.base}signer/{path_segment(publication)}/{path_segment(name)}")

    def statement(self, kind: str, *content: object) -> NamedNode:
        """A claim, evidence, observation or co-mention: its IRI comes from its content."""
        return NamedNode(f"{self.base}{kind}/{digest(*content)}")
