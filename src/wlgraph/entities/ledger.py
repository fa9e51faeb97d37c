"""The ledger of minted IRIs: what was named once keeps its name."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from wlgraph.errors import OutputError, SettingsError
from wlgraph.model import GROUP_OF, Leaf, Record


class Minted(Record, frozen=True, kw_only=True):
    """One minted IRI: the thing's first full name, its class then, and the page where it was first seen."""

    iri: str
    leaf: Leaf
    name: str
    page: str = ""


class Ledger:
    """All minted IRIs, in the order of minting. Resolution reads it and adds to it; nothing is ever taken out."""

    def __init__(self, minted: Iterable[Minted] = ()) -> None:
        self._minted: list[Minted] = []
        self._by_iri: dict[str, int] = {}
        self._by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for entry in minted:
            self._add(entry)

    @classmethod
    def load(cls, path: Path) -> Ledger:
        """The ledger in this file of JSON lines; an empty one where there is no such file.

        Raises SettingsError where a line is not a minted IRI.
        """
        if not path.exists():
            return cls()
        try:
            lines = path.read_bytes().splitlines()
            return cls(msgspec.json.decode(line, type=Minted) for line in lines if line.strip())
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"The ledger {path} is damaged ({error}); restore it from a copy.") from error

    def save(self, path: Path) -> None:
        """Write the ledger as JSON lines, replacing the file in one step. Raises OutputError where that fails."""
        draft = path.with_name(path.name + ".part")
        try:
            draft.write_bytes(b"".join(msgspec.json.encode(m) + b"\n" for m in self._minted))
            draft.replace(path)
        except OSError as error:
            raise OutputError(
                f"The ledger {path} cannot be written ({error}); free the folder and build again."
            ) from error

    def __iter__(self) -> Iterator[Minted]:
        return iter(self._minted)

    def __len__(self) -> int:
        return len(self._minted)

    def order(self, iri: str) -> int:
        """The place of an IRI in the order of minting."""
        return self._by_iri[iri]

    def find(self, iri: str) -> Minted | None:
        number = self._by_iri.get(iri)
        return None if number is None else self._minted[number]

    def named(self, leaf: Leaf, name: str) -> list[Minted]:
        """What was minted under this name for a thing of the class's group, oldest first."""
        return [self._minted[i] for i in self._by_name.get((GROUP_OF[leaf], name), ())]

    def mint(self, base: str, leaf: Leaf, name: str, page: str) -> Minted:
        """A new IRI: class, name and a hash of both; of namesakes the later ones have the page in the hash too."""
        for salt in chain(("", page), (f"{page}#{n}" for n in range(2, 1000))):
            entry = Minted(iri=iri_of(base, leaf, name, salt), leaf=leaf, name=name, page=page)
            if entry.iri not in self._by_iri:
                self._add(entry)
                return entry
        raise SettingsError(f"A thousand things named {name} on one page; check the page {page}.")

    def _add(self, entry: Minted) -> None:
        if entry.iri not in self._by_iri:
            self._by_iri[entry.iri] = len(self._minted)
            self._by_name[GROUP_OF[entry.leaf], entry.name].append(len(self._minted))
            self._minted.append(entry)


def iri_of(base: str, leaf: Leaf, name: str, salt: str = "") -> str:
    """``BASE organization/利欧集团-1f3a5c7e``: letters and digits of the name as they are, and eight digits of a hash.

    The path names the group, not the class, since a class may be corrected later and an IRI may not.
    """
    group = GROUP_OF[leaf]
    digest = hashlib.sha256(f"{group}|{name}|{salt}".encode()).hexdigest()[:8]
    readable = "".join(c for c in name if c.isalnum())[:40]
    return f"{base}{group.lower()}/{readable}-{digest}" if readable else f"{base}{group.lower()}/{digest}"
