"""What is the Python client of a document, as a package? The public face of the builder."""

from service.sdk_packages.building import BuiltPackage, Progress, build_package
from service.sdk_packages.failures import BuildFailed, Reason
from service.sdk_packages.identity import PackageIdentity, distribution_name
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.metadata import PackageMetadata
from service.sdk_packages.surface_changes import SdkChange, SdkChanges, SdkVerdict, compare_surfaces
from service.sdk_packages.versions import python_version

__all__ = [
    "BuildFailed",
    "BuildLimits",
    "BuiltPackage",
    "PackageIdentity",
    "PackageMetadata",
    "Progress",
    "Reason",
    "SdkChange",
    "SdkChanges",
    "SdkVerdict",
    "build_package",
    "compare_surfaces",
    "distribution_name",
    "python_version",
]
