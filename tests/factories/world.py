"""How does a test make what must exist before it begins?"""

import hashlib
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from flask import Flask

from service.apis.models import Api
from service.authorization import Role, Scope
from service.documents.models import StoredDocument
from service.groups.models import Group, Membership, Visibility
from service.identities.models import User
from service.names import folded_name
from service.tokens.models import AccessToken
from service.tokens.token_text import new_token_text
from service.unit_of_work import UnitsOfWork
from service.versions.models import ApiVersion, VersionState
from tests.contract.conformance import check_exchange


class Client:
    """A caller of the API: its paths are below /api/v1, its token is sent along."""

    def __init__(self, app: Flask, token: str | None = None) -> None:
        self._app = app
        self.token = token

    def request(self, method: str, path: str, **kwargs: Any) -> Any:
        """Send a request; `kwargs` are those of Flask's test client."""
        headers = dict(kwargs.pop("headers", {}))
        if self.token is not None:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        client = self._app.test_client()  # one for each request, so that threads can share us
        response = client.open(f"/api/v1{path}", method=method, headers=headers, **kwargs)
        check_exchange(self._app, response, sent=kwargs)
        return response

    def get(self, path: str, **kwargs: Any) -> Any:
        """Send a GET."""
        return self.request("GET", path, **kwargs)

    def post(self, path: str, **kwargs: Any) -> Any:
        """Send a POST."""
        return self.request("POST", path, **kwargs)

    def put(self, path: str, **kwargs: Any) -> Any:
        """Send a PUT."""
        return self.request("PUT", path, **kwargs)

    def patch(self, path: str, **kwargs: Any) -> Any:
        """Send a PATCH."""
        return self.request("PATCH", path, **kwargs)

    def delete(self, path: str, **kwargs: Any) -> Any:
        """Send a DELETE."""
        return self.request("DELETE", path, **kwargs)


class World:
    """Makes users, tokens, groups and what belongs to them, straight in the database."""

    def __init__(self, app: Flask, units: UnitsOfWork) -> None:
        self._app = app
        self.units = units
        self._numbers = count(1)

    def anonymous(self) -> Client:
        """Return a caller without a token."""
        return Client(self._app)

    def user(self, username: str | None = None, *, is_admin: bool = False) -> User:
        """Make a user; without a password, since most tests need none."""
        name = username or f"user-{next(self._numbers)}"
        with self.units.writing() as work:
            user = User(
                username=name,
                display_name=name.title(),
                email=f"{name}@example.com",
                is_admin=is_admin,
                is_active=True,
                created_at=work.now,
            )
            work.session.add(user)
        return user

    def token(self, user: User, *scopes: Scope, **values: Any) -> str:
        """Make an access token of the user (scope `manage` unless named); return its text."""
        text = new_token_text()
        with self.units.writing() as work:
            work.session.add(
                AccessToken(
                    lookup=text.lookup,
                    secret_hash=text.secret_hash,
                    scopes=[str(scope) for scope in scopes or (Scope.MANAGE,)],
                    user_id=user.id,
                    created_at=work.now,
                    **{"name": "test", "expires_at": work.now + timedelta(days=1), **values},
                )
            )
        return text.text

    def client(self, user: User | None = None, *scopes: Scope, **values: Any) -> Client:
        """Return a caller with a token of the user (a new one if none is given)."""
        return Client(self._app, self.token(user or self.user(), *scopes, **values))

    def admin(self) -> Client:
        """Return an administrator with the scope `admin`."""
        return self.client(self.user(is_admin=True), Scope.ADMIN)

    def group(
        self,
        name: str | None = None,
        *,
        visibility: Visibility = Visibility.PRIVATE,
        **members: User,
    ) -> Group:
        """Make a group; members are given by role: `owner=user`."""
        group_name = name or f"group-{next(self._numbers)}"
        with self.units.writing() as work:
            group = Group(
                name=group_name,
                folded_name=folded_name(group_name),
                display_name=group_name.title(),
                visibility=visibility,
                created_at=work.now,
            )
            work.session.add(group)
            work.session.flush()
            for role, user in members.items():
                work.session.add(
                    Membership(
                        group_id=group.id, user_id=user.id, role=Role(role), created_at=work.now
                    )
                )
        return group

    def api(self, group: Group, name: str | None = None) -> Api:
        """Make an API in the group."""
        api_name = name or f"api-{next(self._numbers)}"
        with self.units.writing() as work:
            api = Api(
                group_id=group.id,
                name=api_name,
                folded_name=folded_name(api_name),
                display_name=api_name.title(),
                created_at=work.now,
            )
            work.session.add(api)
        return api

    def version(
        self,
        api: Api,
        name: str = "1.0.0",
        *,
        content: bytes = b'{"openapi":"3.1.0"}',
        **values: Any,
    ) -> ApiVersion:
        """Make a version of the API past every check; `values` are columns of it."""
        checksum = f"sha256:{hashlib.sha256(content).hexdigest()}"
        with self.units.writing() as work:
            if work.session.get(StoredDocument, checksum) is None:
                work.session.add(_stored_document(content, checksum=checksum, now=work.now))
                work.session.flush()
            version = ApiVersion(
                **{
                    "api_id": api.id,
                    "name": name,
                    "folded_name": folded_name(name),
                    "sequence": next(self._numbers),
                    "state": VersionState.PUBLISHED,
                    "document_checksum": checksum,
                    "digest": checksum,
                    "size": len(content),
                    "format": "json",
                    "specification": "3.1",
                    "title": api.display_name,
                    "info_version": name,
                    "warnings": [],
                    "verdict_reason": "no_base",
                    "decision_reasons": [],
                    "published_by": "somebody",
                    "published_at": work.now,
                    "state_changed_at": work.now,
                    **values,
                }
            )
            work.session.add(version)
        return version


def _stored_document(content: bytes, *, checksum: str, now: datetime) -> StoredDocument:
    return StoredDocument(
        checksum=checksum,
        digest=checksum,
        format="json",
        size=len(content),
        content=content,
        created_at=now,
    )
