"""Which short text do some patterns accept and others refuse?"""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from service.openapi_diff.character_sets import MAX_CODE
from service.openapi_diff.regular_expressions import Automaton, NotRegular, parse
from service.openapi_witnesses.demands import Demand
from service.openapi_witnesses.effort import Effort, Exhausted
from service.openapi_witnesses.formats import texts_with, texts_without

_LONGEST = 5_000
_MOST_FOUND = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Of characters that no pattern tells apart, the first of these is taken.
_READABLE = "aA0-_ .:/@b1"
_HALVES = (0xD800, 0xE000)  # from here on, and until there, codes are halves of characters
_COST = 8  # transitions that count as one step

States = tuple[frozenset[int], ...]


class Writer:
    """Writes texts; reads each pattern once."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort
        self._automata: dict[str, Automaton | None] = {}

    def texts(self, demand: Demand) -> Iterator[str]:
        """Texts that satisfy the demand as far as can be seen, the plainest first."""
        least = demand.counts.get("minLength", 0)
        most = demand.counts.get("maxLength", _LONGEST)
        if least > _LONGEST:
            raise Exhausted
        for text in self._candidates(demand, least, most):
            if least <= len(text) <= most and text not in demand.refused:
                yield text

    def _candidates(self, demand: Demand, least: int, most: int) -> Iterator[str]:
        if demand.formats:
            yield from texts_with(demand.formats, least)
        if demand.patterns or demand.refused_patterns:
            yield from self._by_patterns(demand, least, most)
        elif not demand.formats:
            if demand.refused_formats:
                yield from texts_without(demand.refused_formats)
            yield from _plain(least, most)

    def _by_patterns(self, demand: Demand, least: int, most: int) -> Iterator[str]:
        wanted = [self._automaton(pattern) for pattern in demand.patterns]
        unwanted = [self._automaton(pattern) for pattern in demand.refused_patterns]
        known = [found for found in (*wanted, *unwanted) if found is not None]
        kept = len([found for found in wanted if found is not None])
        yield from self._search(known, kept, least, most)
        if len(known) < len(wanted) + len(unwanted):
            yield from _plain(least, most)

    def matches(self, pattern: str, text: str) -> bool:
        """Whether the pattern is found in the text, as far as can be told."""
        automaton = self._automaton(pattern)
        if automaton is None:
            return False
        states = _start((automaton,), is_empty=not text)
        for place, character in enumerate(text, start=1):
            self._effort.spend()
            states = _follow((automaton,), states, ord(character))
            if place == len(text):
                return _accepted((automaton,), states)[0]
        return automaton.final in states[0]

    def _automaton(self, pattern: str) -> Automaton | None:
        if pattern not in self._automata:
            try:
                self._automata[pattern] = parse(pattern)
            except NotRegular:
                self._automata[pattern] = None
        return self._automata[pattern]

    def _search(
        self, automata: list[Automaton], wanted: int, least: int, most: int
    ) -> Iterator[str]:
        """Shortest first; `wanted` of the automata must accept, the rest must not."""
        sides = tuple(automata)
        letters = _letters(sides)
        empty = _start(sides, is_empty=True)
        answers = [side.final in states for side, states in zip(sides, empty, strict=True)]
        found = 0
        if least == 0 and all(answers[:wanted]) and not any(answers[wanted:]):
            found += 1
            yield ""
        waiting: deque[tuple[States, str]] = deque([(_start(sides, is_empty=False), "")])
        seen: set[tuple[States, int]] = set()
        while waiting and found < _MOST_FOUND:
            states, text = waiting.popleft()
            for letter in letters if len(text) < most else ():
                self._effort.spend(1 + sum(map(len, states)) // _COST)
                following = _follow(sides, states, ord(letter))
                longer = text + letter
                # Beyond the least length only the states matter, before it the length does too.
                key = (following, min(len(longer), least))
                if key in seen:
                    continue
                seen.add(key)
                waiting.append((following, longer))
                answers = _accepted(sides, following)
                if len(longer) >= least and all(answers[:wanted]) and not any(answers[wanted:]):
                    found += 1
                    yield longer


def _plain(least: int, most: int) -> Iterator[str]:
    length = max(least, min(1, most))
    for letter in _LETTERS:
        yield letter * length
    if least == 0:
        yield ""
    if length < most:
        yield "a" * (length + 1)


def _letters(sides: tuple[Automaton, ...]) -> list[str]:
    """One readable character for each sort that no automaton tells apart."""
    edges = {1, *_HALVES, MAX_CODE + 1}
    for side in sides:
        for moves in side.moves:
            for characters, _ in moves:
                for low, high in characters:
                    edges.update((max(low, 1), high + 1))
    ordered = sorted(edges)
    sorts = [
        (low, high - 1)
        for low, high in pairwise(ordered)
        if not _HALVES[0] <= low < _HALVES[1]  # no JSON text holds one, no database the code 0
    ]
    chosen = [_readable(low, high) for low, high in sorts]
    return sorted(chosen, key=lambda letter: (not letter.isalnum(), not letter.isascii(), letter))


def _readable(low: int, high: int) -> str:
    for letter in _READABLE:
        if low <= ord(letter) <= high:
            return letter
    printable = (chr(code) for code in range(low, min(high, low + 64) + 1))
    return next((letter for letter in printable if letter.isprintable()), chr(low))


def _start(sides: tuple[Automaton, ...], *, is_empty: bool) -> States:
    return tuple(
        side.closure(frozenset((side.start,)), at_start=True, at_end=is_empty) for side in sides
    )


def _follow(sides: tuple[Automaton, ...], states: States, code: int) -> States:
    return tuple([side.after(own, code) for side, own in zip(sides, states, strict=True)])


def _accepted(sides: tuple[Automaton, ...], states: States) -> list[bool]:
    return [side.accepts(own) for side, own in zip(sides, states, strict=True)]
