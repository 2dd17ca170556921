"""What happens when something happened? One table: event type -> reactions."""

from types import MappingProxyType

from service.admin import events as admin
from service.apis import events as apis
from service.audit.reactions import record_in_audit
from service.groups import events as groups
from service.identities import events as identities
from service.invitations import events as invitations
from service.jobs import events as jobs
from service.sdks import events as sdks
from service.sdks.reactions import queue_sdk_build, withdraw_sdk_builds
from service.service_accounts import events as service_accounts
from service.tokens import events as tokens
from service.tokens.reactions import end_other_tokens
from service.unit_of_work import Event, Reaction
from service.versions import events as versions
from service.webhooks import events as webhooks
from service.webhooks.reactions import tell_outside

EVENT_HANDLERS: MappingProxyType[type[Event], tuple[Reaction, ...]] = MappingProxyType(
    {
        admin.InstanceSwept: (record_in_audit,),
        apis.ApiCreated: (record_in_audit,),
        apis.ApiChanged: (record_in_audit,),
        apis.ApiDeleted: (record_in_audit,),
        apis.PolicySet: (record_in_audit, tell_outside),
        apis.ChangeApproved: (record_in_audit,),
        apis.ApprovalRevoked: (record_in_audit,),
        groups.GroupCreated: (record_in_audit,),
        groups.GroupChanged: (record_in_audit,),
        groups.GroupDeleted: (record_in_audit,),
        groups.MemberSet: (record_in_audit,),
        groups.MemberRemoved: (record_in_audit,),
        identities.UserCreated: (record_in_audit,),
        identities.UserChanged: (record_in_audit,),
        identities.PasswordChanged: (record_in_audit, end_other_tokens),
        invitations.InvitationCreated: (record_in_audit,),
        invitations.InvitationRevoked: (record_in_audit,),
        invitations.InvitationAccepted: (record_in_audit,),
        jobs.JobCancelled: (record_in_audit,),
        jobs.JobRetried: (record_in_audit,),
        sdks.SdkFailed: (record_in_audit, tell_outside),
        sdks.SdkReady: (record_in_audit, tell_outside),
        sdks.SdkRequested: (record_in_audit,),
        service_accounts.ServiceAccountCreated: (record_in_audit,),
        service_accounts.ServiceAccountChanged: (record_in_audit,),
        service_accounts.ServiceAccountDeleted: (record_in_audit,),
        tokens.TokenCreated: (record_in_audit,),
        tokens.TokenRevoked: (record_in_audit,),
        tokens.TokenLeaked: (record_in_audit,),
        versions.DocumentWithheld: (record_in_audit, tell_outside, withdraw_sdk_builds),
        versions.VersionHeld: (record_in_audit, tell_outside),
        versions.VersionPublished: (record_in_audit, tell_outside, queue_sdk_build),
        versions.VersionRefused: (record_in_audit, tell_outside),
        versions.VersionRejected: (record_in_audit, tell_outside),
        versions.VersionReleased: (record_in_audit, tell_outside, queue_sdk_build),
        versions.VersionStateChanged: (record_in_audit, tell_outside),
        webhooks.WebhookChanged: (record_in_audit,),
        webhooks.WebhookCreated: (record_in_audit,),
        webhooks.WebhookDeleted: (record_in_audit,),
        webhooks.WebhookDisabled: (record_in_audit, tell_outside),
        webhooks.WebhookPinged: (record_in_audit,),
        webhooks.WebhookResent: (record_in_audit,),
        webhooks.WebhookSecretRotated: (record_in_audit,),
    }
)
