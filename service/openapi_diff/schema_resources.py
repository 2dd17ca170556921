"""Which schema does a reference mean where schemas have addresses and names of their own?

JSON Schema 2020-12, 8.2: a schema with an `$id` is a resource; what is inside it is named relative
to that address, be it by `$id`, `$anchor` or a pointer.
"""

from collections.abc import Iterator
from urllib.parse import urljoin

from service.openapi_diff.pointers import MISSING, from_reference, split
from service.openapi_diff.sites import Site

_ANCHORS = ("$anchor", "$dynamicAnchor")


def named_schemas(root: Site) -> dict[str, Site]:
    """The schemas by the texts of references that lead to them by name or address.

    A text that means one schema here and another one there leads nowhere. Plain pointers into the
    document are not among them.
    """
    names: dict[str, Site] = {}
    references: dict[str, set[str]] = {}
    for site, address in _schemas(root):
        if isinstance(site.value.get("$id"), str):
            names.setdefault(site.value["$id"], site)
            names.setdefault(address, site)
        for keyword in _ANCHORS:
            name = site.value.get(keyword)
            if isinstance(name, str):
                names.setdefault(f"{address}#{name}", site)
                names.setdefault(f"#{name}", site)
        reference = site.value.get("$ref")
        if isinstance(reference, str) and (address or not reference.startswith("#")):
            references.setdefault(reference, set()).add(_joined(address, reference))
    for reference, targets in references.items():
        found = {target: _inside(names, target) for target in targets}
        sites = {site.pointer: site for site in found.values() if site is not None}
        if len(sites) == 1:
            names[reference] = next(iter(sites.values()))
    return names


def _schemas(root: Site) -> Iterator[tuple[Site, str]]:
    """Every object with the address of the resource that it belongs to, in document order."""
    waiting = [(root, "")]
    while waiting:
        site, address = waiting.pop()
        if isinstance(site.value, dict):
            own = site.value.get("$id")
            address = _joined(address, own) if isinstance(own, str) else address
            yield site, address
            waiting.extend((site.child(key), address) for key in reversed(site.value))
        elif isinstance(site.value, list):
            waiting.extend((site.child(place), address) for place in range(len(site.value)))


def _joined(address: str, reference: str) -> str:
    try:
        return urljoin(address, reference)
    except ValueError:  # no address at all
        return reference


def _inside(names: dict[str, Site], target: str) -> Site | None:
    """A schema by its full address, or by a pointer into the resource at that address."""
    if target in names:
        return names[target]
    address, mark, _ = target.partition("#")
    pointer = from_reference(target[len(address) :]) if mark else None
    resource = names.get(address)
    if resource is None or pointer is None:
        return None
    site = resource
    for token in split(pointer):
        site = site.child(int(token) if isinstance(site.value, list) and token.isdigit() else token)
    return None if site.value is MISSING else site
