"""What does a comparer of schema keywords work with?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from service.openapi_diff import json_types
from service.openapi_diff.schema_views import Definition, SchemaView
from service.openapi_diff.verdicts import Assumption, Cause, Effect
from service.openapi_diff.walk import BOTH, Desk, Fact


class Context(NamedTuple):
    """What a schema's meaning depends on besides its keywords."""

    text: bool = False  # written as plain text, not as JSON: parameters and headers
    repeats: bool = False  # and a list has a key for each item, as `tag=a&tag=b`
    types: int = json_types.ANY  # those that can occur here; what is said of others is not heard


ANYWHERE, AS_TEXT = Context(), Context(text=True)


@dataclass(slots=True, eq=False)
class SchemaPair:
    """Two views of one definition, and the types that both allow."""

    desk: Desk
    old: SchemaView
    new: SchemaView
    types: int
    context: Context
    descend: "Descend"

    def report(  # noqa: PLR0913 - a fact has this many sides; all but the rule are named
        self,
        rule: str,
        keyword: str,
        *,
        before: Any = None,
        after: Any = None,
        subject: str = "",
        effect: Effect | None = None,
        cause: Cause | None = None,
        assumes: Assumption | None = None,
        passes: int = BOTH,
    ) -> None:
        """Report an edit of a keyword, at the schemas that hold it."""
        fact = Fact(
            rule,
            self.old.where(keyword),
            self.new.where(keyword),
            before,
            after,
            subject,
            effect,
            cause,
            assumes,
        )
        self.desk.report(fact, passes)

    def enter(
        self, old: Definition, new: Definition, *, passes: int = BOTH, text: bool = False
    ) -> None:
        """Have the schemas below compared, once for all who use them."""
        self.descend(self.desk, old, new, passes=passes, context=AS_TEXT if text else ANYWHERE)

    def enter_remarks(self, keyword: str) -> None:
        """Have schemas compared that demand nothing on either side."""
        old, new = self.old.sites(keyword), self.new.sites(keyword)
        if old and new:
            self.enter(old, new)

    def enter_as(self, old: Definition, new: Definition, types: int) -> None:
        """Have two definitions of the same instance compared, as far as it is of these types."""
        self.descend(self.desk, old, new, context=Context(types=types))

    def within(self, types: int) -> "SchemaPair":
        """The same pair, asked about instances of these types alone."""
        types &= self.context.types
        return replace(self, context=self.context._replace(types=types))

    def unchanged(self, keyword: str) -> bool:
        """Whether a keyword says the same on both sides, with all it refers to."""
        return keyword not in changed_keywords(self.desk, self.old, self.new, (keyword,))


def changed_keywords(
    desk: Desk, old: SchemaView, new: SchemaView, keywords: Iterable[str]
) -> set[str]:
    """Those that say something else, or refer to something that does."""
    unchanged = desk.walk.unchanged
    if len(old.parts) == len(new.parts) == 1:  # as nearly all are: without a list per keyword
        before, after = old.parts[0].value, new.parts[0].value
        return {
            keyword
            for keyword in keywords
            if (keyword in old.keywords) is not (keyword in new.keywords)
            or (keyword in old.keywords and not unchanged.holds(before[keyword], after[keyword]))
        }
    return {
        keyword
        for keyword in keywords
        if not unchanged.all_hold(old.all_of(keyword), new.all_of(keyword))
    }


Descend = Callable[..., None]
