"""What does the engine say of many pairs, and where is it wrong?"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from service.openapi_diff import Comparison
from tests.fuzz.contradictions import contradictions
from tests.fuzz.documents import Side
from tests.fuzz.inclusion import InclusionOracle
from tests.fuzz.oracle import Counterexample, counterexamples
from tests.fuzz.pairs import Pair, pairs
from tests.fuzz.surfaces import SurfacePair, surface_pairs

_SURFACES_IN = 5  # every fifth pair is one of whole documents


@dataclass(slots=True)
class Tally:
    """What came of a share of the pairs."""

    verdicts: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    keys: set[bytes] = field(default_factory=set)
    refused: int = 0  # pairs of which the validator can make nothing
    counterexamples: list[Counterexample] = field(default_factory=list)
    surprises: list[tuple[SurfacePair, str]] = field(default_factory=list)
    contradictions: list[tuple[Pair, str]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.verdicts += other.verdicts
        self.rules += other.rules
        self.keys |= other.keys
        self.refused += other.refused
        self.counterexamples += other.counterexamples
        self.surprises += other.surprises
        self.contradictions += other.contradictions

    @property
    def faults(self) -> int:
        return len(self.counterexamples) + len(self.surprises) + len(self.contradictions)


class Trial:
    """Tries pairs, and remembers what came of them."""

    def __init__(self, seed: int, *, real: Sequence[Side] = (), ask_inclusion_of: int = 0) -> None:
        self._seed = seed
        self._real = real
        self._every = ask_inclusion_of  # each so-manieth pair that breaks; 0 asks of none
        self.tally = Tally()

    def run(self, numbers: range) -> Tally:
        """Try the pairs of these numbers."""
        split = numbers.start + len(numbers) // _SURFACES_IN
        for surface in surface_pairs(self._seed, range(numbers.start // _SURFACES_IN,
                                                       numbers.stop // _SURFACES_IN)):  # fmt: skip
            self._try_surface(surface)
        with InclusionOracle() as oracle:
            for pair in pairs(self._seed, range(split, numbers.stop), self._real):
                self._try_pair(pair, oracle)
        return self.tally

    def _try_surface(self, pair: SurfacePair) -> None:
        if self._is_new(pair.key):
            comparison = pair.compare()
            self._count(comparison)
            if comparison.verdict is not pair.expected:
                self.tally.surprises.append((pair, comparison.verdict.value))

    def _try_pair(self, pair: Pair, oracle: InclusionOracle) -> None:
        if not self._is_new(pair.key):
            return
        comparison = pair.compare()
        self._count(comparison)
        try:
            found = counterexamples(pair, comparison, Random(self._seed))
            self.tally.counterexamples.extend(found)
            if self._every and len(self.tally.keys) % self._every == 0:
                said = contradictions(pair, comparison, oracle, Random(self._seed))
                self.tally.contradictions.extend((pair, sentence) for sentence in said)
        except ValueError:
            self.tally.refused += 1  # a pattern or a reference that means nothing to a validator

    def _is_new(self, key: str) -> bool:
        digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
        is_new = digest not in self.tally.keys
        self.tally.keys.add(digest)
        return is_new

    def _count(self, comparison: Comparison) -> None:
        self.tally.verdicts[comparison.verdict.value] += 1
        self.tally.rules.update({change.rule for change in comparison.changes})
