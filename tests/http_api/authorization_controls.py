"""Which row of the matrix must turn red where a guard lets everybody through?

One entry for each place in which a use case asks a permission, and for each condition that hides
rows. A guard that no row depends on is not tested, or not needed; then it says why it stands.
"""

from types import MappingProxyType

PERMISSIONS: MappingProxyType[str, str] = MappingProxyType(
    {
        "service.admin.use_cases.can_read_statistics": "GET /instance/statistics",
        "service.apis.use_cases.apis.can_change_api": "PATCH /groups/<name:group>/apis/<name:api>",
        "service.apis.use_cases.apis.can_create_api": "POST /groups/<name:group>/apis",
        "service.apis.use_cases.approvals.can_approve_change": (
            "POST /groups/<name:group>/apis/<name:api>/approvals"
        ),
        "service.apis.use_cases.approvals.can_list_approvals": (
            "GET /groups/<name:group>/apis/<name:api>/approvals"
        ),
        "service.apis.use_cases.policies.can_administer_policy": "PUT /instance/policy",
        "service.apis.use_cases.policies.can_change_api": (
            "PUT /groups/<name:group>/apis/<name:api>/policy"
        ),
        "service.apis.use_cases.policies.can_set_group_policy": "PUT /groups/<name:group>/policy",
        "service.audit.use_cases.can_read_audit": "GET /audit-events",
        "service.groups.use_cases.can_change_group": "PATCH /groups/<name:group>",
        "service.groups.use_cases.can_create_group": "POST /groups",
        "service.groups.use_cases.can_list_members": "GET /groups/<name:group>/members",
        "service.groups.use_cases.can_read_group_audit": "GET /groups/<name:group>/audit-events",
        "service.groups.use_cases.can_set_quotas": "PATCH /groups/<name:group> (its quotas)",
        "service.identities.use_cases.can_change_own_password": "PUT /me/password",
        "service.identities.use_cases.can_manage_users": "PATCH /users/<name:username>",
        "service.invitations.use_cases.can_invite": "POST /invitations (to a group)",
        "service.jobs.use_cases.can_steer_job": "POST /jobs/<id:job_id>/cancel",
        "service.sdks.use_cases.asking.can_rebuild_sdk": (
            "POST /groups/<name:group>/apis/<name:api>/versions/<version:version>/sdk/rebuild"
        ),
        "service.service_accounts.use_cases.can_manage_service_accounts": (
            "POST /groups/<name:group>/service-accounts"
        ),
        "service.tokens.use_cases.issuing.can_create_account_token": (
            "POST /groups/<name:group>/service-accounts/<name:account>/access-tokens"
            " (to administer)"
        ),
        "service.tokens.use_cases.issuing.can_create_token": "POST /access-tokens (to administer)",
        "service.versions.use_cases.comparing.sees_unaccepted": (
            "GET /groups/<name:group>/apis/<name:api>/comparisons (pending)"
        ),
        "service.versions.use_cases.examination.can_publish_version": (
            "POST /groups/<name:group>/apis/<name:api>/versions"
        ),
        "service.versions.use_cases.reading.can_list_refused": (
            "GET /groups/<name:group>/apis/<name:api>/refused-publications"
        ),
        "service.versions.use_cases.reading.sees_unaccepted": (
            "GET /groups/<name:group>/apis/<name:api>/versions/<version:version> (pending)"
        ),
        "service.versions.use_cases.states.can_manage_versions": (
            "PUT /groups/<name:group>/apis/<name:api>/versions/<version:version>/state"
        ),
        "service.versions.use_cases.states.sees_unaccepted": (
            "POST /groups/<name:group>/apis/<name:api>/versions/<version:version>/review"
        ),
        "service.webhooks.use_cases.outbox.can_list_events": "GET /groups/<name:group>/events",
        "service.webhooks.use_cases.webhooks.can_manage_webhooks": (
            "GET /groups/<name:group>/webhooks"
        ),
        "service.webhooks.use_cases.deliveries.can_read_answers": (
            "GET /groups/<name:group>/webhooks/<id:webhook_id>/deliveries/<id:delivery_id>/attempts"
        ),
    }
)
"""Where a use case finds a permission -> the title of the row that depends on it."""

SECOND_WALLS: MappingProxyType[str, str] = MappingProxyType(
    {
        "service.invitations.use_cases.can_manage_invitation": (
            "an invitation that one may not manage is hidden by visible_invitations before"
        ),
    }
)
"""Permissions that no row can depend on as things stand -> why they are asked all the same."""

FILTERS: MappingProxyType[str, str] = MappingProxyType(
    {
        "service.groups.repository.visible_groups": "GET /groups/<name:group>",
        "service.apis.repository.visible_apis": "GET /groups/<name:group>/apis/<name:api>",
        "service.invitations.repository.visible_invitations": (
            "DELETE /invitations/<id:invitation_id>"
        ),
        "service.jobs.repository.visible_jobs": "GET /jobs/<id:job_id>",
        "service.tokens.repository.own_tokens": (
            "GET /access-tokens/<id:token_id> (somebody else's)"
        ),
    }
)
"""Conditions that hide rows -> the title of the row that depends on each."""

GATES: MappingProxyType[str, str] = MappingProxyType(
    {"service.http_api.blueprint._admit": "GET /invitations"}
)
"""What is asked before any use case -> the title of a row that depends on it alone."""
