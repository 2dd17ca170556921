"""Which mapping table reads the ids of which source? A source that is not here has no ids."""

from benchmarks.conformance.vocabularies.libopenapi import LIBOPENAPI
from benchmarks.conformance.vocabularies.microsoft import MICROSOFT
from benchmarks.conformance.vocabularies.netcracker import NETCRACKER
from benchmarks.conformance.vocabularies.oasdiff import OASDIFF
from benchmarks.conformance.vocabularies.openapitools import OPENAPITOOLS
from benchmarks.conformance.vocabularies.optic import OPTIC
from benchmarks.conformance.vocabularies.sttp import STTP
from benchmarks.conformance.vocabularies.swagger_brake import SWAGGER_BRAKE
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, literal
from benchmarks.conformance.vocabularies.yelp import YELP

__all__ = ["NOTHING", "VOCABULARIES", "Meaning", "Vocabulary"]

NOTHING = literal({})

VOCABULARIES = {
    "azure": MICROSOFT,
    "criteo": MICROSOFT,
    "netcracker": NETCRACKER,
    "oasdiff": OASDIFF,
    "openapitools": OPENAPITOOLS,
    "optic": OPTIC,
    "pb33f": LIBOPENAPI,
    "sttp": STTP,
    "swagger-brake": SWAGGER_BRAKE,
    "yelp": YELP,
}
