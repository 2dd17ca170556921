"""How are two stored documents compared without parsing what they have in common?

When a document is published, it is indexed once:

    indexed = index_document(document.content)      # plain parsed JSON values
    store(indexed.index.to_bytes(), indexed.text)   # the index, and the document's JSON text

`indexed.text` is the document written as JSON without spaces, in the document's own order. The
index says of every path item, component and other member: the digest of its canonical bytes, to
which others it refers, and where in the text it stands. To compare two of them later:

    base = read_indexed(index_bytes, text)          # an index that cannot be read is made anew
    comparison = compare_indexed(base, revision, policy=STRICT)

The answer is that of `compare` for the whole documents, always; only the time differs. What has
the same digest on both sides, and reaches nothing that has another one, is never parsed. Where the
parts cannot stand for the whole (servers, security or the dialect changed, `$id` or anchors are
used), the whole is parsed.
"""

from service.indexed_documents.comparing import compare_indexed
from service.indexed_documents.index import DocumentIndex, Entry, UnreadableIndex
from service.indexed_documents.indexing import IndexedDocument, index_document, read_indexed

__all__ = [
    "DocumentIndex",
    "Entry",
    "IndexedDocument",
    "UnreadableIndex",
    "compare_indexed",
    "index_document",
    "read_indexed",
]
