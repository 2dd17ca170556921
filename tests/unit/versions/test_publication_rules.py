"""Is a publication decided as the policy says?"""

from itertools import product

import pytest

from service.apis.models import CompatibilityLevel, PolicyMode, UndeterminedAction
from service.apis.policies import EffectivePolicy
from service.versions.publication_reasons import (
    Approved,
    BreakingChange,
    MajorNotRaised,
    MajorRaised,
    NameWithoutMajor,
    NoBase,
    NotAllCompared,
    NotSemanticVersions,
    Reason,
    Undetermined,
    reason_as_plain,
)
from service.versions.publication_rules import (
    Accepted,
    ComparedWith,
    Held,
    PublicationDecision,
    Refused,
    decide_publication,
)


def policy(
    *,
    level: CompatibilityLevel = CompatibilityLevel.BACKWARD,
    needs_major: bool = True,
    undetermined: UndeterminedAction = UndeterminedAction.HOLD,
    mode: PolicyMode = PolicyMode.ENFORCE,
) -> EffectivePolicy:
    """Return a policy that is enforced, unless said otherwise."""
    return EffectivePolicy(
        level=level,
        breaking_needs_major=needs_major,
        undetermined=undetermined,
        mode=mode,
        origins={},
    )


def breaking(version: str = "1.0.0", changes: int = 2) -> ComparedWith:
    """Return a comparison that found breaking changes."""
    return ComparedWith(version=version, breaking=changes)


def unsure(version: str = "1.0.0") -> ComparedWith:
    """Return a comparison that could not be decided."""
    return ComparedWith(version=version, undetermined=1, causes=("pattern",))


FINE = ComparedWith(version="1.0.0")
DOUBT = Undetermined(versions=("1.0.0",), causes=("pattern",))
BREAK = BreakingChange(versions=("1.0.0",), changes=2)


def test_the_first_version_is_accepted() -> None:
    assert decide_publication(policy(), "1.0.0", compared=[]) == Accepted((NoBase(),))


def test_what_breaks_nothing_is_accepted_without_a_word() -> None:
    for mode, level in product(PolicyMode, CompatibilityLevel):
        decision = decide_publication(policy(mode=mode, level=level), "1.1.0", compared=[FINE])

        assert decision == Accepted(())


@pytest.mark.parametrize(
    ("name", "base", "needs_major", "expected"),
    [
        ("1.1.0", "1.0.0", True, Refused((BREAK, MajorNotRaised(versions=("1.0.0",))))),
        ("1.1.0", "1.0.0", False, Refused((BREAK,))),
        ("2.0.0", "1.0.0", True, Accepted((MajorRaised(versions=("1.0.0",)),))),
        ("2.0.0", "1.0.0", False, Refused((BREAK,))),
        (
            "2024-05",
            "2024-04",
            True,
            Refused(
                (
                    BreakingChange(versions=("2024-04",), changes=2),
                    NotSemanticVersions(versions=("2024-04",), names=("2024-05", "2024-04")),
                )
            ),
        ),
        (
            "2024-05",
            "2024-04",
            False,
            Refused((BreakingChange(versions=("2024-04",), changes=2),)),
        ),
        (
            "1.0.0",
            "2.0.0",
            True,
            Refused(
                (
                    BreakingChange(versions=("2.0.0",), changes=2),
                    MajorNotRaised(versions=("2.0.0",)),
                )
            ),
        ),
        (
            "1.0.0",
            "2.0.0",
            False,
            Refused((BreakingChange(versions=("2.0.0",), changes=2),)),
        ),
    ],
)
def test_a_break_needs_a_new_line(
    name: str, base: str, *, needs_major: bool, expected: PublicationDecision
) -> None:
    decision = decide_publication(policy(needs_major=needs_major), name, compared=[breaking(base)])

    assert decision == expected


def test_a_name_that_tells_no_major_is_noted_among_others_that_do() -> None:
    stray = decide_publication(policy(), "abc", compared=[FINE])
    dates = decide_publication(policy(), "2024-05", compared=[ComparedWith(version="2024-04")])
    unasked = decide_publication(policy(needs_major=False), "abc", compared=[FINE])

    assert stray == Accepted((NameWithoutMajor(name="abc"),))
    assert (dates, unasked) == (Accepted(()), Accepted(()))


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (PolicyMode.OBSERVE, Accepted(())),
        (PolicyMode.WARN, Accepted((BREAK, MajorNotRaised(versions=("1.0.0",))))),
        (PolicyMode.ENFORCE, Refused((BREAK, MajorNotRaised(versions=("1.0.0",))))),
    ],
)
def test_the_mode_says_what_a_violation_leads_to(
    mode: PolicyMode, expected: PublicationDecision
) -> None:
    assert decide_publication(policy(mode=mode), "1.1.0", compared=[breaking()]) == expected


@pytest.mark.parametrize(
    ("mode", "action", "expected"),
    [
        (PolicyMode.OBSERVE, UndeterminedAction.REFUSE, Accepted(())),
        (PolicyMode.WARN, UndeterminedAction.REFUSE, Accepted((DOUBT,))),
        (PolicyMode.ENFORCE, UndeterminedAction.ACCEPT, Accepted((DOUBT,))),
        (PolicyMode.ENFORCE, UndeterminedAction.HOLD, Held((DOUBT,))),
        (PolicyMode.ENFORCE, UndeterminedAction.REFUSE, Refused((DOUBT,))),
    ],
)
def test_the_policy_says_what_a_doubt_leads_to(
    mode: PolicyMode, action: UndeterminedAction, expected: PublicationDecision
) -> None:
    decision = decide_publication(
        policy(mode=mode, undetermined=action), "1.1.0", compared=[unsure()]
    )

    assert decision == expected


def test_no_level_means_that_no_comparison_decides() -> None:
    free = policy(level=CompatibilityLevel.NONE)

    decisions = [
        decide_publication(free, "1.1.0", compared=[one]) for one in (breaking(), unsure())
    ]

    assert decisions == [Accepted(()), Accepted(())]


def test_a_doubt_about_a_new_major_decides_nothing() -> None:
    decision = decide_publication(policy(), "2.0.0", compared=[unsure()])

    assert decision == Accepted((MajorRaised(versions=("1.0.0",)),))


def test_a_violation_weighs_more_than_a_doubt() -> None:
    decision = decide_publication(
        policy(undetermined=UndeterminedAction.ACCEPT),
        "1.2.0",
        compared=[unsure("1.1.0"), breaking("1.0.0")],
    )

    assert isinstance(decision, Refused)
    assert [reason.id for reason in decision.reasons] == [
        "breaking_change",
        "major_not_raised",
        "undetermined",
    ]


def test_all_versions_that_break_are_named() -> None:
    decision = decide_publication(
        policy(), "1.3.0", compared=[FINE, breaking("1.1.0", 1), breaking("1.2.0", 5)]
    )

    assert decision.reasons[0] == BreakingChange(versions=("1.1.0", "1.2.0"), changes=5)


def test_a_line_too_long_to_compare_is_a_doubt() -> None:
    decision = decide_publication(policy(), "1.1.0", compared=[FINE], is_complete=False)

    assert decision == Held((NotAllCompared(compared=1),))


def test_approvals_are_said() -> None:
    approved = ComparedWith(version="1.0.0", approved=("aa", "bb"))

    decision = decide_publication(policy(), "1.1.0", compared=[approved])

    assert decision == Accepted((Approved(fingerprints=("aa", "bb")),))


def test_under_enforcement_nothing_that_breaks_its_line_is_accepted() -> None:
    names = ("1.0.0", "1.1.0", "2.0.0", "0.9.0", "2024-05", "main")
    for name, base, action in product(names, names, UndeterminedAction):
        decision = decide_publication(policy(undetermined=action), name, compared=[breaking(base)])

        raised = name == "2.0.0" and base in {"1.0.0", "1.1.0", "0.9.0"}
        from_zero = base == "0.9.0" and name in {"1.0.0", "1.1.0"}
        assert isinstance(decision, Accepted) == (raised or from_zero), (name, base)


@pytest.mark.parametrize(
    "reason",
    [
        BREAK,
        MajorNotRaised(versions=("1.0.0",)),
        NotSemanticVersions(versions=tuple("abcdefgh"), names=("abc",)),
        NameWithoutMajor(name="abc"),
        DOUBT,
        NotAllCompared(compared=50),
        MajorRaised(versions=("1.0.0",)),
        Approved(fingerprints=("aa",)),
        NoBase(),
    ],
)
def test_every_reason_has_an_id_a_message_and_its_facts(reason: Reason) -> None:
    plain = reason_as_plain(reason)

    assert list(plain) == ["id", "message", "facts"]
    assert plain["id"] == type(reason).id
    assert plain["message"].endswith(".")


def test_long_lists_of_versions_are_cut_for_people_only() -> None:
    plain = reason_as_plain(MajorNotRaised(versions=tuple("abcdefgh")))

    assert plain["message"].endswith("a, b, c, d, e and 3 more.")
    assert plain["facts"] == {"versions": list("abcdefgh")}
