"""Replace a set of files and folders as one: every name means the old content until one step, then the new.

A folder holds plain files before and after. To replace them, each name first becomes a symbolic link through ``now``,
which leads to the old content; then ``now`` is pointed at the new content by one rename, which is the moment of change
for all names; then each link becomes the plain new file. Whoever opens a name at any time, also after the process was
killed, finds the content of the generation that ``now`` means, and ``settle`` makes the names plain again.

    DIR/graph.ttl -> .swap/now/graph.ttl        DIR/.swap/now -> old, then new        DIR/.swap/{old,new}/
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from wlgraph.build.exchange import exchange

SWAP, OLD, NEW, NOW = ".swap", "old", "new", "now"
_WITHOUT_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})
"""What a file system answers that knows no links (exFAT); there the outputs are replaced one after another."""


class Swap:
    """The generations of the outputs in one folder; the caller holds the folder's lock."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        """``names`` are all outputs that the folder may hold, files or folders."""
        self._folder = folder
        self._place = folder / SWAP
        self._names = tuple(names)
        self.new = self._place / NEW

    def begin(self) -> Path:
        """Settle what an interrupted run left, and return an empty folder for the new outputs."""
        self.settle()
        self.new.mkdir(parents=True)
        return self.new

    def swap_in(self) -> None:
        """Make the content of ``new`` the outputs: what it lacks goes, too. Where that fails, the old outputs stay."""
        _to_disk(self.new)
        try:
            self._lead_to_old()
            self._turn()
        except OSError as error:
            if error.errno not in _WITHOUT_LINKS:
                raise
            self._replace_each()
        finally:
            self.settle()

    def settle(self) -> None:
        """Make every name plain again, with the content that it has, and remove the other generation."""
        if not self._place.is_dir():
            return
        for name in self._names:
            self._make_plain(name)
        shutil.rmtree(self._place)

    def _lead_to_old(self) -> None:
        old, now = self._place / OLD, self._place / NOW
        old.mkdir()
        now.symlink_to(OLD)
        for name in self._names:
            path, kept = self._folder / name, old / name
            if path.is_dir():
                kept.symlink_to(self._through_now(name))
                exchange(path, kept)
                continue
            if path.is_symlink():
                kept.symlink_to(path.resolve())
            elif path.exists():
                os.link(path, kept)
            link = self._place / name
            link.symlink_to(self._through_now(name))
            link.replace(path)

    def _turn(self) -> None:
        turned = self._place / f"{NOW}.{NEW}"
        turned.symlink_to(NEW)
        turned.replace(self._place / NOW)

    def _replace_each(self) -> None:
        for name in self._names:
            self._make_plain(name)
            path, content = self._folder / name, self.new / name
            if path.is_dir():
                path.replace(self._place / f"{name}.{OLD}")
            if content.exists():
                content.replace(path)
            else:
                path.unlink(missing_ok=True)

    def _make_plain(self, name: str) -> None:
        path = self._folder / name
        if not (path.is_symlink() and path.readlink() == self._through_now(name)):
            return
        content = self._place / (self._place / NOW).readlink() / name
        if content.is_dir():
            exchange(content, path)
        elif content.exists():
            content.replace(path)
        else:
            path.unlink()

    def _through_now(self, name: str) -> Path:
        return Path(SWAP, NOW, name)


def _to_disk(folder: Path) -> None:
    """Wait until the content is on the disk, so that a power cut finds the old outputs or the new ones."""
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
