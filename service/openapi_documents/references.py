"""Is the document complete in itself: does every reference lead to something of the right kind?"""

from typing import Any
from urllib.parse import unquote

from service.openapi_documents.document import SpecificationVersion
from service.openapi_documents.extension_targets import count_values, is_valid_as
from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.pointers import Place, follow, pointer_of, tokens_of
from service.openapi_documents.problems import MOST_PROBLEMS, Problem, refusal
from service.openapi_documents.structure import Kind, Note, kind_at, walk

_BUNDLE = (
    "The reference leads outside of this document, and nothing is ever fetched: "
    "bundle the files into one first, for example with `redocly bundle`."
)


class Completeness:
    """Collects the notes of a document, those behind unusual references included."""

    def __init__(
        self, content: dict[str, Any], specification: SpecificationVersion, *, limits: ReadLimits
    ) -> None:
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []
        self.notes: list[Note] = []
        self._content = content
        self._specification = specification
        self._limits = limits
        self._anchors: set[str] = set()
        # The verdict on a reference as such: None for fine, else code and message.
        self._verdicts: dict[tuple[str, Kind], tuple[str, str] | None] = {}
        self._adopted = 0
        self._targets: dict[str, tuple[tuple[str, ...], bool, Any]] = {}
        # Ends of chains, so that no chain is followed twice.
        self._finals: dict[str, dict[str, Any]] = {}
        self._ending: dict[str, bool] = {}

    def check(self) -> None:
        """Fill `errors`, `warnings` and `notes`."""
        self._collect(self._content, Kind.DOCUMENT, None)
        checked = 0
        # What a reference finds in an extension is collected too, and may hold references.
        while checked < len(self.notes) and len(self.errors) <= MOST_PROBLEMS:
            note = self.notes[checked]
            checked += 1
            if isinstance(note.value, str | dict):
                self._check(note)

    def _collect(self, root: dict[str, Any], kind: Kind, place: Place | None) -> None:
        found = list(walk(root, kind, place=place, specification=self._specification))
        self.notes.extend(found)
        self._anchors.update(
            note.value
            for note in found
            if note.name in {"$anchor", "$dynamicAnchor"} and isinstance(note.value, str)
        )

    def _adopt(self, target: dict[str, Any], kind: Kind, tokens: tuple[str, ...]) -> bool:
        """Hold what stands in an extension to the same rules, if it is valid as what it is used.

        Such places may lie within each other, and each is walked: so their values are bounded.
        """
        most = self._limits.alias_nodes
        self._adopted += count_values(target, most - self._adopted)
        if self._adopted > most:
            message = f"References into extensions lead to more than {most} values."
            raise refusal("too-many-values", message)
        if not is_valid_as(target, kind, self._specification):
            return False
        place: Place | None = None
        for token in tokens:
            place = (place, token)
        self._collect(target, kind, place)
        return True

    def _check(self, note: Note) -> None:
        match note.name:
            case "$ref":
                self._require(note, note.value, note.kind)
            case "$dynamicRef":
                self._require(note, note.value, Kind.SCHEMA)
            case "operationRef":
                self._require(note, note.value, Kind.OPERATION)
            case "discriminator":
                self._check_mapping(note)
            case "$id":
                message = "`$id` is ignored: references are looked up in this document alone."
                self._warn(note, "schema-id", message)
            case "externalValue":
                message = "The example stands outside of this document; it is never fetched."
                self._warn(note, "external-example", message)
            case _:
                pass

    def _require(self, note: Note, reference: Any, kind: Kind) -> None:
        if not isinstance(reference, str):
            return
        asked = (reference, kind)
        if asked not in self._verdicts:
            if len(self._verdicts) == self._limits.distinct_references:
                most = self._limits.distinct_references
                message = f"The document has more than {most} different references."
                raise refusal("too-many-references", message)
            # Known before it is judged: a reference may be met again on the way.
            self._verdicts[asked] = None
            self._verdicts[asked] = self._judge(reference, kind)
        verdict = self._verdicts[asked]
        if verdict is not None:
            place = pointer_of((note.place, note.name))
            self.errors.append(Problem(verdict[0], verdict[1], place))

    def _judge(self, reference: str, kind: Kind) -> tuple[str, str] | None:
        """What is wrong with a reference as such; None if nothing is."""
        if not reference.startswith("#"):
            return "outside-reference", _BUNDLE
        if kind is Kind.SCHEMA and unquote(reference[1:]) in self._anchors:
            return None
        tokens, exists, target = self._lookup(reference)
        if not exists:
            return "dangling-reference", "The reference leads nowhere in this document."
        if not self._is_of(kind, target, tokens):
            return "wrong-reference", f"The reference must lead to a valid {kind}."
        if not self._ends(reference):
            return "circular-reference", "The reference leads back to itself and says nothing."
        return None

    def _is_of(self, kind: Kind, target: Any, tokens: tuple[str, ...]) -> bool:
        """Whether what stands at a path is of a kind; what stands in an extension is adopted."""
        if not isinstance(target, dict):
            return kind is Kind.SCHEMA and isinstance(target, bool)
        found = kind_at(tokens, self._specification)
        return found is kind or (found is None and self._adopt(target, kind, tokens))

    def _ends(self, reference: str) -> bool:
        """Whether a chain of references comes to an object that is no reference."""
        chain: dict[str, None] = {}
        while reference not in self._ending and reference not in chain:
            chain[reference] = None
            _tokens, _exists, target = self._lookup(reference)
            following = target.get("$ref") if isinstance(target, dict) else None
            if not isinstance(following, str) or not following.startswith("#"):
                self._ending[reference] = True
                break
            reference = following
        # A chain that meets itself, or one that does, has no end.
        ends = self._ending.get(reference, False)
        self._ending.update(dict.fromkeys(chain, ends))
        return ends

    def resolved(self, node: Any) -> dict[str, Any]:
        """The object that a chain of references ends at; known to exist once all were checked."""
        chain: list[str] = []
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            reference = node["$ref"]
            if reference in self._finals:
                node = self._finals[reference]
                break
            chain.append(reference)
            _tokens, _exists, node = self._lookup(reference)
        final = node if isinstance(node, dict) else {}
        self._finals.update(dict.fromkeys(chain, final))
        return final

    def _lookup(self, reference: str) -> tuple[tuple[str, ...], bool, Any]:
        """The path of a local reference, whether it leads anywhere, and to what."""
        found = self._targets.get(reference)
        if found is None:
            fragment = unquote(reference[1:])
            tokens = tokens_of(fragment)
            is_pointer = not fragment or fragment.startswith("/")
            exists, target = follow(self._content, tokens) if is_pointer else (False, None)
            found = self._targets[reference] = (tokens, exists, target)
        return found

    def _check_mapping(self, note: Note) -> None:
        mapping = note.value.get("mapping") if isinstance(note.value, dict) else None
        for name, target in (mapping if isinstance(mapping, dict) else {}).items():
            at = ((note.place, note.name), "mapping")
            entry = Note(note.kind, name, target, at)
            if not isinstance(target, str) or self._is_schema_name(target):
                continue
            if target.startswith("#") or "/" in target or "." in target:
                self._require(entry, target, Kind.SCHEMA)
            else:
                self._warn(entry, "unknown-mapping", "The discriminator names an unknown schema.")

    def _is_schema_name(self, name: str) -> bool:
        return follow(self._content, ("components", "schemas", name))[0]

    def _warn(self, note: Note, code: str, message: str) -> None:
        if len(self.warnings) <= MOST_PROBLEMS:
            self.warnings.append(Problem(code, message, pointer_of((note.place, note.name))))
