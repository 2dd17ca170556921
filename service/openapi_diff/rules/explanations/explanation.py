"""What does one rule mean to people: what they experience, why it breaks, what would not?"""

from dataclasses import dataclass

NARROWED = (
    "A request that kept to the base's rules is refused: who sends it stops working without "
    "having changed anything."
)
WIDENED = (
    "Readers that relied on the base's rules (a generated type, a closed list, the width of a "
    "column) meet what they were told would not come."
)
OVERLAP = (
    "Accept the old and the new side by side, mark the old as deprecated, and refuse it in a new "
    "major version only."
)
OPT_IN = (
    "Keep to the old rules in this version; send the new only to clients that ask for it, by a "
    "new property, parameter, media type or version."
)

MISREAD = "What clients write is split or decoded otherwise, and so is refused or misread."
BOTH_SPELLINGS = "Understand both ways of writing it, and mark the old one as deprecated."


@dataclass(frozen=True, slots=True)
class Telling:
    """What an edit means in one direction.

    `sentence` is a template over {operations}, {place}, {subject}, {before}, {after}, {old_types},
    {new_types}, {old_list}, {alternatives} and {cover}. `why` and `instead` are empty where the
    edit is harmless.
    """

    sentence: str
    why: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the edit of one rule means for what clients send and for what they receive.

    `surprise` is the sentence where an edit that is harmless by its nature lets clients receive
    what the base ruled out; empty where the rule's summary says enough.
    """

    rule: str
    request: Telling
    response: Telling
    surprise: str = ""


def narrows(
    rule: str, refused: str, *, instead: str = OVERLAP, why: str = NARROWED, surprise: str = ""
) -> Explanation:
    """The row of an edit that takes `refused` (a noun phrase) out of what is allowed."""
    sent = f"Clients that send {refused} in {{place}} to {{operations}} will be refused."
    received = f"Clients of {{operations}} no longer receive {refused} in {{place}}."
    return Explanation(rule, Telling(sent, why, instead), Telling(received), surprise)


def widens(rule: str, allowed: str, *, instead: str = OPT_IN, why: str = WIDENED) -> Explanation:
    """The row of an edit that adds `allowed` (a noun phrase) to what is allowed."""
    sent = f"Clients may now send {allowed} in {{place}} to {{operations}}."
    received = (
        f"Clients of {{operations}} may receive {allowed} in {{place}}, which the base ruled out."
    )
    return Explanation(rule, Telling(sent), Telling(received, why, instead))


def replaces(rule: str, was: str, now: str, *, why: str = "", instead: str = "") -> Explanation:
    """The row of an edit after which `was` is no longer right and `now` is expected."""
    sent = f"Clients that send {was} in {{place}} to {{operations}} will be refused; now: {now}."
    received = f"Clients of {{operations}} may receive {now} in {{place}} instead of {was}."
    return Explanation(
        rule,
        Telling(sent, why or NARROWED, instead or OVERLAP),
        Telling(received, why or WIDENED, instead or OPT_IN),
    )


def directed(rule: str, request: Telling, response: Telling) -> Explanation:
    """The row of an edit that needs words of its own in each direction."""
    return Explanation(rule, request, response)


def once(rule: str, sentence: str, why: str = "", instead: str = "") -> Explanation:
    """The row of an edit that means the same both ways."""
    telling = Telling(sentence, why, instead)
    return Explanation(rule, telling, telling)


def sent(sentence: str, *, why: str = NARROWED, instead: str = OVERLAP) -> Telling:
    """What breaks for those who send."""
    return Telling(sentence, why, instead)


def received(sentence: str, *, why: str = WIDENED, instead: str = OPT_IN) -> Telling:
    """What breaks for those who receive."""
    return Telling(sentence, why, instead)


def written_else(rule: str, how: str) -> Explanation:
    """The row of an edit after which a parameter or part is written another way."""
    return directed(
        rule,
        sent(
            f"Clients that write {{place}} of {{operations}} the old way will be refused or "
            f"misread: {how}.",
            why=MISREAD,
            instead=BOTH_SPELLINGS,
        ),
        received(
            f"Clients of {{operations}} receive {{place}} written another way: {how}.",
            why=MISREAD,
            instead=BOTH_SPELLINGS,
        ),
    )
