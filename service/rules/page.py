"""How do the rules of comparison read as one page?"""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from service.openapi_diff import Direction, Judgement
from service.rules.catalogue import Meaning, ToldRule, told_rules

_INTRODUCTION = """\
# Rules of comparison

<!-- Written by `make rules-doc`; do not edit. -->

Each change that a comparison reports names the rule it is judged by. Ids are for ever: they
stand in stored results and approvals. A rule is judged apart for what clients send (requests) and
for what they receive (responses); callbacks and webhooks, where the provider sends, count the other
way round. A rule without direction is reported once. [Policies](policies.md) may judge otherwise,
which is said with the rule. What could not be found out about the schemas at hand is
`undetermined`, whatever the table says.

*Breaks*: clients that relied on the base fail. *Risky*: inside the contract, and known to hurt.
*Safe*: breaks nobody. *Documentation*: nothing that travels changed. Examples show the fragment
that differs, and what the engine says to it."""
_DIRECTIONS = {None: "both ways", Direction.REQUEST: "requests", Direction.RESPONSE: "responses"}
_PLACES = {
    "schema": "a schema that POST /things takes and answers",
    "parameter": "the parameters of POST /things",
    "body": "the request body of POST /things",
    "responses": "the responses of POST /things",
    "operation": "the operation POST /things",
    "document": "the document",
    "paths": "the document",
}


def rules_page() -> str:
    """Return the page, as Markdown, the same for the same engine."""
    rules = list(told_rules().values())
    lines = [_INTRODUCTION, "", f"{len(rules)} rules:", ""]
    for area, members in groupby(rules, key=lambda rule: rule.area):
        links = ", ".join(f"[{rule.id}](#{anchor_of(rule.id)})" for rule in members)
        lines.append(f"- **{area}**: {links}")
    for rule in rules:
        lines.extend(("", *_rule(rule)))
    return "\n".join(lines) + "\n"


def anchor_of(rule: str) -> str:
    """Return the anchor of a rule on the page."""
    return rule.replace(".", "-")


def _rule(rule: ToldRule) -> Iterator[str]:
    yield f'<a id="{anchor_of(rule.id)}"></a>'
    yield ""
    yield f"## {rule.id}"
    yield ""
    yield f"{rule.summary}."
    yield ""
    yield from _judgements(rule)
    yield from _policies(rule)
    yield ""
    yield from _example(rule)


def _judgements(rule: ToldRule) -> Iterator[str]:
    if rule.directed:
        yield from _meaning("In requests", rule.request)
        yield from _meaning("In responses", rule.response)
    else:
        yield from _meaning("Both ways", rule.request)


def _meaning(where: str, meaning: Meaning) -> Iterator[str]:
    yield f"- {where}: **{meaning.judgement.value}**."
    if meaning.why:
        yield f"  - Why: {meaning.why}"
    if meaning.instead:
        yield f"  - Instead: {meaning.instead}"


def _policies(rule: ToldRule) -> Iterator[str]:
    if rule.policies:
        told = [
            f"`{policy.policy}` says {policy.judgement.value} ({_DIRECTIONS[policy.direction]}"
            + (", where nothing stood before)" if policy.only_new else ")")
            for policy in rule.policies
        ]
        yield f"- Policies: {', '.join(told)}."


def _example(rule: ToldRule) -> Iterator[str]:
    example = rule.example
    day = f", compared on {example.today}" if example.today else ""
    notice = f" with {example.notice} days of notice asked for" if example.notice else ""
    yield f"Example, in {_PLACES[example.place]}{day}{notice}:"
    yield ""
    yield "```diff"
    yield from (f"- {_json(example.before)}", f"+ {_json(example.after)}")
    yield "```"
    yield ""
    for change in rule.changes:
        yield f"- {_mark(change.judgement)} {change.message}"


def _json(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def _mark(judgement: Judgement) -> str:
    return f"*{judgement.value}*:"
