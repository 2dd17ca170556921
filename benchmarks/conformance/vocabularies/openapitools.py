"""What do the expectations of OpenAPITools' openapi-diff mean?

Its suite asserts verdicts alone; what it names (`prop`) is the switch of its own that a case
turns, not an edit.
"""

from benchmarks.conformance.vocabularies.vocabulary import literal

OPENAPITOOLS = literal({"prop": ""})
