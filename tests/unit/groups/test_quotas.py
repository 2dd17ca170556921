"""Is there room exactly as long as the limit says?"""

import pytest

from service.groups.errors import QuotaExceeded
from service.groups.quotas import require_room


@pytest.mark.parametrize(("used", "adding"), [(0, 1), (9, 1), (0, 10), (10, 0)])
def test_what_fits_is_let_in(used: int, adding: int) -> None:
    require_room("quota_apis", used=used, limit=10, adding=adding)


@pytest.mark.parametrize(("used", "adding"), [(10, 1), (0, 11), (9, 2), (12, 0)])
def test_what_does_not_fit_is_refused_with_the_numbers(used: int, adding: int) -> None:
    with pytest.raises(QuotaExceeded) as refusal:
        require_room("quota_bytes", used=used, limit=10, adding=adding)

    assert refusal.value.details == {"quota": "quota_bytes", "limit": 10, "used": used}
