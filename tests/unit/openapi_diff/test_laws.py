"""Which laws hold for every pair of documents?"""

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from service.openapi_diff import Comparison, Direction, Judgement, compare
from tests.unit.openapi_diff.documents import with_schema

_NAMES = st.sampled_from(["a", "b", "c"])
_PLAIN = st.one_of(
    st.fixed_dictionaries({"type": st.sampled_from(["string", "integer", "number", "boolean"])}),
    st.fixed_dictionaries({"type": st.just("string"), "maxLength": st.integers(0, 4)}),
    st.fixed_dictionaries({"enum": st.lists(st.sampled_from(["x", "y", 1, True]), min_size=1)}),
    st.fixed_dictionaries({"type": st.just("integer"), "minimum": st.integers(-2, 2)}),
    st.just({"type": ["string", "null"]}),
    st.just({}),
    st.just({"$ref": "#/components/schemas/Node"}),
)


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.fixed_dictionaries(
            {"type": st.just("object"), "properties": st.dictionaries(_NAMES, inner, max_size=3)},
            optional={
                "required": st.lists(_NAMES, unique=True, max_size=2),
                "additionalProperties": st.one_of(st.booleans(), inner),
            },
        ),
        st.fixed_dictionaries({"type": st.just("array"), "items": inner}),
        st.builds(
            lambda keyword, branches: {keyword: branches},
            st.sampled_from(["oneOf", "anyOf", "allOf"]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.fixed_dictionaries({"not": inner}),
    )


_SCHEMAS = st.recursive(_PLAIN, _nested, max_leaves=8)
_DOCUMENTS = st.builds(
    lambda schema, node: with_schema(schema, Node=node),
    _SCHEMAS,
    st.builds(
        lambda leaf: {
            "type": "object",
            "properties": {"next": {"$ref": "#/components/schemas/Node"}, "leaf": leaf},
        },
        _PLAIN,
    ),
)
_EXAMPLES = settings(max_examples=150, deadline=None, derandomize=True)


@_EXAMPLES
@given(_DOCUMENTS)
def test_nothing_differs_from_itself(document: dict[str, Any]) -> None:
    comparison = compare(document, copy.deepcopy(document))

    assert comparison.changes == ()


@_EXAMPLES
@given(_DOCUMENTS, _DOCUMENTS)
def test_the_documents_are_not_changed(base: dict[str, Any], revision: dict[str, Any]) -> None:
    before = json.dumps([base, revision])

    compare(base, revision)

    assert json.dumps([base, revision]) == before


@_EXAMPLES
@given(_DOCUMENTS, _DOCUMENTS)
def test_the_same_documents_get_the_same_answer(
    base: dict[str, Any], revision: dict[str, Any]
) -> None:
    answers = {json.dumps(compare(base, revision).to_dict()) for _ in range(2)}

    assert len(answers) == 1


@_EXAMPLES
@given(_DOCUMENTS, _DOCUMENTS)
def test_the_order_of_keys_and_sets_means_nothing(
    base: dict[str, Any], revision: dict[str, Any]
) -> None:
    straight = compare(base, revision)
    turned = compare(_turned(base), _turned(revision))

    assert turned.to_dict() == straight.to_dict()


@_EXAMPLES
@given(_DOCUMENTS, _DOCUMENTS)
def test_what_narrows_one_way_widens_the_other_way(
    base: dict[str, Any], revision: dict[str, Any]
) -> None:
    forth, back = compare(base, revision), compare(revision, base)
    fine = not {_risky(forth), _risky(back)} & {True}

    if fine:
        assert _breaks(forth, Direction.REQUEST) == _breaks(back, Direction.RESPONSE)


@_EXAMPLES
@given(_DOCUMENTS, _DOCUMENTS)
def test_every_pointer_leads_somewhere(base: dict[str, Any], revision: dict[str, Any]) -> None:
    changes = compare(base, revision).changes

    for change in changes:
        for document, pointer in (
            (base, change.base_pointer),
            (revision, change.revision_pointer),
        ):
            if pointer is not None:
                _walk(document, pointer)


def _walk(document: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        document = document[int(name)] if isinstance(document, list) else document[name]
    return document


def _turned(value: Any) -> Any:
    """The same document with keys, and the lists that are sets, the other way round."""
    if isinstance(value, dict):
        return {
            key: list(reversed(child)) if key in ("enum", "required") else _turned(child)
            for key, child in reversed(value.items())
        }
    return [_turned(child) for child in value] if isinstance(value, list) else value


def _breaks(comparison: Comparison, direction: Direction) -> bool:
    return any(
        change.judgement is Judgement.BREAKS and change.direction is direction
        for change in comparison.changes
    )


def _risky(comparison: Comparison) -> bool:
    """Whether a judgement is at play that has no mirror: assumptions, or what nobody can tell."""
    return any(
        change.judgement in (Judgement.UNDETERMINED, Judgement.RISKY)
        or change.rule.startswith(("property.added", "property.removed"))
        for change in comparison.changes
    )
