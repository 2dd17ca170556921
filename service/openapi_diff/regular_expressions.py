"""Which texts does a regular expression accept, as an automaton that cannot run away?

`re` would answer for one text, may take for ever over it, and cannot say whether one expression
accepts all that another does. This reads the regular part of ECMA 262: literals, classes, groups,
alternation, repetition, anchors. Look-around, back-references and the like are not regular, or
seldom enough: they raise NotRegular, and the caller says that it cannot tell.
"""

from dataclasses import dataclass, field

from service.openapi_diff.character_sets import (
    ANY,
    CLASSES,
    CONTROLS,
    NO_LINE_END,
    Characters,
    Interval,
    complement,
)

MAX_STATES = 3_000
_MAX_NESTING = 40
_MAX_LENGTH = 2_000

_START, _END = "start", "end"
_Anchor = str


_ANCHORS = {"^": _START, "$": _END}


class NotRegular(Exception):
    """The expression is beyond what the automaton can tell, or is no expression at all."""


@dataclass(slots=True)
class Automaton:
    """States with transitions over characters, and silent ones that may ask for a text's edge."""

    moves: list[list[tuple[Characters, int]]] = field(default_factory=list)
    silent: list[list[tuple[_Anchor | None, int]]] = field(default_factory=list)
    start: int = 0
    final: int = 0
    # Where characters lead: whoever walks several automata at once comes to the same states often.
    _led: dict[tuple[frozenset[int], int], frozenset[int]] = field(default_factory=dict)
    _ended: dict[frozenset[int], bool] = field(default_factory=dict)

    def state(self) -> int:
        if len(self.moves) >= MAX_STATES:
            raise NotRegular
        self.moves.append([])
        self.silent.append([])
        return len(self.moves) - 1

    def closure(self, states: frozenset[int], *, at_start: bool, at_end: bool) -> frozenset[int]:
        """All that can be reached without a character."""
        found = set(states)
        waiting = list(states)
        while waiting:
            for anchor, target in self.silent[waiting.pop()]:
                passes = anchor is None or (at_start if anchor == _START else at_end)
                if passes and target not in found:
                    found.add(target)
                    waiting.append(target)
        return frozenset(found)

    def step(self, states: frozenset[int], code: int) -> frozenset[int]:
        """The states right behind a character."""
        return frozenset(
            [
                target
                for state in states
                for characters, target in self.moves[state]
                if any(low <= code <= high for low, high in characters)
            ]
        )

    def after(self, states: frozenset[int], code: int) -> frozenset[int]:
        """All that a character leads to which is not the last one."""
        key = (states, code)
        found = self._led.get(key)
        if found is None:
            found = self.closure(self.step(states, code), at_start=False, at_end=False)
            self._led[key] = found
        return found

    def accepts(self, states: frozenset[int]) -> bool:
        """Whether a text that ends here, and is not empty, is accepted."""
        found = self._ended.get(states)
        if found is None:
            found = self.final in self.closure(states, at_start=False, at_end=True)
            self._ended[states] = found
        return found


def parse(pattern: str) -> Automaton:
    """The automaton of all texts in which the pattern is found; raises NotRegular."""
    if len(pattern) > _MAX_LENGTH:
        raise NotRegular
    reader = _Reader(pattern)
    before, after = reader.automaton.state(), reader.automaton.state()
    reader.automaton.moves[before].append((ANY, before))
    reader.automaton.moves[after].append((ANY, after))
    start, end = reader.alternatives()
    if reader.place != len(pattern):
        raise NotRegular
    reader.automaton.silent[before].append((None, start))
    reader.automaton.silent[end].append((None, after))
    reader.automaton.start, reader.automaton.final = before, after
    return reader.automaton


Fragment = tuple[int, int]


class _Reader:
    """Recursive descent over the pattern; every method answers the fragment it has read."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0
        self.automaton = Automaton()
        self._nesting = 0

    def alternatives(self) -> Fragment:
        self._nesting += 1
        if self._nesting > _MAX_NESTING:
            raise NotRegular
        start, end = self.automaton.state(), self.automaton.state()
        while True:
            first, last = self._sequence()
            self._join(start, first)
            self._join(last, end)
            if not self._take("|"):
                break
        self._nesting -= 1
        return start, end

    def _sequence(self) -> Fragment:
        start = end = self.automaton.state()
        while self.place < len(self.pattern) and self.pattern[self.place] not in "|)":
            first, last = self._repeated()
            self._join(end, first)
            end = last
        return start, end

    def _repeated(self) -> Fragment:
        origin = self.place
        fragment = self._atom()
        counts = self._counts()
        if counts is None:
            return fragment
        least, most = counts
        resume = self.place
        start = end = self.automaton.state()
        for _ in range(least):
            end = self._again(origin, end)
        if most is None:
            loop = self.automaton.state()
            self._join(end, loop)
            self._join(self._again(origin, loop), loop)
            end = loop
        else:
            leave = self.automaton.state()
            for _ in range(most - least):
                self._join(end, leave)
                end = self._again(origin, end)
            self._join(end, leave)
            end = leave
        self.place = resume
        return start, end

    def _again(self, origin: int, end: int) -> int:
        """Read the atom once more, as a copy of its own, and put it after `end`."""
        self.place = origin
        first, last = self._atom()
        self._join(end, first)
        return last

    def _counts(self) -> tuple[int, int | None] | None:
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        found: tuple[int, int | None] | None = None
        if self.place < len(self.pattern) and self.pattern[self.place] in simple:
            found = simple[self.pattern[self.place]]
            self.place += 1
        elif self._peek("{"):
            found = self._braces()
        if found is not None:
            self._take("?")  # lazy or greedy: the same texts are accepted
        return found

    def _braces(self) -> tuple[int, int | None] | None:
        close = self.pattern.find("}", self.place)
        inside = self.pattern[self.place + 1 : close] if close > 0 else ""
        least, comma, most = inside.partition(",")
        if not _is_count(least) or (most and not _is_count(most)):
            return None  # a brace that counts nothing stands for itself
        self.place = close + 1
        low = int(least)
        high = int(most) if most else (None if comma else low)
        if low > MAX_STATES or (high is not None and not low <= high <= MAX_STATES):
            raise NotRegular
        return low, high

    def _atom(self) -> Fragment:
        char = self.pattern[self.place]
        self.place += 1
        if char == "(":
            return self._group()
        if char in _ANCHORS:
            return self._anchor(_ANCHORS[char])
        return self._characters(self._character(char))

    def _character(self, char: str) -> Characters:
        match char:
            case "[":
                return self._class()
            case ".":
                return NO_LINE_END
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise NotRegular
            case _:
                return ((ord(char), ord(char)),)

    def _group(self) -> Fragment:
        if self._take("?"):
            if self._take("<") and not self._peek("=") and not self._peek("!"):
                self.place = self.pattern.find(">", self.place) + 1
            elif not self._take(":"):
                raise NotRegular
        fragment = self.alternatives()
        if not self._take(")"):
            raise NotRegular
        return fragment

    def _class(self) -> Characters:
        negated = self._take("^")
        found: list[Interval] = []
        while not self._take("]"):
            low = self._class_member()
            if self._peek("-") and self.pattern[self.place + 1 : self.place + 2] not in ("]", ""):
                self.place += 1
                high = self._class_member()
                if len(low) != 1 or len(high) != 1 or low[0][0] > high[0][1]:
                    raise NotRegular
                found.append((low[0][0], high[0][1]))
            else:
                found.extend(low)
        return complement(tuple(found)) if negated else tuple(found)

    def _class_member(self) -> Characters:
        if self.place >= len(self.pattern):
            raise NotRegular
        char = self.pattern[self.place]
        self.place += 1
        if char == "\\":
            if self._take("b"):
                return ((8, 8),)
            return self._escape()
        return ((ord(char), ord(char)),)

    def _escape(self) -> Characters:
        char = self.pattern[self.place : self.place + 1]
        self.place += 1
        if char.lower() in CLASSES and char:
            characters = CLASSES[char.lower()]
            return characters if char.islower() else complement(characters)
        if char in CONTROLS and char:
            code = CONTROLS[char]
        elif char in ("x", "u"):
            code = self._hexadecimal(2 if char == "x" else 4)
        elif char and not char.isalnum():
            code = ord(char)
        else:
            raise NotRegular
        return ((code, code),)

    def _hexadecimal(self, length: int) -> int:
        digits = self.pattern[self.place : self.place + length]
        self.place += length
        if len(digits) != length or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
            raise NotRegular
        return int(digits, 16)

    def _characters(self, characters: Characters) -> Fragment:
        start, end = self.automaton.state(), self.automaton.state()
        self.automaton.moves[start].append((characters, end))
        return start, end

    def _anchor(self, anchor: _Anchor) -> Fragment:
        start, end = self.automaton.state(), self.automaton.state()
        self.automaton.silent[start].append((anchor, end))
        return start, end

    def _join(self, one: int, other: int) -> None:
        self.automaton.silent[one].append((None, other))

    def _peek(self, char: str) -> bool:
        return self.pattern.startswith(char, self.place)

    def _take(self, char: str) -> bool:
        if self._peek(char):
            self.place += 1
            return True
        return False


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6  # noqa: PLR2004 - beyond every limit
