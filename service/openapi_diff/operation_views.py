"""What does an operation take and give, whichever OpenAPI version says so?"""

from typing import NamedTuple

from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.pointers import join

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
_DEFAULT_TYPES = ("application/json",)
_NOT_SCHEMA = frozenset(
    ("name", "in", "required", "description", "allowEmptyValue", "collectionFormat")
)


class MediaView(NamedTuple):
    """One media type of a body: its schemas, if it has some, and how form fields are written."""

    pointer: str
    schema: Site | None
    encoding: dict[str, Site]
    item_schema: Site | None = None  # 3.2: of each item of a sequence
    written: Site | None = None  # the media type as it stands in an OpenAPI 3 document


class BodyView(NamedTuple):
    pointer: str
    required: bool
    content: dict[str, MediaView]


class ResponseView(NamedTuple):
    pointer: str
    content: dict[str, MediaView]
    headers: dict[str, Site]
    links: Site


class OperationView(NamedTuple):
    """An operation with what its path item and its document add to it."""

    description: Description
    path: str
    method: str
    item: Site
    operation: Site

    @property
    def label(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def dialect(self) -> Dialect:
        return self.description.dialect

    def parameters(self) -> dict[tuple[str, str], Site]:
        """By place and name; the operation's win over the path's; bodies are not among them."""
        return {**self._parameters_of(self.item), **self._parameters_of(self.operation)}

    def _parameters_of(self, owner: Site) -> dict[tuple[str, str], Site]:
        return self.description.once(
            ("parameters by key", owner.pointer, self.path),
            lambda: {
                key: parameter
                for parameter in self._declared_by(owner)
                if (key := _parameter_key(parameter, self.path)) is not None
                and key[0] not in ("body", "formData")
            },
        )

    def _declared_by(self, owner: Site) -> list[Site]:
        """The parameters of a path or an operation, references followed."""
        return self.description.once(
            ("parameters", owner.pointer),
            lambda: list(map(self.description.follow, owner.items("parameters"))),
        )

    def body(self) -> BodyView | None:
        if self.description.dialect is Dialect.SWAGGER_2:
            return self._swagger_body()
        site = self.operation.child("requestBody")
        if not isinstance(site.value, dict):
            return None
        body = self.description.follow(site)
        return BodyView(
            body.pointer, body.get("required") is True, contents(self.description, body)
        )

    def responses(self) -> dict[str, Site]:
        """The responses by status in capitals (`2XX`, `DEFAULT`), references followed."""
        return {
            str(status).upper(): self.description.follow(site)
            for status, site in self.operation.entries("responses").items()
            if not str(status).startswith("x-")
        }

    def response(self, site: Site) -> ResponseView:
        content = contents(self.description, site)
        schema = site.child("schema")
        if self.description.dialect is Dialect.SWAGGER_2 and isinstance(schema.value, dict):
            content = dict.fromkeys(self.produced(), MediaView(site.pointer, schema, {}))
        headers = {
            name: self.description.follow(header)
            for name, header in site.entries("headers").items()
        }
        return ResponseView(site.pointer, content, headers, site.child("links"))

    def produced(self) -> list[str]:
        """The media types that Swagger 2.0 lists apart from the responses."""
        if self.description.dialect is not Dialect.SWAGGER_2:
            return []
        return self.description.once(
            ("produces", self.operation.pointer), lambda: self._media_types("produces")
        )

    def _media_types(self, keyword: str) -> list[str]:
        listed = self.operation.get(keyword, self.description.document.get(keyword))
        names = [name for name in listed if isinstance(name, str)] if type(listed) is list else []
        return names or list(_DEFAULT_TYPES)

    def _swagger_body(self) -> BodyView | None:
        declared = {
            (site.get("in"), site.get("name")): site
            for owner in (self.item, self.operation)
            for site in self._declared_by(owner)
        }
        for (place, _), site in declared.items():
            if place == "body":
                media = MediaView(site.pointer, site.child("schema"), {})
                content = dict.fromkeys(self._media_types("consumes"), media)
                return BodyView(site.pointer, site.get("required") is True, content)
        fields = {
            name: site
            for (place, name), site in declared.items()
            if place == "formData" and isinstance(name, str)
        }
        return self._form_body(fields) if fields else None

    def _form_body(self, fields: dict[str, Site]) -> BodyView:
        """Form parameters as the object they are the properties of."""
        required = [name for name, site in fields.items() if site.get("required") is True]
        schema = {
            "type": "object",
            "properties": {
                # A reference stands alone; what is beside it only tells equal from changed.
                name: {"$ref": "#" + site.pointer.replace("%", "%25"), "x-parameter": site.value}
                for name, site in fields.items()
            },
            "required": required,
        }
        has_file = any(site.get("type") == "file" for site in fields.values())
        names = [name for name in self._media_types("consumes") if name in _FORM_TYPES]
        pointer = join(self.operation.pointer, "parameters")
        media = MediaView(pointer, Site(schema, pointer), {})
        names = names or [_FORM_TYPES[has_file]]
        return BodyView(pointer, bool(required), dict.fromkeys(names, media))


def contents(description: Description, owner: Site) -> dict[str, MediaView]:
    """The media types of an OpenAPI 3 body, response, parameter or header."""
    found = {}
    for name, entry in owner.entries("content").items():
        media = description.follow(entry)
        found[name] = MediaView(
            media.pointer,
            _schema_under(media, "schema"),
            media.entries("encoding"),
            _schema_under(media, "itemSchema"),
            media,
        )
    return found


def _schema_under(owner: Site, keyword: str) -> Site | None:
    if not isinstance(owner.get(keyword), dict | bool):
        return None
    return owner.child(keyword)


def schema_of(parameter: Site, dialect: Dialect) -> Site | None:
    """The schema of a parameter or header that is not serialised by a media type."""
    if dialect is Dialect.SWAGGER_2:
        keywords = {key: value for key, value in parameter.value.items() if key not in _NOT_SCHEMA}
        return Site(keywords, parameter.pointer)
    return _schema_under(parameter, "schema")


def views_of_item(description: Description, path: str, item: Site) -> dict[str, OperationView]:
    """The operations of a path item by method; 3.2 names further methods apart."""
    item = description.follow(item)
    if not isinstance(item.value, dict):
        return {}
    sites = {method: item.child(method) for method in METHODS if method in item.value}
    sites.update(item.entries("additionalOperations"))
    return {
        method: OperationView(description, path, method, item, site)
        for method, site in sites.items()
        if isinstance(site.value, dict)
    }


def template_names(path: str) -> list[str]:
    """The names of a path's parameters, in order."""
    return [piece.split("}", 1)[0] for piece in path.split("{")[1:]] if "{" in path else []


def _parameter_key(parameter: Site, path: str) -> tuple[str, str] | None:
    if not isinstance(parameter.value, dict):
        return None
    name, place = parameter.value.get("name"), parameter.value.get("in")
    if not isinstance(name, str) or not isinstance(place, str):
        return None
    if place == "header":
        return place, name.lower()
    if place == "path":
        # The place in the template is what travels; the name in braces is only a name.
        names = template_names(path)
        return place, str(names.index(name)) if name in names else name
    return place, name
