"""Does the effective policy follow from what the levels set?"""

from hypothesis import given
from hypothesis import strategies as st

from service.apis.models import CompatibilityLevel, PolicyMode, UndeterminedAction
from service.apis.policies import (
    DEFAULTS,
    VALUE_NAMES,
    PolicyOrigin,
    PolicyValues,
    effective_policy,
)

ORDER = (PolicyOrigin.INSTANCE, PolicyOrigin.GROUP, PolicyOrigin.API)
ANY_VALUES = st.builds(
    PolicyValues,
    level=st.none() | st.sampled_from(CompatibilityLevel),
    breaking_needs_major=st.none() | st.booleans(),
    undetermined=st.none() | st.sampled_from(UndeterminedAction),
    mode=st.none() | st.sampled_from(PolicyMode),
)


def test_without_levels_the_defaults_hold() -> None:
    policy = effective_policy([])

    assert {name: getattr(policy, name) for name in VALUE_NAMES} == DEFAULTS
    assert policy.origins == dict.fromkeys(VALUE_NAMES, PolicyOrigin.DEFAULT)


def test_the_values_of_a_policy_are_those_a_level_can_set() -> None:
    assert tuple(PolicyValues.__dataclass_fields__) == VALUE_NAMES
    assert tuple(DEFAULTS) == VALUE_NAMES


@given(st.tuples(ANY_VALUES, ANY_VALUES, ANY_VALUES))
def test_each_value_is_the_last_one_set_and_names_its_level(
    levels: tuple[PolicyValues, PolicyValues, PolicyValues],
) -> None:
    layers = list(zip(ORDER, levels, strict=True))

    policy = effective_policy(layers)

    for name in VALUE_NAMES:
        set_at = [(origin, getattr(values, name)) for origin, values in layers]
        expected = [(PolicyOrigin.DEFAULT, DEFAULTS[name])] + [
            pair for pair in set_at if pair[1] is not None
        ]
        assert (policy.origins[name], getattr(policy, name)) == expected[-1]


@given(ANY_VALUES)
def test_a_level_that_sets_nothing_changes_nothing(values: PolicyValues) -> None:
    layers = [(PolicyOrigin.GROUP, values)]

    assert effective_policy([*layers, (PolicyOrigin.API, PolicyValues())]) == effective_policy(
        layers
    )
