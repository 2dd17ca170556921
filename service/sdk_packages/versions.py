"""Which version in Python's sense (PEP 440) stands for the name of a version?

| name of the version | version of the package |
|---|---|
| `1.2.0` | `1.2.0` |
| `1.2.0-alpha.1`, `-beta.1`, `-rc.1` | `1.2.0a1`, `1.2.0b1`, `1.2.0rc1` |
| either with build metadata, `1.2.0+linux.7` | `1.2.0+blinuxzp7` |
| `1.2.0-snapshot` and other semantic versions | `1.2.0.dev0+n1zp2zp0zdsnapshot` |
| `v3`, `2024-05-01` and what else begins like numbers | `3+nv3`, `2024.5.1+n2024zd05zd01` |
| any other name, `main build` | `0.dev0+nmainzwbuild` |

A regeneration of the same document is a post release: `1.2.0.post1`. What the public part cannot
say stands behind the `+` letter by letter, so that no two names give the same version: ASCII
digits and small letters as they are, `z` and a letter for what is frequent (`zp` point, `zd` dash,
`zu` underscore, `zs` plus, `zw` space, `zz` z, `zc` before a capital), `zx`, the code in
hexadecimal and another `z` for the rest. pip ignores that part where a requirement does not name
it: `==3` finds `3+nv3`.
"""

import hashlib
import re

LONGEST_LABEL = 80

_NUMBER = r"(?:0|[1-9][0-9]{0,17})"
_SEMANTIC = re.compile(
    rf"(?P<release>{_NUMBER}\.{_NUMBER}\.{_NUMBER})(?:-(?P<before>[0-9A-Za-z.-]+))?"
    r"(?:\+(?P<build>[0-9A-Za-z.-]+))?"
)
_PRE_RELEASE = re.compile(rf"(?P<kind>alpha|beta|rc)\.(?P<number>{_NUMBER})")
_KINDS = {"alpha": "a", "beta": "b", "rc": "rc"}
_NUMBERS = re.compile(r"v?(?P<numbers>[0-9]{1,18}(?:[.-][0-9]{1,18}){0,3})(?P<rest>.*)", re.DOTALL)
_FREQUENT = {".": "zp", "-": "zd", "_": "zu", "+": "zs", " ": "zw", "z": "zz"}
_PLAIN = re.compile(r"[0-9a-y]")
_CAPITAL = re.compile(r"[A-Z]")


def python_version(name: str, *, regeneration: int = 0) -> str:
    """Return the PEP 440 version for a version's name; no two pairs of arguments share one.

    Only for names whose label would be longer than `LONGEST_LABEL` does this rest on SHA-256.
    """
    public, label = _parts(name)
    post = f".post{regeneration}" if regeneration else ""
    if post and public.endswith(".dev0"):
        public = public.removesuffix(".dev0")
        post = f"{post}.dev0"
    return f"{public}{post}{f'+{label}' if label else ''}"


def _parts(name: str) -> tuple[str, str]:
    """Return the public version and the local label, which is empty if nothing is left to say."""
    semantic = _SEMANTIC.fullmatch(name)
    if semantic is not None:
        public = _public(semantic["release"], semantic["before"])
        if public is not None:
            return public, _label("b", semantic["build"]) if semantic["build"] else ""
        return f"{semantic['release']}.dev0", _label("n", name)
    numbers = _NUMBERS.fullmatch(name)
    if numbers is None:
        return "0.dev0", _label("n", name)
    release = ".".join(str(int(part)) for part in re.split("[.-]", numbers["numbers"]))
    return f"{release}.dev0" if numbers["rest"] else release, _label("n", name)


def _public(release: str, before: str | None) -> str | None:
    """Return what PEP 440 can say exactly; None for a pre-release it has no words for."""
    if before is None:
        return release
    known = _PRE_RELEASE.fullmatch(before)
    return f"{release}{_KINDS[known['kind']]}{known['number']}" if known else None


def _label(kind: str, text: str) -> str:
    spelled = kind + "".join(_spelled(character) for character in text)
    if len(spelled) <= LONGEST_LABEL:
        return spelled
    return f"h{kind}{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _spelled(character: str) -> str:
    if _PLAIN.fullmatch(character):
        return character
    if _CAPITAL.fullmatch(character):
        return f"zc{character.lower()}"
    return _FREQUENT.get(character) or f"zx{ord(character):x}z"
