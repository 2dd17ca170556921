"""Bytes that are kept by their digest: built packages, above all."""

from service.blobs.blobs import Blobs
from service.blobs.stores import BlobMissing, Store, store_from_settings

__all__ = ["BlobMissing", "Blobs", "Store", "store_from_settings"]
