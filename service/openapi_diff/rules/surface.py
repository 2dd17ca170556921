"""What do edits of the document, its paths, operations, servers and security mean?"""

from service.openapi_diff.rules.rule import BREAKS, DOCUMENTATION, RISKY, SAFE, Rule
from service.openapi_diff.verdicts import Assumption, Judgement


def _once(rule_id: str, judgement: Judgement, summary: str) -> Rule:
    return Rule(rule_id, judgement, judgement, summary, directed=False)


DOCUMENT_RULES = (
    _once("info.version-changed", DOCUMENTATION, "The version of the API changed"),
    _once("info.metadata-changed", DOCUMENTATION, "The description of the API changed"),
    _once("document.dialect-changed", SAFE, "The document is written in another OpenAPI version"),
    _once("document.tags-changed", DOCUMENTATION, "The list of tags changed"),
    _once("document.extension-changed", DOCUMENTATION, "A specification extension changed"),
)

SERVER_RULES = (
    _once("server.removed", RISKY, "A server is no longer offered"),
    _once("server.added", SAFE, "A server is offered"),
    _once("server.url-changed", BREAKS, "None of the servers is offered any more"),
    _once("server.variable-enum-removed", BREAKS, "A server variable lost a value"),
    _once("server.variable-enum-added", SAFE, "A server variable gained a value"),
    _once("server.variable-default-changed", RISKY, "The default of a server variable changed"),
    _once("server.scope-override", BREAKS, "The operation answers at other servers"),
    _once("server.protocol-removed", BREAKS, "A protocol is no longer offered"),
    _once("server.prefix-moved", SAFE, "A prefix moved between servers and paths"),
)

PATH_RULES = (
    _once("path.removed", BREAKS, "The path is gone"),
    _once("path.removed-deprecated", BREAKS, "The path is gone after it was deprecated"),
    _once("path.removed-before-sunset", BREAKS, "The path is gone before its sunset"),
    _once("path.added", SAFE, "The path is new"),
    _once("path.parameter-renamed", SAFE, "The path names a parameter otherwise"),
    _once("path.ambiguous-templates", RISKY, "Several paths have the same shape"),
    _once(
        "path.case-or-slash-changed", BREAKS, "The path changed in letter case or trailing slash"
    ),
    _once("path.item-ref-changed", BREAKS, "The path item points to something not found here"),
)

OPERATION_RULES = (
    _once("operation.removed", BREAKS, "The operation is gone"),
    _once("operation.removed-deprecated", BREAKS, "The operation is gone after its deprecation"),
    _once("operation.removed-before-sunset", BREAKS, "The operation is gone before its sunset"),
    _once("operation.added", SAFE, "The operation is new"),
    _once("operation.id-changed", RISKY, "The operationId changed, and with it generated names"),
    _once("operation.tags-changed", DOCUMENTATION, "The tags of the operation changed"),
    _once("operation.docs-changed", DOCUMENTATION, "The text of the operation changed"),
    _once("operation.long-running-changed", RISKY, "x-ms-long-running-operation changed"),
)

LIFECYCLE_RULES = (
    _once("deprecation.operation", SAFE, "The operation is deprecated"),
    _once("deprecation.operation-reactivated", SAFE, "The operation is no longer deprecated"),
    _once("deprecation.parameter", SAFE, "The deprecation of the parameter changed"),
    _once("deprecation.property", SAFE, "The deprecation of the schema changed"),
    _once("deprecation.header", SAFE, "The deprecation of the header changed"),
    _once("sunset.missing", RISKY, "Something is deprecated without a sunset date"),
    _once("sunset.too-soon", RISKY, "The sunset comes sooner than the notice that was asked for"),
    _once("sunset.passed", RISKY, "The sunset is set to a day that is over"),
    _once("sunset.unparsable", RISKY, "The sunset date cannot be read"),
    _once("sunset.brought-forward", RISKY, "The sunset date moved to an earlier day"),
    _once("sunset.deleted", RISKY, "The sunset date was withdrawn while deprecated"),
    _once("stability.decreased", BREAKS, "The announced stability was lowered"),
    _once("stability.increased", SAFE, "The announced stability was raised"),
    _once("stability.invalid", RISKY, "The announced stability is no known value"),
)

SECURITY_RULES = (
    Rule("security.required-added", BREAKS, SAFE, "Credentials are now required"),
    Rule("security.removed", SAFE, BREAKS, "Credentials are no longer required"),
    Rule("security.made-optional", SAFE, BREAKS, "Credentials became optional"),
    Rule("security.optional-withdrawn", BREAKS, SAFE, "Credentials are no longer optional"),
    Rule("security.alternative-added", SAFE, BREAKS, "Another kind of credentials is accepted"),
    Rule(
        "security.alternative-removed", BREAKS, SAFE, "A kind of credentials is no longer accepted"
    ),
    Rule("security.combined-scheme-added", BREAKS, SAFE, "A further credential is needed"),
    Rule("security.scope-added", BREAKS, SAFE, "A further scope is needed"),
    Rule("security.scope-removed", SAFE, BREAKS, "A scope is no longer needed"),
    Rule("scheme.type-changed", BREAKS, BREAKS, "The type of the security scheme changed"),
    Rule("scheme.apikey-name-or-in", BREAKS, BREAKS, "The API key is sent elsewhere"),
    Rule("scheme.http-scheme", BREAKS, BREAKS, "The HTTP authentication scheme changed"),
    _once("scheme.bearer-format", DOCUMENTATION, "The hint on the bearer format changed"),
    Rule("scheme.oauth-flow-changed", BREAKS, BREAKS, "An OAuth flow is no longer offered"),
    _once("scheme.oauth-url-changed", RISKY, "An OAuth address changed"),
    _once("scheme.oauth-scope-defined", RISKY, "The defined OAuth scopes changed"),
    _once("scheme.oidc-url-changed", RISKY, "The OpenID Connect discovery address changed"),
    _once("scheme.added", SAFE, "A security scheme is defined"),
    _once("scheme.removed", SAFE, "The definition of the security scheme is gone"),
    _once("scheme.renamed", SAFE, "The security scheme has another name, and nothing else"),
)

CALLBACK_RULES = (
    _once("callback.added", RISKY, "The provider may now call back"),
    _once("callback.removed", BREAKS, "The provider no longer calls back"),
    _once("webhook.added", SAFE, "The provider may send a new webhook"),
    _once("webhook.removed", BREAKS, "The provider no longer sends the webhook"),
    Rule(
        "link.changed",
        RISKY,
        RISKY,
        "A link was added, removed or changed",
        directed=False,
        response_assumes=Assumption.READERS_IGNORE_UNKNOWN,
    ),
)

SURFACE_RULES = (
    *DOCUMENT_RULES,
    *SERVER_RULES,
    *PATH_RULES,
    *OPERATION_RULES,
    *LIFECYCLE_RULES,
    *SECURITY_RULES,
    *CALLBACK_RULES,
)
