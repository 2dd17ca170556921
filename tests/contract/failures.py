"""Which failures do the contract tests add to those of schemathesis?"""

from schemathesis.core.failures import Failure


class BrokenEnvelope(Failure):
    """An error without the envelope, or with one that is not right; the title says what."""

    code = "ST902"
    checks = ("error_envelope",)
    kind_title = "The error envelope is not right"

    @property
    def _unique_key(self) -> str:
        return self.title


class CallerLetIn(Failure):
    """A protected operation answered a caller who lacks what it asks for."""

    code = "ST903"
    checks = ("protected_operations_refuse",)
    kind_title = "A protected operation let the caller in"
