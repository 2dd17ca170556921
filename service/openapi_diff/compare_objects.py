"""What changed in the properties of an object?"""

from service.openapi_diff.compare_maps import MAP_KEYWORDS, compare_maps
from service.openapi_diff.description import Dialect
from service.openapi_diff.object_views import ObjectView, visibility
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import Definition
from service.openapi_diff.verdicts import Assumption, Cause, Effect
from service.openapi_diff.walk import BOTH, REQUEST, RESPONSE, Fact

_PROPERTIES_PER_STEP = 4  # that many are looked through at about the cost of a schema
OBJECT_KEYWORDS = MAP_KEYWORDS | {"properties", "required"}


def compare_objects(pair: SchemaPair) -> None:
    """Compare declared properties by name, then what holds for all the others."""
    old, new = (ObjectView(view, pair.desk.walk.patterns) for view in (pair.old, pair.new))
    pair.desk.walk.work.spend((len(old.properties) + len(new.properties)) // _PROPERTIES_PER_STEP)
    gone = [name for name in old.properties if name not in new.properties]
    come = [name for name in new.properties if name not in old.properties]
    changed = old.properties.changed_names(new.properties, pair.desk.walk.unchanged)
    changed.update(old.required.keys() ^ new.required.keys())
    for name in old.properties:
        if name in changed and name in new.properties:
            _compare_property(pair, old, new, name)
    if not _compare_renamed(pair, old, new, gone, come):
        for name in gone:
            _compare_removed(pair, old, new, name, old.properties[name])
        for name in come:
            _compare_added(pair, old, new, name, new.properties[name])
    _compare_undeclared_requirements(pair, old, new)
    compare_maps(pair, old, new)


def _compare_property(pair: SchemaPair, old: ObjectView, new: ObjectView, name: str) -> None:
    before, after = old.properties[name], new.properties[name]
    shown_before = visibility(pair.desk.walk.base_schemas, before)
    shown_after = visibility(pair.desk.walk.revision_schemas, after)
    if shown_before != shown_after:
        _compare_visibility(pair, name, (before, after), (shown_before, shown_after))
    passes = shown_before & shown_after
    if (name in old.required) is not (name in new.required):
        _report_requirement(pair, old, new, name, passes)
        _report_hidden_requirement(pair, old, new, name, BOTH & ~(shown_before | shown_after))
    if name in new.required and REQUEST & shown_after & ~shown_before:
        _report_became_required(pair, name, (before, after), REQUEST)  # nobody sent it
    pair.enter(before, after, passes=passes)


def _compare_renamed(
    pair: SchemaPair, old: ObjectView, new: ObjectView, gone: list[str], come: list[str]
) -> bool:
    """Report one property gone and one come, alike in all but the name; answer whether it is so."""
    if not len(gone) == len(come) == 1 or not _are_alike(pair, old, new, gone[0], come[0]):
        return False
    (before,), (after,) = gone, come
    must_fit = before in old.required or old.is_closed
    _report(
        pair,
        "property.renamed",
        f"{before} to {after}",
        (old.properties[before], new.properties[after]),
        effect=Effect.CHANGED if must_fit else None,
    )
    return True


def _are_alike(pair: SchemaPair, old: ObjectView, new: ObjectView, before: str, after: str) -> bool:
    """Whether two properties differ by their names alone, and either name means nothing else."""
    values = old.properties.values_of(before), new.properties.values_of(after)
    return (
        pair.desk.walk.unchanged.all_hold(*values)
        and (before in old.required) is (after in new.required)
        and (before in new.required) is (after in old.required) is False
        and visibility(pair.desk.walk.base_schemas, old.properties[before]) == BOTH
        and not old.schema_for_undeclared(after)
        and not new.schema_for_undeclared(before)
        and old.allows_undeclared(after) is new.allows_undeclared(before) is (not old.is_closed)
    )


def _compare_visibility(
    pair: SchemaPair, name: str, sites: tuple[Definition, Definition], shown: tuple[int, int]
) -> None:
    before, after = shown
    for bit, keyword in ((REQUEST, "read-only"), (RESPONSE, "write-only")):
        if (before ^ after) & bit:
            rule = f"property.{keyword}-{'off' if after & bit else 'on'}"
            _report(pair, rule, name, sites, passes=bit)


def _report_requirement(
    pair: SchemaPair, old: ObjectView, new: ObjectView, name: str, passes: int
) -> None:
    sites = (old.properties[name], new.properties[name])
    if name in old.required:
        _report(pair, "property.became-optional", name, sites, passes=passes)
    else:
        _report_became_required(pair, name, sites, passes)


def _report_hidden_requirement(
    pair: SchemaPair, old: ObjectView, new: ObjectView, name: str, hidden: int
) -> None:
    """Since 3.1 `required` holds in both directions; that nobody sends it is an assumption."""
    if hidden and pair.old.dialect is pair.new.dialect is Dialect.OPENAPI_3_1:
        rule = "property.became-required" if name in new.required else "property.became-optional"
        fact = _fact(rule, name, (old.properties[name], new.properties[name]))
        fact = fact._replace(effect=Effect.NONE, assumes=Assumption.READ_ONLY_IS_NOT_SENT)
        pair.desk.report(fact, hidden)


def _report_became_required(
    pair: SchemaPair, name: str, sites: tuple[Definition, Definition], passes: int
) -> None:
    default = "default" in pair.desk.walk.revision_schemas.view(sites[1]).keywords
    rule = "property.became-required" + ("-with-default" if default else "")
    _report(pair, rule, name, sites, passes=passes)


def _compare_removed(
    pair: SchemaPair, old: ObjectView, new: ObjectView, name: str, definition: Definition
) -> None:
    passes = visibility(pair.desk.walk.base_schemas, definition)
    needed = name in old.required
    instead = new.schema_for_undeclared(name)
    if instead:
        pair.enter(definition, instead, passes=passes)
        if needed and name not in new.required:
            _report(pair, "property.became-optional", name, (definition, ()), passes=passes)
        return
    rule = "property.removed-required" if needed else "property.removed-optional"
    effect = cause = None
    match new.allows_undeclared(name):
        case False:
            effect = Effect.CHANGED if needed else Effect.NARROWED
        case None:
            effect, cause = Effect.UNKNOWN, Cause.PATTERN
        case True:
            pass
    _report(pair, rule, name, (definition, ()), passes=passes, effect=effect, cause=cause)
    asked = REQUEST & ~passes if needed else BOTH  # nobody sent what was read-only
    if name in new.required and asked:
        _report(pair, "property.required-unknown", name, (definition, ()), passes=asked)


def _compare_added(
    pair: SchemaPair, old: ObjectView, new: ObjectView, name: str, definition: Definition
) -> None:
    view = pair.desk.walk.revision_schemas.view(definition)
    passes = visibility(pair.desk.walk.revision_schemas, definition)
    needed = name in new.required and name not in old.required
    before = old.schema_for_undeclared(name)
    allowed = old.allows_undeclared(name)
    if before or name in old.required:  # whoever had to send it sent anything that was allowed
        pair.enter(before, definition, passes=passes)
    effect = None
    if allowed is False:
        effect = Effect.CHANGED if needed else Effect.WIDENED
    if not needed:
        if name in old.required:
            _report_no_longer_sent(pair, new, name, definition, passes)
        if not before:
            passes = BOTH if effect is None else passes
            _report(
                pair,
                "property.added-optional",
                name,
                ((), definition),
                passes=passes,
                effect=effect,
            )
        return
    rule = "property.added-required"
    if not passes & REQUEST:
        rule, passes = "property.added-required-read-only", BOTH
    elif "default" in view.keywords:
        rule = "property.added-required-with-default"
    _report(pair, rule, name, ((), definition), passes=passes, effect=effect)


def _report_no_longer_sent(
    pair: SchemaPair, new: ObjectView, name: str, definition: Definition, passes: int
) -> None:
    """What was required without being declared may be left out now, or does not travel any more."""
    freed = BOTH if name not in new.required else RESPONSE & ~passes
    if freed:
        _report(pair, "property.became-optional", name, ((), definition), passes=freed)


def _compare_undeclared_requirements(pair: SchemaPair, old: ObjectView, new: ObjectView) -> None:
    """Names that are required, though no side declares them as a property."""
    declared = old.properties.keys() | new.properties.keys()
    for name in new.required:
        if name not in declared and name not in old.required:
            pair.report("property.required-unknown", "required", subject=name)
    for name in old.required:
        if name in declared:
            continue
        if name in new.required:
            _compare_undeclared_visibility(pair, old, new, name)
        else:
            pair.report("property.became-optional", "required", subject=name)


def _compare_undeclared_visibility(
    pair: SchemaPair, old: ObjectView, new: ObjectView, name: str
) -> None:
    """A name that is required before and after, and perhaps declared by a part beside a closed one:
    hidden there, it is not asked for in that direction."""
    before = old.travels(pair.desk.walk.base_schemas, name)
    after = new.travels(pair.desk.walk.revision_schemas, name)
    if REQUEST & after & ~before:
        pair.report("property.required-unknown", "required", subject=name, passes=REQUEST)
    if RESPONSE & before & ~after:
        pair.report("property.became-optional", "required", subject=name, passes=RESPONSE)


def _report(  # noqa: PLR0913 - as many sides as a fact has; all but four are named
    pair: SchemaPair,
    rule: str,
    name: str,
    sites: tuple[Definition, Definition],
    *,
    passes: int = BOTH,
    effect: Effect | None = None,
    cause: Cause | None = None,
) -> None:
    fact = _fact(rule, name, sites)._replace(effect=effect, cause=cause)
    pair.desk.report(fact, passes)


def _fact(rule: str, name: str, sites: tuple[Definition, Definition]) -> Fact:
    before, after = sites
    return Fact(
        rule,
        before[0].pointer if before else None,
        after[0].pointer if after else None,
        before[0].value if before else None,
        after[0].value if after else None,
        name,
    )
