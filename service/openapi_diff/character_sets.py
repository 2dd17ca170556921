"""Which characters does a class of a regular expression stand for?"""

MAX_CODE = 0x10FFFF

Interval = tuple[int, int]
Characters = tuple[Interval, ...]

_DIGIT: Characters = ((48, 57),)
_WORD: Characters = ((48, 57), (65, 90), (95, 95), (97, 122))
_SPACE: Characters = (
    (9, 13),
    (32, 32),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
)
ANY: Characters = ((0, MAX_CODE),)
CLASSES = {"d": _DIGIT, "w": _WORD, "s": _SPACE}
CONTROLS = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}


def complement(characters: Characters) -> Characters:
    """Every character that is not among these."""
    found: list[Interval] = []
    following = 0
    for low, high in sorted(characters):
        if low > following:
            found.append((following, low - 1))
        following = max(following, high + 1)
    if following <= MAX_CODE:
        found.append((following, MAX_CODE))
    return tuple(found)


NO_LINE_END = complement(((10, 10), (13, 13), (0x2028, 0x2029)))
