"""Which words of a sentence speak of two mentions that a relation joins."""

from __future__ import annotations

import re

from wlgraph.claims.relations.modality_words import modality_words
from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.model import GROUP_OF, Predicate

CLAUSE_MARKS, SENTENCE_MARKS = "，。！？；：\n", "。！？；\n"
CLAUSE, SENTENCE = re.compile(f"[{CLAUSE_MARKS}]"), re.compile(f"[{SENTENCE_MARKS}]")
_WINNERS = ("Person", "Organization", "Place")


def words_about(scene: Scene, subject: Actor, obj: Actor, *, behind: bool = True) -> str:
    """The words from the beginning of the first mention's clause to the end of the second's, names left out.

    Of mentions in different sentences it is the object's clause. Without ``behind`` they end with the second mention.
    They leave out what is said of other things, or of another time.
    """
    start, last = _bounds(scene, subject, obj)
    if not behind:
        return scene.skeleton[start:last]
    end = CLAUSE.search(scene.skeleton, last)
    return scene.skeleton[start : end.start() if end else len(scene.skeleton)]


def clauses_of(scene: Scene, subject: Actor, obj: Actor) -> str:
    """All words from the beginning of the first mention's clause to the end of the second's."""
    first, last = _places(subject, obj)
    end = CLAUSE.search(scene.skeleton, last)
    return scene.skeleton[
        start_after(CLAUSE_MARKS, scene.skeleton, first) : end.start() if end else len(scene.skeleton)
    ]


def words_told(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> str:
    """The same words, and those up to the end of the sentence or to the clause that speaks of another thing of a kind with
    either end (甲公司入驻园区，乙公司退出); for what is received, of anything that may receive it.

    Of mentions in different sentences these words about each of them.
    """
    told = _told(scene, predicate, subject, obj)
    return told if subject.sentence == obj.sentence else f"{_told(scene, predicate, subject, subject)}。{told}"


def _told(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> str:
    start, last = _bounds(scene, subject, obj)
    found = SENTENCE.search(scene.skeleton, last)
    end = found.start() if found else len(scene.skeleton)
    groups = {
        GROUP_OF[subject.mention.leaf],
        GROUP_OF[obj.mention.leaf],
        *(_WINNERS if predicate == "received" else ()),
    }
    others = (a for a in scene.actors if last < a.position < end)
    other = next((a for a in others if GROUP_OF[a.mention.leaf] in groups and _else(a, subject, obj)), None)
    if other is not None:
        end = max((m.start() for m in CLAUSE.finditer(scene.skeleton, last, other.position)), default=other.position)
    return scene.skeleton[start:end]


def start_after(marks: str, text: str, position: int) -> int:
    """Where the stretch of a place begins: behind the last of the marks before it, or with the text."""
    return max(text.rfind(mark, 0, position) for mark in marks) + 1


def _bounds(scene: Scene, subject: Actor, obj: Actor) -> tuple[int, int]:
    """Where the words about two mentions begin, and where the second mention stands.

    They begin with the first one's clause; where another thing of the subject's kind stands between (在评选中，甲落选，
    乙入选), with the clause behind it; where a word tells what is so now, with this word.
    """
    text = scene.skeleton
    first, last = _places(subject, obj)
    start = start_after(CLAUSE_MARKS, text, first)
    group = GROUP_OF[subject.mention.leaf]
    between = (a for a in scene.actors if first < a.position < last and GROUP_OF[a.mention.leaf] == group)
    others = [a.position for a in between if _else(a, subject, obj)]
    if others:
        start = max((m.end() for m in CLAUSE.finditer(text, others[-1], last)), default=start)
    now = [m.start() for m in modality_words().sentence["now"].finditer(text, max(start, first), last)]
    return (now[-1] if now else start), last


def _places(subject: Actor, obj: Actor) -> tuple[int, int]:
    first = subject.position if subject.sentence == obj.sentence else obj.position
    return min(first, obj.position), max(first, obj.position)


def _else(actor: Actor, subject: Actor, obj: Actor) -> bool:
    """Whether a mention is neither end, nor in a list with one."""
    ends = {subject.mention.referent, obj.mention.referent}
    return actor.mention.referent not in ends and actor.run not in (subject.run, obj.run)
