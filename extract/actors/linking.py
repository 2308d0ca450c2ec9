"""From names found in one article to actors: which spellings are one actor, of which type, under which id."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

from ...schema import Actor, Language, Mention, MentionKind, Span
from ..folding import fold
from .candidates import Candidate, vote
from .catalogue import Entry, Match, Name

_PARTICLES = {"von", "van", "der", "den", "de", "du", "la", "le", "al", "el", "bin", "ben", "فون", "فان", "دير", "بن",
              "دي", "ابن", "لو", "عبد", "ابو", "ال"}  # fmt: skip


@dataclass
class Cluster:
    """One actor of the article: its spellings and where they stand."""

    id: str
    label: str
    type: str
    entry: Entry | None = None
    # Whether the article calls it by its label; "Economy" in "minister of Economy" is no name that may be repeated.
    called: bool = True
    spans: list[tuple[int, int, MentionKind, str]] = field(default_factory=list)

    def actor(self, surfaces: tuple[str, ...], lang: Language) -> Actor:
        """The actor as triples carry it; `surfaces` are the strings that refer to it in this article."""
        if self.entry is None:
            return Actor(id=self.id, label=self.label, type=self.type, labels={lang: self.label}, mentions=surfaces)
        return self.entry.actor(surfaces)


def slug(name: str) -> str:
    """A stable id from a name.

    >>> slug("Étienne Vauclair"), slug("شركة نكساليس")
    ('etienne-vauclair', 'shrkh-nkslys')
    """
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold().replace("'", "")).strip("-")[:200].strip("-")


class Clusters:
    """The actors of one article, built up from sure to unsure."""

    def __init__(self, text: str, known: Mapping[str, Sequence[Name]]) -> None:
        self.text, self.known = text, known
        self.by_id: dict[str, Cluster] = {}
        self.taken: set[int] = set()

    def claim(self, cluster: Cluster, start: int, end: int, kind: MentionKind, reason: str) -> None:
        """Let `start:end` refer to the actor, unless the characters refer to another one already."""
        if self.taken.isdisjoint(range(start, end)):
            self.taken.update(range(start, end))
            cluster.spans.append((start, end, kind, reason))

    def add_known(self, matches: Iterable[Match]) -> None:
        """Catalogue names. An ambiguous spelling goes to the actor that is also named unambiguously, else to none."""
        matches = list(matches)
        sure = {m.names[0].entry.id for m in matches if len({n.entry.id for n in m.names}) == 1}
        for match in matches:
            name = _choose(match.names, sure)
            if name is None:
                if not match.names:  # a phrase that holds a name without meaning it
                    self.taken.update(range(match.start, match.end))
                continue
            entry = name.entry
            cluster = self.by_id.setdefault(entry.id, Cluster(entry.id, entry.label, entry.type, entry))
            self.claim(cluster, match.start, match.end, name.kind, "catalogue")

    def add_unknown(self, candidates: Iterable[Candidate]) -> None:
        """Other names, grouped by spelling; a short form joins the one longer name that ends (or begins) with it."""
        groups: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            surface = self.text[candidate.start : candidate.end]
            if self.taken.isdisjoint(range(candidate.start, candidate.end)) and len(surface) > 1:
                groups[fold(candidate.label or surface)].append(candidate)
        for _, group in sorted(groups.items(), key=lambda item: (-len(item[0].split()), item[0])):
            cluster = self._cluster_for(group)
            if cluster is not None:
                for candidate in group:
                    self.claim(cluster, candidate.start, candidate.end, "name", "recognised name")

    def _cluster_for(self, group: list[Candidate]) -> Cluster | None:
        surface = self.text[group[0].start : group[0].end]
        label = next((c.label for c in group if c.label), surface)
        type_name = vote(group)
        known = {name.entry.id: name.entry for name in self.known.get(fold(label), ()) if name.kind == "name"}
        if label != surface and len(known) == 1:
            entry = next(iter(known.values()))
            return self.by_id.setdefault(entry.id, Cluster(entry.id, entry.label, entry.type, entry, called=False))
        longer = [c for c in self.by_id.values() if _is_short_form(label, c.label, c.type, type_name)]
        if len(longer) == 1:
            return longer[0]
        if type_name is None or len(longer) > 1 or not (key := slug(label)):
            return None
        if type_name == "PERSON" and len(label.split()) == 1 and not any(c.certain for c in group):
            # News give a person's full name once; a single word that a recogniser takes for a person seldom is one.
            type_name = "COMPANY"
        return self.by_id.setdefault(key, Cluster(key, label, type_name, called=label == surface))

    def add_repeats(self) -> None:
        """Every other place where a name of the article, or the family name of one of its people, stands again."""
        for surface, cluster in sorted(self._spellings().items(), key=lambda item: -len(item[0])):
            pattern = r"(?<!\w)(?:[وفلبك]|وال|ول|وب)?(" + re.escape(surface) + r")(?!\w)"
            for found in re.finditer(pattern, self.text):
                self.claim(cluster, *found.span(1), "name", "repeated name")

    def _spellings(self) -> dict[str, Cluster]:
        """Names seen and family names, each with the one actor that it means."""
        owners: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self.by_id.values():
            if not cluster.called:
                continue
            for surface in {self.text[s:e] for s, e, kind, _ in cluster.spans if kind == "name"}:
                owners[surface].append(cluster)
                family = family_name(surface) if cluster.type == "PERSON" else None
                if family and cluster not in owners[family]:
                    owners[family].append(cluster)
        return {surface: clusters[0] for surface, clusters in owners.items() if len(clusters) == 1 and len(surface) > 2}

    def mentions(self) -> list[Mention]:
        """All mentions in order of their offsets."""
        found = [
            Mention(span=Span.of(self.text, start, end), actor=cluster.id, kind=kind, reason=reason)
            for cluster in self.by_id.values()
            for start, end, kind, reason in cluster.spans
        ]
        return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _choose(names: tuple[Name, ...], sure: set[str]) -> Name | None:
    if len({name.entry.id for name in names}) == 1:
        return names[0]
    likely = [name for name in names if name.entry.id in sure]
    return likely[0] if len({name.entry.id for name in likely}) == 1 else None


def family_name(name: str) -> str | None:
    """The part of a person's full name that later sentences repeat; None for a name of one word.

    >>> family_name("Ursula von der Leyen"), family_name("Keir Starmer"), family_name("Musk")
    ('von der Leyen', 'Starmer', None)
    """
    words = name.split()
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in _PARTICLES:
        first -= 1
    return " ".join(words[first:]) if first > 0 else None


def _is_short_form(short: str, name: str, type_name: str, short_type: str | None) -> bool:
    """Whether `short` is what an article calls the actor `name` later on."""
    shorter, longer = fold(short).split(), fold(name).split()
    if len(shorter) >= len(longer):
        return False
    if type_name == "PERSON":
        # "Aguilera" is Fermín Aguilera Roldán, "Fermín" alone nobody.
        return short_type in (None, "PERSON") and any(
            longer[i : i + len(shorter)] == shorter for i in range(1, len(longer) - len(shorter) + 1)
        )
    if short_type == "PERSON":
        return False
    return longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter
