"""From a page's names to claims: pairs are scored, the likely ones become claims with what qualifies them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.encoder import Answers
from wlgraph.claims.encoder.questions import MODALITIES, shares
from wlgraph.claims.relations.by_name import CONFIDENCE as BY_NAME
from wlgraph.claims.relations.by_name import read_names
from wlgraph.claims.relations.lists import distribute, lists_of
from wlgraph.claims.relations.modality import is_past, read_modality
from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.posts import Posts, read_posts
from wlgraph.claims.relations.rules import RuleHits, apply_rules, confidence_of
from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.claims.relations.scorer import load_scorer, possible
from wlgraph.claims.relations.signature import SCORED, SYMMETRIC
from wlgraph.claims.relations.speakers import speakers
from wlgraph.claims.relations.titles import PostHit
from wlgraph.claims.relations.unseated import DIRECT
from wlgraph.claims.relations.vetoes import is_forbidden
from wlgraph.model import GROUP_OF, Claim, ClaimModality, Predicate

UNLIKELY = -5.0
"""A pair is not looked at further where the encoder's logit of every predicate that may join it lies below this."""
PLANNED = 0.5
"""From this probability of the encoder a relation is planned that no word tells so."""
PLAIN_POST = 0.8
"""Confidence of such a post: its share of right ones on the training pages."""
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_RELATIVE_YEAR = {"今年": 0, "去年": -1, "前年": -2}
_DATED: frozenset[Predicate] = frozenset({"received", "cooperatesWith", "participatesIn"})
_DECISIONS: tuple[Predicate, ...] = ("appointedTo", "removedFrom")
_LISTED: frozenset[Predicate] = frozenset({"attended", "received", "participatesIn"})


def relate(scene: Scene, pairs: Pairs, heard: Answers, date: str) -> list[Claim]:
    """The claims that an article's sentences make about its referents.

    ``heard`` are the encoder's answers about ``pairs``, ``date`` the page's day.
    """
    return _Relater(scene, pairs, heard, date).claims()


class _Relater:
    """One article's claims."""

    def __init__(self, scene: Scene, pairs: Pairs, heard: Answers, date: str) -> None:
        self._scene = scene
        self._date = date
        self._hits: RuleHits = apply_rules(scene)
        self._posts: Posts = read_posts(scene)
        likely = self._likely(pairs, heard)
        self._pairs = pairs.only(likely)
        self._relations, self._modality_of = heard.relations[likely], heard.modality[likely]
        self._speakers = speakers(scene)

    def _likely(self, pairs: Pairs, heard: Answers) -> NDArray[np.bool_]:
        """The pairs worth looking at: those that the encoder gives a chance, that a rule joins or a post."""
        told = {(s, o) for s, _, o in self._hits.of} | self._posts.all_of.keys()
        ends = zip(pairs.subject.tolist(), pairs.object.tolist(), strict=True)
        open_to = possible(self._scene, pairs)
        joined = np.asarray([(pairs.things[s], pairs.things[o]) in told for s, o in ends], dtype=np.bool_)
        likely: NDArray[np.bool_] = joined | np.any((heard.relations > UNLIKELY) & open_to, axis=1)
        return likely

    def claims(self) -> list[Claim]:
        scored = list(self._scored())
        claimed = {(claim.subject, claim.object) for claim in scored if claim.predicate == "holdsPostIn"}
        scored = [self._titled(claim, claimed) for claim in scored]
        made = {(claim.subject, claim.predicate, claim.object) for claim in scored}
        return [*scored, *self._plain_posts(claimed), *self._by_rule_alone(), *self._by_name(made)]

    def _scored(self) -> Iterator[Claim]:
        scorer = load_scorer()
        table = self._trusted(scorer.score(self._scene, self._pairs, self._hits, self._posts, self._relations))
        lists = lists_of(self._scene, self._pairs)
        for p, predicate in enumerate(SCORED):
            threshold, scores = scorer.settings[predicate].threshold, table[:, p]
            if predicate != "holdsPostIn":
                scores = distribute(lists, scores, threshold)
            for row in (scores >= threshold).nonzero()[0].tolist():
                if self._may_say(row, predicate):
                    yield from self._claim(row, predicate, float(scores[row]))

    def _trusted(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        """The scores, raised to a rule's own confidence where a rule that is trusted by itself joins a pair."""
        rows = {
            (self._pairs.things[s], self._pairs.things[o]): row
            for row, (s, o) in enumerate(zip(self._pairs.subject.tolist(), self._pairs.object.tolist(), strict=True))
        }
        for (subject, predicate, obj), rules in self._hits.of.items():
            if predicate not in SCORED:
                continue
            row = rows.get((subject, obj))
            if predicate in SYMMETRIC and row is not None and self._pairs.subject[row] > self._pairs.object[row]:
                row = rows.get((obj, subject))
            if row is not None:
                column = SCORED.index(predicate)
                table[row, column] = max(table[row, column], *(confidence_of(rule) for rule, _ in rules))
        return table

    def _may_say(self, row: int, predicate: Predicate) -> bool:
        if predicate == "holdsPostIn" and not self._may_hold(row):
            return False
        return not is_forbidden(self._scene, self._pairs, row, predicate)

    def _may_hold(self, row: int) -> bool:
        """Whether a post may be claimed: never in the home area alone of one who is printed with another seat or none."""
        person, seat = self._pairs.things[self._pairs.subject[row]], self._pairs.things[self._pairs.object[row]]
        return seat != self._scene.home or (person, seat) in self._posts.all_of

    def _claim(self, row: int, predicate: Predicate, probability: float) -> Iterator[Claim]:
        meeting = int(self._pairs.first[row])
        subject = self._scene.actors[int(self._pairs.left[meeting])]
        obj = self._scene.actors[int(self._pairs.right[meeting])]
        ends = subject.mention.referent, obj.mention.referent
        rules = self._hits.of.get((ends[0], predicate, ends[1]))
        sentence = rules[0][1] if rules else self._telling(subject, obj)
        claim = Claim(
            article=self._scene.article.id,
            subject=ends[0],
            predicate=predicate,
            object=ends[1],
            sentence=self._scene.article.sentences[sentence],
            modality=self._modality(row, predicate, subject, obj),
            year=self._year(sentence) if predicate in _DATED else "",
            said_by=self._said_by(sentence, ends),
            position=_position(subject, obj) if predicate in _LISTED else 0,
            confidence=round(probability, 3),
            rule=rules[0][0] if rules else "scorer",
        )
        held = self._posts.held(*ends) if predicate == "holdsPostIn" else []
        if not held:
            yield claim
        for hit in held:
            yield self._as_post(claim, hit)

    def _modality(self, row: int, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality:
        """What the words between say, else planned where the encoder thinks so and no time tells otherwise."""
        told = read_modality(self._scene, predicate, subject, obj)
        if told != "stated" or is_past(self._scene, subject, obj):
            return told
        return "planned" if shares(self._modality_of[row])[MODALITIES.index("planned")] >= PLANNED else "stated"

    def _telling(self, subject: Actor, obj: Actor) -> int:
        """The sentence that tells: of two, a person's own; that of what is in a place named before it or only pointed to
        (某园开园。首批入驻的甲公司已投产。园区占地86亩); else the object's, whose subject is often left out."""
        referents = self._scene.referents
        in_place = GROUP_OF[referents[obj.mention.referent].leaf] == "Place" and (
            obj.position < subject.position or obj.mention.kind == "reference"
        )
        own = GROUP_OF[referents[subject.mention.referent].leaf] == "Person" or in_place
        return subject.sentence if own else obj.sentence

    def _as_post(self, claim: Claim, hit: PostHit) -> Claim:
        """A claim of a post with its title; the person's own sentence is the evidence."""
        sentence = self._scene.article.sentences[self._scene.actors[hit.person].sentence]
        return msgspec.structs.replace(claim, role=hit.title, modality=hit.modality, sentence=sentence, rule="post")

    def _titled(self, claim: Claim, claimed: set[tuple[str, str]]) -> Claim:
        """A post without a title gets the one that the reading of titles put into a thing in which it is not claimed."""
        if claim.predicate != "holdsPostIn" or claim.role or claim.modality != "stated":
            return claim
        astray = [
            (ends, hit)
            for ends, hits in self._posts.all_of.items()
            for hit in hits
            if ends[0] == claim.subject and ends not in claimed and (hit.guessed or hit.directness < DIRECT)
        ]
        if len(astray) != 1:
            return claim
        ((ends, hit),) = astray
        claimed.add(ends)
        return self._as_post(claim, hit)

    def _plain_posts(self, claimed: set[tuple[str, str]]) -> Iterator[Claim]:
        """Posts that stand just before their person (莲都区区长林则安) and that the scorer did not see or believe."""
        for ends, held in self._posts.all_of.items():
            if not ends[1] or ends in claimed or held[0].directness < DIRECT:
                continue
            for hit in held:
                claim = Claim(
                    article=self._scene.article.id,
                    subject=ends[0],
                    predicate="holdsPostIn",
                    object=ends[1],
                    sentence=self._scene.article.sentences[self._scene.actors[hit.person].sentence],
                    confidence=PLAIN_POST,
                )
                yield self._as_post(claim, hit)

    def _by_rule_alone(self) -> Iterator[Claim]:
        """Claims of the predicates outside the scorer: appointments, penalties, shares, contracts."""
        for (subject, predicate, obj), rules in self._hits.of.items():
            if predicate in SCORED:
                continue
            rule, sentence = rules[0]
            claim = Claim(
                article=self._scene.article.id,
                subject=subject,
                predicate=predicate,
                object=obj,
                sentence=self._scene.article.sentences[sentence],
                modality=self._modality_told(predicate, subject, obj, sentence),
                said_by=self._said_by(sentence, (subject, obj)),
                role=self._role_given(predicate, subject, obj),
                confidence=confidence_of(rule),
                rule=rule,
            )
            yield claim
            yield from self._decided_with(claim, sentence)

    def _decided_with(self, claim: Claim, sentence: int) -> Iterator[Claim]:
        """The same decision about a person's further posts in its sentence (免去林则安的副县长、县公安局局长职务)."""
        if claim.predicate not in _DECISIONS:
            return
        wanted = "ended" if claim.predicate == "removedFrom" else "stated"
        for (person, seat), hits in self._posts.all_of.items():
            if person != claim.subject or not seat or (person, claim.predicate, seat) in self._hits.of:
                continue
            for hit in hits:
                if hit.modality == wanted and self._scene.actors[hit.person].sentence == sentence:
                    yield msgspec.structs.replace(claim, object=seat, role=hit.title)

    def _role_given(self, predicate: Predicate, subject: str, obj: str) -> str:
        """The post of an appointment or a removal, where the reading of titles found one that begins or ends."""
        ended = predicate == "removedFrom"
        if predicate not in _DECISIONS:
            return ""
        held = self._posts.all_of.get((subject, obj), ())
        return next((hit.title for hit in held if (hit.modality == "ended") == ended), "")

    def _modality_told(self, predicate: Predicate, subject: str, obj: str, sentence: int) -> ClaimModality:
        """What the words about the two nearest mentions in a sentence say."""
        own = [actor for actor in self._scene.actors if actor.sentence == sentence]
        ends = [(s, o) for s in own for o in own if s.mention.referent == subject and o.mention.referent == obj]
        if not ends:
            return "stated"
        nearest = min(ends, key=lambda pair: abs(pair[0].position - pair[1].position))
        return read_modality(self._scene, predicate, *nearest)

    def _by_name(self, made: set[tuple[str, Predicate, str]]) -> Iterator[Claim]:
        """Claims that names themselves make, where the scorer made none of them."""
        for found in read_names(self._scene):
            if (found.subject, found.predicate, found.object) not in made:
                yield Claim(
                    article=self._scene.article.id,
                    subject=found.subject,
                    predicate=found.predicate,
                    object=found.object,
                    sentence=self._scene.article.sentences[found.sentence],
                    confidence=BY_NAME,
                    rule="name",
                )

    def _said_by(self, sentence: int, ends: tuple[str, str]) -> str:
        speaker = self._speakers.get(sentence, "")
        return "" if speaker in ends or self._only_introduces(sentence, speaker, ends) else speaker

    def _only_introduces(self, sentence: int, speaker: str, ends: tuple[str, str]) -> bool:
        """Whether both ends stand in the words before the speaker that say who that is (大溪镇沈岙村的种粮户林则安说)."""
        own = [actor for actor in self._scene.actors if actor.sentence == sentence]
        spoken = next((actor for actor in own if actor.mention.referent == speaker), None)
        if spoken is None:
            return False
        ahead = {a.mention.referent for a in own if a.clause == spoken.clause and a.position < spoken.position}
        return ahead.issuperset(ends)

    def _year(self, sentence: int) -> str:
        """The year that a sentence names, absolutely or against the page's date."""
        span = self._scene.article.sentences[sentence]
        words = self._scene.article.text[span.start : span.end]
        if absolute := _YEAR.search(words):
            return absolute.group()
        shift = next((years for word, years in _RELATIVE_YEAR.items() if word in words), None)
        return str(int(self._date[:4]) + shift) if shift is not None and self._date else ""


def _position(subject: Actor, obj: Actor) -> int:
    """The place of the subject, else of the object, in the list of names that it stands in."""
    listed = subject if subject.run_length > 1 else obj
    return listed.rank + 1 if listed.run_length > 1 else 0
