"""Articles that go on upon another page: jump lines (下转第三版 … 上接第一版) joined once all pages are known.

Two articles are joined where they stand in the same issue (publication and date), the jump line of one names the page
of the other, and either both lines point at each other or headline and words agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from wlgraph.graph.agreement import Wording, title_agreement
from wlgraph.graph.page_numbers import LAST, page_number
from wlgraph.model import Article, Jump, Notice, Page, Reading, Record, Shard

SAME_TITLE = 0.6
SAME_WORDS = 0.06
"""Of the halves of marked articles, cut from one another, seven in ten agree more; of strangers, one in twenty does."""
LEAD = 1.5
"""One-sided evidence counts only where the best article agrees this many times better than the next."""


class Continuation(Record, frozen=True, kw_only=True):
    """An article (page's file name, article id) and the one that carries its rest."""

    page: str
    article: str
    next_page: str
    next_article: str


class Continuations(Record, frozen=True, kw_only=True):
    """What was joined, and a notice for each jump line that leads nowhere in this corpus."""

    links: tuple[Continuation, ...] = ()
    notices: tuple[Notice, ...] = ()


class _Piece:
    """An article of an issue with its jump lines."""

    def __init__(self, page: Page, article: Article, jumps: Sequence[Jump]) -> None:
        self.page, self.article = page, article
        self.number = page_number(page.number)
        self.to = tuple(page_number(jump.page_number) for jump in jumps if jump.direction == "to")
        self.back = tuple(page_number(jump.page_number) for jump in jumps if jump.direction == "from")

    @cached_property
    def place(self) -> str:
        return f"{self.page.name} {self.article.id}"


class Issues:
    """Which pages of a corpus, by their places in it, make an issue, and which issues have a jump line.

    A page without a date is an issue of its own.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], list[int]] = {}
        self._jumping: set[tuple[str, ...]] = set()

    def see(self, place: int, reading: Reading) -> None:
        """Add a page."""
        page = reading.page
        key: tuple[str, ...] = (page.publication, page.date) if page.date else (page.publication, "", page.name)
        self._places.setdefault(key, []).append(place)
        if reading.jumps:
            self._jumping.add(key)

    def joined(self, shards: Sequence[Shard]) -> Continuations:
        """The continuations of the corpus whose pages were added; of several possible ones the best supported."""
        links: list[Continuation] = []
        notices: list[Notice] = []
        for key in sorted(self._jumping):
            pieces = _pieces([shards[place] for place in self._places[key]])
            joined = _joined(pieces)
            links += (
                Continuation(page=a.page.name, article=a.article.id, next_page=b.page.name, next_article=b.article.id)
                for a, b in joined
            )
            notices += _leading_nowhere(pieces, {a.place for a, _ in joined}, {b.place for _, b in joined})
        return Continuations(links=tuple(links), notices=tuple(notices))


def _pieces(issue: Sequence[Shard]) -> list[_Piece]:
    return [
        _Piece(shard.reading.page, article, [j for j in shard.reading.jumps if j.article == article.id])
        for shard in sorted(issue, key=lambda shard: shard.reading.page.name)
        for article in shard.reading.articles
    ]


def _joined(pieces: list[_Piece]) -> list[tuple[_Piece, _Piece]]:
    """Each article at most once on either side, the best supported pairs first."""
    last = max((piece.number for piece in pieces), key=lambda number: (len(number), number), default="")
    wording = Wording([piece.article for piece in pieces])
    pairs = [(_support(a, b, wording), a, b) for a in pieces for b in pieces if _may_join(a, b, last)]
    chosen: list[tuple[_Piece, _Piece]] = []
    gone, reached = set[str](), set[str]()
    for support, a, b in sorted(pairs, key=lambda pair: ((-pair[0][0], -pair[0][1]), pair[1].place, pair[2].place)):
        if a.place in gone or b.place in reached:
            continue
        rivals = [s for s, x, y in pairs if (x is a) != (y is b) and x.place not in gone and y.place not in reached]
        if _convinces(support, max(rivals, default=(0, 0.0))):
            gone.add(a.place)
            reached.add(b.place)
            chosen.append((a, b))
    return sorted(chosen, key=lambda pair: (pair[0].place, pair[1].place))


def _may_join(a: _Piece, b: _Piece, last: str) -> bool:
    """Whether the page numbers allow that ``a`` goes on in ``b``, and at least one of the two says so."""
    if a.page.name == b.page.name or not (a.to or b.back):
        return False
    aims = {last if number == LAST else number for number in a.to}
    forth = not aims or not b.number or b.number in aims
    back = not b.back or not a.number or a.number in b.back
    return forth and back and (b.number in aims or a.number in b.back or bool(a.to and b.back))


def _support(a: _Piece, b: _Piece, wording: Wording) -> tuple[int, float]:
    """One point for lines on both sides and one for the same headline, then how well the words agree."""
    same_title = title_agreement(a.article.headline, b.article.headline) >= SAME_TITLE
    return bool(a.to and b.back) + same_title, wording.agreement(a.article, b.article)


def _convinces(support: tuple[int, float], rival: tuple[int, float]) -> bool:
    return support[0] > rival[0] or (support[1] >= SAME_WORDS and support[1] >= LEAD * rival[1])


def _leading_nowhere(pieces: list[_Piece], gone: set[str], reached: set[str]) -> Iterator[Notice]:
    numbers = {piece.number for piece in pieces} | {LAST}
    for piece in pieces:
        for says, aims, done in (("goes on upon", piece.to, gone), ("is continued from", piece.back, reached)):
            if not aims or piece.place in done:
                continue
            known = not numbers.isdisjoint(aims)
            why = "no article there fits" if known else "that page is not in the corpus"
            yield Notice(
                code="continuation-unclear" if known else "continuation-missing",
                message=f"'{piece.article.headline}' {says} page {' or '.join(aims)}, but {why}.",
                article=piece.place,
            )
