"""What do edits of credentials, scopes and security schemes mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    Explanation,
    Telling,
    directed,
    once,
    received,
    sent,
)

_LOCKED_OUT = "Clients that are let in today are refused with 401 or 403."
_BOTH_WAYS = (
    "Accept the old and the new credentials side by side until all clients have moved, then "
    "withdraw the old in a new major version."
)
_UNGUARDED = "The receiver cannot tell any more who calls it, or is shown what it cannot check."


def _asks_more(rule: str, who: str) -> Explanation:
    return directed(
        rule,
        sent(
            f"Clients that call {{operations}} {who} will be refused.",
            why=_LOCKED_OUT,
            instead=_BOTH_WAYS,
        ),
        Telling("What the provider calls at {operations} is called with stronger credentials."),
    )


def _asks_less(rule: str, who: str) -> Explanation:
    return directed(
        rule,
        Telling(f"Clients may now call {{operations}} {who}."),
        received(
            f"The provider may call {{operations}} {who}.", why=_UNGUARDED, instead=_BOTH_WAYS
        ),
    )


def _asks_else(rule: str, sentence: str) -> Explanation:
    telling = Telling(sentence, _LOCKED_OUT, _BOTH_WAYS)
    return Explanation(rule, telling, telling)


SECURITY_EXPLANATIONS = (
    _asks_more("security.required-added", "without credentials (now needed: {after})"),
    _asks_less("security.removed", "without credentials"),
    _asks_less("security.made-optional", "without credentials"),
    _asks_more("security.optional-withdrawn", "without credentials (now needed: {after})"),
    _asks_less("security.alternative-added", "with other credentials too ({subject})"),
    _asks_more("security.alternative-removed", "with {subject} (still accepted: {after})"),
    _asks_more("security.combined-scheme-added", "without all of {subject}"),
    _asks_more("security.scope-added", "without the scopes {subject}"),
    _asks_less("security.scope-removed", "with fewer scopes ({subject})"),
    _asks_else(
        "scheme.type-changed",
        "Clients that authenticate to {operations} by {before} will be refused; now: {after}.",
    ),
    _asks_else(
        "scheme.apikey-name-or-in",
        "Clients that send the API key of {operations} by {before} will be refused; now: {after}.",
    ),
    _asks_else(
        "scheme.http-scheme",
        "Clients that authenticate to {operations} by {before} will be refused; now: {after}.",
    ),
    once("scheme.bearer-format", "The hint on the format of the bearer token changed."),
    _asks_else(
        "scheme.oauth-flow-changed",
        "Clients that get their token for {operations} by the flow {before} get none any more.",
    ),
    once(
        "scheme.oauth-url-changed",
        "Clients get their token at {after} instead of {before}.",
        "Clients have the address in their configuration.",
        "Keep the old address working, if need be by a redirect.",
    ),
    once(
        "scheme.oauth-scope-defined",
        "The scopes that clients may ask for changed ({place}).",
        "A client that asks for a scope that is gone gets no token.",
        "Keep the old scopes as other names of the new ones.",
    ),
    once(
        "scheme.oidc-url-changed",
        "Clients discover the identity provider at {after} instead of {before}.",
        "Clients have the address in their configuration.",
        "Keep the old address working, if need be by a redirect.",
    ),
    once("scheme.added", "The security scheme {subject} is defined; nothing asks for it by that."),
    once(
        "scheme.removed",
        "The security scheme {subject} is no longer defined.",
        "What still asks for it cannot be read any more.",
        "Keep the definition as long as an operation asks for it.",
    ),
    once(
        "scheme.renamed",
        "The security scheme {before} is now called {after}; credentials are the same.",
    ),
)
