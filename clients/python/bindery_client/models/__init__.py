"""Contains all the data models used in inputs/outputs"""

from .access_token import AccessToken
from .access_token_create import AccessTokenCreate
from .access_token_page import AccessTokenPage
from .account_token_create import AccountTokenCreate
from .actor_kind import ActorKind
from .api import Api
from .api_create import ApiCreate
from .api_page import ApiPage
from .api_update import ApiUpdate
from .approval import Approval
from .approval_create import ApprovalCreate
from .approval_page import ApprovalPage
from .assumption import Assumption
from .audit_event import AuditEvent
from .audit_event_details import AuditEventDetails
from .audit_event_page import AuditEventPage
from .breaking_outcome import BreakingOutcome
from .change import Change
from .change_page import ChangePage
from .check import Check
from .comparison import Comparison
from .comparison_breaking import ComparisonBreaking
from .comparison_breaking_event import ComparisonBreakingEvent
from .compatibility_level import CompatibilityLevel
from .delivery import Delivery
from .delivery_attempt import DeliveryAttempt
from .delivery_attempt_page import DeliveryAttemptPage
from .delivery_page import DeliveryPage
from .delivery_state import DeliveryState
from .direction import Direction
from .disabled_reason import DisabledReason
from .document_format import DocumentFormat
from .document_rendering import DocumentRendering
from .document_warning import DocumentWarning
from .effective_policy import EffectivePolicy
from .event_type import EventType
from .group import Group
from .group_create import GroupCreate
from .group_page import GroupPage
from .group_role import GroupRole
from .group_update import GroupUpdate
from .http_method import HttpMethod
from .identity import Identity
from .instance import Instance
from .invitation import Invitation
from .invitation_accept import InvitationAccept
from .invitation_create import InvitationCreate
from .invitation_page import InvitationPage
from .invitation_state import InvitationState
from .issued_token import IssuedToken
from .job import Job
from .job_arguments import JobArguments
from .job_failure import JobFailure
from .job_page import JobPage
from .job_progress import JobProgress
from .job_result import JobResult
from .job_state import JobState
from .judged_by import JudgedBy
from .judgement import Judgement
from .leak_report import LeakReport
from .level import Level
from .level_counts import LevelCounts
from .machine_role import MachineRole
from .member import Member
from .member_page import MemberPage
from .member_set import MemberSet
from .operation import Operation
from .operation_page import OperationPage
from .outgoing_event import OutgoingEvent
from .outgoing_event_page import OutgoingEventPage
from .outgoing_event_payload import OutgoingEventPayload
from .own_policy import OwnPolicy
from .password_change import PasswordChange
from .policy import Policy
from .policy_changed import PolicyChanged
from .policy_changed_event import PolicyChangedEvent
from .policy_mode import PolicyMode
from .policy_origin import PolicyOrigin
from .policy_origins import PolicyOrigins
from .policy_set import PolicySet
from .publication_reason import PublicationReason
from .publication_reason_facts import PublicationReasonFacts
from .publication_result import PublicationResult
from .refused_publication import RefusedPublication
from .refused_publication_page import RefusedPublicationPage
from .replay import Replay
from .replay_result import ReplayResult
from .review_decision import ReviewDecision
from .role import Role
from .rule import Rule
from .rule_example import RuleExample
from .rule_example_change import RuleExampleChange
from .rule_meaning import RuleMeaning
from .rule_page import RulePage
from .rule_policy import RulePolicy
from .scope import Scope
from .sdk import Sdk
from .sdk_change import SdkChange
from .sdk_failed import SdkFailed
from .sdk_failed_event import SdkFailedEvent
from .sdk_file import SdkFile
from .sdk_page import SdkPage
from .sdk_ready import SdkReady
from .sdk_ready_event import SdkReadyEvent
from .sdk_reason import SdkReason
from .sdk_state import SdkState
from .sdk_verdict import SdkVerdict
from .secret_rotation import SecretRotation
from .sent_invitation import SentInvitation
from .service_account import ServiceAccount
from .service_account_create import ServiceAccountCreate
from .service_account_page import ServiceAccountPage
from .service_account_update import ServiceAccountUpdate
from .settable_state import SettableState
from .side import Side
from .specification import Specification
from .statistics import Statistics
from .token_exchange import TokenExchange
from .token_state import TokenState
from .undetermined_action import UndeterminedAction
from .user import User
from .user_page import UserPage
from .user_update import UserUpdate
from .verdict import Verdict
from .version import Version
from .version_decided import VersionDecided
from .version_deprecated_event import VersionDeprecatedEvent
from .version_disabled_event import VersionDisabledEvent
from .version_held_event import VersionHeldEvent
from .version_moved import VersionMoved
from .version_page import VersionPage
from .version_published_event import VersionPublishedEvent
from .version_refused_event import VersionRefusedEvent
from .version_rejected_event import VersionRejectedEvent
from .version_released_event import VersionReleasedEvent
from .version_restored_event import VersionRestoredEvent
from .version_review import VersionReview
from .version_reviewed import VersionReviewed
from .version_sort import VersionSort
from .version_state import VersionState
from .version_state_update import VersionStateUpdate
from .version_summary import VersionSummary
from .version_sunset_event import VersionSunsetEvent
from .version_withheld import VersionWithheld
from .version_withheld_event import VersionWithheldEvent
from .version_withhold import VersionWithhold
from .visibility import Visibility
from .webhook import Webhook
from .webhook_create import WebhookCreate
from .webhook_disabled import WebhookDisabled
from .webhook_disabled_event import WebhookDisabledEvent
from .webhook_page import WebhookPage
from .webhook_ping import WebhookPing
from .webhook_ping_event import WebhookPingEvent
from .webhook_update import WebhookUpdate
from .webhook_with_secret import WebhookWithSecret
from .witness import Witness

__all__ = (
    "AccessToken",
    "AccessTokenCreate",
    "AccessTokenPage",
    "AccountTokenCreate",
    "ActorKind",
    "Api",
    "ApiCreate",
    "ApiPage",
    "ApiUpdate",
    "Approval",
    "ApprovalCreate",
    "ApprovalPage",
    "Assumption",
    "AuditEvent",
    "AuditEventDetails",
    "AuditEventPage",
    "BreakingOutcome",
    "Change",
    "ChangePage",
    "Check",
    "Comparison",
    "ComparisonBreaking",
    "ComparisonBreakingEvent",
    "CompatibilityLevel",
    "Delivery",
    "DeliveryAttempt",
    "DeliveryAttemptPage",
    "DeliveryPage",
    "DeliveryState",
    "Direction",
    "DisabledReason",
    "DocumentFormat",
    "DocumentRendering",
    "DocumentWarning",
    "EffectivePolicy",
    "EventType",
    "Group",
    "GroupCreate",
    "GroupPage",
    "GroupRole",
    "GroupUpdate",
    "HttpMethod",
    "Identity",
    "Instance",
    "Invitation",
    "InvitationAccept",
    "InvitationCreate",
    "InvitationPage",
    "InvitationState",
    "IssuedToken",
    "Job",
    "JobArguments",
    "JobFailure",
    "JobPage",
    "JobProgress",
    "JobResult",
    "JobState",
    "JudgedBy",
    "Judgement",
    "LeakReport",
    "Level",
    "LevelCounts",
    "MachineRole",
    "Member",
    "MemberPage",
    "MemberSet",
    "Operation",
    "OperationPage",
    "OutgoingEvent",
    "OutgoingEventPage",
    "OutgoingEventPayload",
    "OwnPolicy",
    "PasswordChange",
    "Policy",
    "PolicyChanged",
    "PolicyChangedEvent",
    "PolicyMode",
    "PolicyOrigin",
    "PolicyOrigins",
    "PolicySet",
    "PublicationReason",
    "PublicationReasonFacts",
    "PublicationResult",
    "RefusedPublication",
    "RefusedPublicationPage",
    "Replay",
    "ReplayResult",
    "ReviewDecision",
    "Role",
    "Rule",
    "RuleExample",
    "RuleExampleChange",
    "RuleMeaning",
    "RulePage",
    "RulePolicy",
    "Scope",
    "Sdk",
    "SdkChange",
    "SdkFailed",
    "SdkFailedEvent",
    "SdkFile",
    "SdkPage",
    "SdkReady",
    "SdkReadyEvent",
    "SdkReason",
    "SdkState",
    "SdkVerdict",
    "SecretRotation",
    "SentInvitation",
    "ServiceAccount",
    "ServiceAccountCreate",
    "ServiceAccountPage",
    "ServiceAccountUpdate",
    "SettableState",
    "Side",
    "Specification",
    "Statistics",
    "TokenExchange",
    "TokenState",
    "UndeterminedAction",
    "User",
    "UserPage",
    "UserUpdate",
    "Verdict",
    "Version",
    "VersionDecided",
    "VersionDeprecatedEvent",
    "VersionDisabledEvent",
    "VersionHeldEvent",
    "VersionMoved",
    "VersionPage",
    "VersionPublishedEvent",
    "VersionRefusedEvent",
    "VersionRejectedEvent",
    "VersionReleasedEvent",
    "VersionRestoredEvent",
    "VersionReview",
    "VersionReviewed",
    "VersionSort",
    "VersionState",
    "VersionStateUpdate",
    "VersionSummary",
    "VersionSunsetEvent",
    "VersionWithheld",
    "VersionWithheldEvent",
    "VersionWithhold",
    "Visibility",
    "Webhook",
    "WebhookCreate",
    "WebhookDisabled",
    "WebhookDisabledEvent",
    "WebhookPage",
    "WebhookPing",
    "WebhookPingEvent",
    "WebhookUpdate",
    "WebhookWithSecret",
    "Witness",
)
