"""Which service accounts are stored?"""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service.errors import NotFound
from service.groups.errors import NameTaken
from service.pagination import Order, Page, PageRequest, fetch_page
from service.service_accounts.models import ServiceAccount


class ServiceAccountRepository:
    """All SQL about service accounts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, account: ServiceAccount) -> ServiceAccount:
        """Add a service account; raises `NameTaken` if its group has one of that name."""
        if self.find_by_name(account.group_id, account.name) is not None:
            raise _name_taken(account)
        self._session.add(account)
        try:
            self._session.flush()
        except IntegrityError:  # somebody else was faster
            raise _name_taken(account) from None
        return account

    def save(self, account: ServiceAccount) -> None:
        """Write what was changed now, so that the entity tag is the new one."""
        self._session.add(account)
        self._session.flush()

    def remove(self, account: ServiceAccount) -> None:
        """Delete a service account; its access tokens go with it."""
        self._session.delete(account)
        self._session.flush()

    def find(self, account_id: str) -> ServiceAccount | None:
        """Return the service account with that id."""
        return self._session.get(ServiceAccount, account_id)

    def find_by_name(self, group_id: str, name: str) -> ServiceAccount | None:
        """Return the group's service account of that name."""
        return self._session.scalar(
            select(ServiceAccount).where(
                ServiceAccount.group_id == group_id, ServiceAccount.name == name
            )
        )

    def get_by_name(self, group_id: str, name: str) -> ServiceAccount:
        """Return the group's service account of that name; raises `NotFound`."""
        account = self.find_by_name(group_id, name)
        if account is None:
            raise NotFound(f"The group has no service account '{name}'.")
        return account

    def list_of_group(self, group_id: str, *, page: PageRequest) -> Page[ServiceAccount]:
        """Return a page of the group's service accounts, by name."""
        statement = select(ServiceAccount).where(ServiceAccount.group_id == group_id)
        return fetch_page(self._session, statement, order=Order([ServiceAccount.name]), page=page)


def _name_taken(account: ServiceAccount) -> NameTaken:
    return NameTaken(f"The name '{account.name}' is taken.", details={"name": account.name})
