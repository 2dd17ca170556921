"""Which texts does one pattern accept and the other refuse?"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from service.openapi_diff.character_sets import MAX_CODE, Characters
from service.openapi_diff.regular_expressions import MAX_STATES, Automaton, NotRegular, parse
from service.openapi_diff.verdicts import Effect

_MAX_WORK = 60_000  # transitions tried before one question is given up as too hard
_ALL_WORK = 1_000_000  # and before all further questions of a comparison are: about two seconds
_MAX_TEXT = 1_000

States = frozenset[int]


class Language(NamedTuple):
    """The texts in which all of some patterns are found, and of no group all."""

    needed: frozenset[str]
    excluded: frozenset[frozenset[str]] = frozenset()

    @property
    def patterns(self) -> set[str]:
        return set(self.needed).union(*self.excluded)


class PatternJudge:
    """Answers questions about patterns, each once, until its patience is used up."""

    def __init__(self) -> None:
        self._work_left = _ALL_WORK
        self._automata: dict[str, Automaton | None] = {}
        self._relations: dict[tuple[Language, Language], Effect] = {}

    def relate(self, before: str, after: str) -> Effect:
        """What replacing a pattern does to the accepted texts; UNKNOWN if too hard to tell."""
        return self.relate_all((before,), (after,))

    def relate_all(self, before: Iterable[str], after: Iterable[str]) -> Effect:
        """The same of patterns that must all be found."""
        return self.relate_languages(Language(frozenset(before)), Language(frozenset(after)))

    def relate_languages(self, before: Language, after: Language) -> Effect:
        """The same of patterns that must be found, or must not."""
        if before == after:
            return Effect.NONE
        key = (before, after)
        if key not in self._relations:
            self._relations[key] = self._relate(before, after)
        return self._relations[key]

    def matches(self, pattern: str, text: str) -> bool | None:
        """Whether the pattern is found in the text; None where nobody can tell."""
        automaton = self._automaton(pattern)
        if automaton is None or len(text) > _MAX_TEXT:
            return None
        self._work_left -= len(text) * len(automaton.moves)
        start = frozenset((automaton.start,))
        states = automaton.closure(start, at_start=True, at_end=not text)
        for place, char in enumerate(text, start=1):
            states = automaton.step(states, ord(char))
            states = automaton.closure(states, at_start=False, at_end=place == len(text))
        return automaton.final in states

    def _relate(self, before: Language, after: Language) -> Effect:
        automata: dict[str, Automaton] = {}
        for pattern in sorted(before.patterns | after.patterns):
            automaton = self._automaton(pattern)
            if automaton is None:
                return Effect.UNKNOWN
            automata[pattern] = automaton
        product = _Product(automata, (before, after), min(_MAX_WORK, self._work_left))
        try:
            return product.relation()
        except NotRegular:
            return Effect.UNKNOWN
        finally:
            self._work_left -= product.work

    def _automaton(self, pattern: str) -> Automaton | None:
        if pattern not in self._automata:
            self._automata[pattern] = self._parse(pattern)
        return self._automata[pattern]

    def _parse(self, pattern: str) -> Automaton | None:
        if self._work_left <= 0:
            return None
        try:
            automaton = parse(pattern)
        except NotRegular:
            self._work_left -= MAX_STATES
            return None
        self._work_left -= len(automaton.moves)
        return automaton


class _Product:
    """Walks all automata over the same texts, one character of each sort at a time."""

    def __init__(
        self,
        automata: dict[str, Automaton],
        languages: tuple[Language, Language],
        patience: int,
    ) -> None:
        self.work = 0
        self._patterns = list(automata)
        self._sides = tuple(automata.values())
        self._languages = languages
        self._sorts = _sorts_of(self._sides)
        self._patience = patience

    def relation(self) -> Effect:
        start = tuple(
            side.closure(frozenset((side.start,)), at_start=True, at_end=False)
            for side in self._sides
        )
        seen = {start}
        waiting = [start]
        # The empty text sees both its edges at once, which no later text does.
        old, new = self._both(
            side.final in side.closure(frozenset((side.start,)), at_start=True, at_end=True)
            for side in self._sides
        )
        lost, gained = old and not new, new and not old
        while waiting and not (lost and gained):
            states = waiting.pop()
            for code in self._sorts:
                following = self._follow(states, code)
                if following in seen:
                    continue
                seen.add(following)
                waiting.append(following)
                old, new = self._accepts(following)
                lost, gained = lost or (old and not new), gained or (new and not old)
        return _EFFECTS[lost, gained]

    def _follow(self, states: tuple[States, ...], code: int) -> tuple[States, ...]:
        self.work += 1 + sum(map(len, states))
        if self.work > self._patience:
            raise NotRegular
        return tuple([side.after(own, code) for side, own in zip(self._sides, states, strict=True)])

    def _accepts(self, states: tuple[States, ...]) -> tuple[bool, bool]:
        return self._both(
            [side.accepts(own) for side, own in zip(self._sides, states, strict=True)]
        )

    def _both(self, answers: Iterable[bool]) -> tuple[bool, bool]:
        """Whether either language holds a text, by the patterns that are found in it."""
        found = {pattern for pattern, answer in zip(self._patterns, answers, strict=True) if answer}
        before, after = (
            language.needed <= found and not any(group <= found for group in language.excluded)
            for language in self._languages
        )
        return before, after


_EFFECTS = {
    (False, False): Effect.NONE,
    (True, False): Effect.NARROWED,
    (False, True): Effect.WIDENED,
    (True, True): Effect.CHANGED,
}


def _sorts_of(sides: tuple[Automaton, ...]) -> list[int]:
    """One character for each sort that neither automaton tells apart."""
    edges = {0, MAX_CODE + 1}
    classes: set[Characters] = {
        characters for side in sides for moves in side.moves for characters, _ in moves
    }
    for characters in classes:
        for low, high in characters:
            edges.update((low, high + 1))
    return [low for low, _ in pairwise(sorted(edges))]
