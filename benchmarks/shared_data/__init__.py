"""Where are the documents that the programs measure, and what do the clocks say?"""

from benchmarks.shared_data.clocks import best
from benchmarks.shared_data.documents import LIMITS, json_text, names_of_pairs, texts_of
from benchmarks.shared_data.folder import SHARED, need, need_folder

__all__ = [
    "LIMITS",
    "SHARED",
    "best",
    "json_text",
    "names_of_pairs",
    "need",
    "need_folder",
    "texts_of",
]
