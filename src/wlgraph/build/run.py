"""One build: extract what is new, resolve, write the products aside, and swap them in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from filelock import Timeout

from wlgraph.arguments import checked_path
from wlgraph.build.engines import Engine, EngineName, run_engine
from wlgraph.build.extract import Stopwatch
from wlgraph.build.fingerprint import shard_key
from wlgraph.build.folder import held
from wlgraph.build.inputs import find_pages
from wlgraph.build.joining import Joining, join_corpus
from wlgraph.build.products import Products
from wlgraph.build.replay import JUDGEMENTS
from wlgraph.build.report import BuildReport, SkippedPage
from wlgraph.build.settings import checked_base, checked_engine, checked_home, checked_judgements, checked_pages
from wlgraph.build.shards import SHARDS, ShardFolder, StoredShards
from wlgraph.entities import Judgement, read_judgements
from wlgraph.errors import OutputError, PageError
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.memory import give_back

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""


def build(
    paths: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    home: str = "温岭市",
    judgements: str | Path | None = None,
    base: str = DEFAULT_BASE,
    engine: EngineName = "auto",
    workers: int = 0,
    scheduler: str = "",
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph from pages (a file, folder or pattern, or several) into the folder ``out``.

    A page that was extracted before and has not changed is not extracted again. ``home`` is the area that 我市 means on
    a page without a sidecar; ``judgements`` is a file of decisions about identity, by
    default ``judgements.jsonl`` in ``out``; ``base`` begins every IRI. ``engine`` says where pages are extracted ("inline", "processes", "dask" with
    the address of its ``scheduler``); the files are the same with all. Pages that cannot be read are left out and listed
    in the report. Raises SettingsError where the engine cannot run or a setting means nothing, PageError where no page can
    be read, OutputError where the folder cannot be written or another build holds it; the folder is then as it
    was, but for shards of pages that the next build need not extract again.
    """
    folder, pages = checked_path("out", out), checked_pages(paths)
    decided = checked_judgements(judgements)
    home, base = checked_home(home), checked_base(base)
    engaged = checked_engine(engine, workers, scheduler)
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a folder for the graph and its companions.")
    try:
        with held(folder):
            decisions = read_judgements(decided or folder / JUDGEMENTS)
            run = _Run(folder, home, progress)
            shards, skipped = run.gather(pages, engaged)
            return run.join(shards, skipped, decisions, base, str(decided.resolve()) if decided else "")
    except Timeout:
        raise OutputError(f"Another build is writing {folder}; wait for it or choose another --out.") from None
    except OSError as error:
        raise OutputError(f"{folder} cannot be written ({error}); free some space or choose another --out.") from error


class _Run:
    """The steps of one build and the time that each takes."""

    def __init__(self, folder: Path, home: str, progress: Progress | None) -> None:
        self._folder = folder
        self._home = home
        self._shards = ShardFolder(folder / SHARDS)
        self._progress = progress or (lambda _stage, _done, _total: None)
        self._watch = Stopwatch()

    def gather(self, paths: Iterable[str | Path], engine: Engine) -> tuple[StoredShards, list[SkippedPage]]:
        """Every page's shard, from the folder where it is still good, else extracted now."""
        pages, skipped = find_pages(paths)
        folder = self._shards
        keys = {str(path): shard_key(path, self._home) for path in pages}
        fresh = [(path, keys[str(path)]) for path in pages if not folder.holds(keys[str(path)])]
        self._watch.lap("look up")
        self._progress("extract", 0, len(fresh))
        found = run_engine(engine, fresh, self._home, self._watch)
        for done, sealed in enumerate(found, start=1):
            if sealed.content:
                folder.save(keys[sealed.path], sealed.content)
            else:
                skipped.append(SkippedPage(path=sealed.path, reason=sealed.reason))
                del keys[sealed.path]
            self._progress("extract", done, len(fresh))
        self._watch.lap("save")
        if not keys:
            reasons = " ".join(page.reason for page in skipped) or "The paths hold no page."
            raise PageError(f"Nothing was built. {reasons}")
        return StoredShards(folder, list(keys.values())), skipped

    def join(
        self,
        shards: StoredShards,
        skipped: list[SkippedPage],
        judgements: Sequence[Judgement],
        base: str,
        judged_in: str,
    ) -> BuildReport:
        """Resolve names over all pages, write the products and swap them in."""
        products = Products(self._folder, base)
        work = Joining(
            folder=str(self._folder.absolute()),
            keys=shards.keys,
            skipped=tuple(skipped),
            judgements=tuple(judgements),
            base=base,
        )
        report = join_corpus(work, products, self._watch, lambda step: self._progress(step, 0, 1))
        give_back()
        inferred = products.write_store()
        self._watch.lap("store")
        shortened = products.write_view(report.entities)
        self._watch.lap("view")
        report = report.completed(inferred, shortened, base=base, judgements=judged_in)
        products.write_report(report)
        products.write_timings(self._watch)
        products.swap_in()
        self._shards.prune(set(shards.keys))
        return report
