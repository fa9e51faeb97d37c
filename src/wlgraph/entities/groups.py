"""Sets of things that are one, with pairs that must stay apart."""

from __future__ import annotations


class Groups:
    """Union-find over the numbers 0 to size-1 that refuses a union which a forbidden pair stands against."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._size = [1] * size
        self._apart: dict[int, set[int]] = {}

    def root(self, i: int) -> int:
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def forbid(self, a: int, b: int) -> bool:
        """Keep two apart from now on; False where they are one already."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return False
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)
        return True

    def forbidden(self, a: int, b: int) -> bool:
        a, b = self.root(a), self.root(b)
        return b in self._apart.get(a, ())

    def join(self, a: int, b: int) -> bool:
        """Make two one; False where a forbidden pair stands against it."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if self.forbidden(a, b):
            return False
        if (self._size[a], -a) < (self._size[b], -b):
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size[b]
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart.setdefault(a, set()).add(other)
        return True
