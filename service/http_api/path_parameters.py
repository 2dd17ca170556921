"""How are the parameters of a path documented? By their converter and by their name."""

from types import MappingProxyType
from typing import Any

from flask_smorest.spec.plugins import FlaskPlugin
from werkzeug.routing import BaseConverter, Rule

_ID_EXAMPLE = "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55"

PATH_PARAMETERS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "account": ("The service account's name.", "ci"),
        "api": ("The API's name.", "orders"),
        "approval_id": ("The approval's id.", _ID_EXAMPLE),
        "delivery_id": ("The delivery's id.", _ID_EXAMPLE),
        "fingerprint": ("The change's fingerprint.", "9f86d081884c7d659a2feaa0c55ad015"),
        "group": ("The group's name.", "acme"),
        "invitation_id": ("The invitation's id.", _ID_EXAMPLE),
        "job_id": ("The job's id.", _ID_EXAMPLE),
        "rule_id": ("The rule's id.", "schema.enum-value-removed"),
        "token_id": ("The access token's id.", _ID_EXAMPLE),
        "username": ("The user's name.", "alice"),
        "version": ("The API version's name.", "1.2.0"),
        "webhook_id": ("The webhook's id.", _ID_EXAMPLE),
    }
)
"""Description and example of each; a name that is missing here goes without, and a test fails."""


class PathPlugin(FlaskPlugin):  # type: ignore[misc]  # flask-smorest carries no types
    """Documents path parameters with what their names mean."""

    def rule_to_params(self, rule: Rule) -> list[dict[str, Any]]:
        """Return the parameters of a rule."""
        parameters: list[dict[str, Any]] = super().rule_to_params(rule)
        for parameter in parameters:
            if parameter["name"] in PATH_PARAMETERS:
                description, example = PATH_PARAMETERS[parameter["name"]]
                parameter["description"] = description
                parameter["example"] = example
        return parameters


def path_parameter_schema(converter: BaseConverter) -> dict[str, Any]:
    """Return the schema of a path parameter."""
    return {"type": "string", "pattern": f"^{converter.regex}$"}
