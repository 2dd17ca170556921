"""Is the vendored ReDoc what its README says: the published file with one change?"""

import hashlib

from service.web.assets import STATIC, load_assets

PUBLISHED_SHA256 = "dcaf76612bc4a3fbcc923a8966dee2f6146a5f32e5ce1b6f02dd60cbbf89500b"
VENDOR_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
EMPTY_IMAGE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"


def test_the_bundle_differs_from_the_published_one_in_the_logo_only() -> None:
    bundle = (STATIC / "redoc" / "redoc.standalone.js").read_text(encoding="utf-8")

    published = bundle.replace(EMPTY_IMAGE, VENDOR_LOGO)

    assert hashlib.sha256(published.encode()).hexdigest() == PUBLISHED_SHA256
    assert bundle.count(EMPTY_IMAGE) == 1


def test_its_licence_is_beside_it() -> None:
    licence = (STATIC / "redoc" / "LICENSE").read_text(encoding="utf-8")

    assert "MIT License" in licence


def test_an_asset_is_current_under_its_own_digest_only() -> None:
    assets = load_assets()
    digest = assets.digests["style.css"]

    assert assets.is_current("style.css", digest)
    assert not assets.is_current("style.css", "0" * 16)
    assert not assets.is_current("../routes.py", digest)
