"""Which tables are there? Importing this loads every model, for migrations and tests."""

from service.apis import models as apis
from service.audit import models as audit
from service.blobs import models as blobs
from service.comparisons import models as comparisons
from service.database import Base
from service.documents import models as documents
from service.groups import models as groups
from service.idempotency import models as idempotency
from service.identities import models as identities
from service.index import models as index
from service.invitations import models as invitations
from service.jobs import models as jobs
from service.sdks import models as sdks
from service.service_accounts import models as service_accounts
from service.tokens import models as tokens
from service.versions import models as versions
from service.webhooks import models as webhooks

MODEL_MODULES = (
    apis,
    audit,
    blobs,
    comparisons,
    documents,
    groups,
    idempotency,
    identities,
    index,
    invitations,
    jobs,
    sdks,
    service_accounts,
    tokens,
    versions,
    webhooks,
)
METADATA = Base.metadata
