"""How much may a document ask of the process that reads it?"""

from dataclasses import dataclass

# orjson refuses to write structures nested deeper than 254, so a reader that allowed more could
# not compute a digest of what it read.
_DEEPEST_WRITABLE = 250


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds on one document; crossing any of them refuses it before the cost is paid.

    Nodes are values: every object, array and scalar counts as one (the largest published document
    known has 258,000 in 13 MB). YAML is read event by event in Python and so has lower bounds of
    its own. `alias_nodes` bounds what is walked again: values behind YAML aliases, and those that
    references find in extensions. Integers are those that 64 bits, signed or unsigned, can hold:
    all others change silently between languages.
    """

    json_bytes: int = 20_000_000
    yaml_bytes: int = 5_000_000
    depth: int = 100
    json_nodes: int = 1_000_000
    yaml_nodes: int = 300_000
    alias_nodes: int = 100_000
    distinct_references: int = 50_000
    smallest_integer: int = -(2**63)
    largest_integer: int = 2**64 - 1

    def __post_init__(self) -> None:
        if not 0 < self.depth <= _DEEPEST_WRITABLE:
            raise ValueError(f"depth must be between 1 and {_DEEPEST_WRITABLE}")
