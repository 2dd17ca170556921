"""Is everything noticed that no template writes?"""

import pytest

from service.sdk_packages.failures import BuildFailed
from service.sdk_packages.inspection import inspect_files
from service.sdk_packages.preparation import Prepared

NOTHING = Prepared({}, {}, {}, (), ())
MODEL = b'''from __future__ import annotations

from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Pet")


@_attrs_define
class Pet:
    """A pet."""

    name: str
    age: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        field_dict: dict[str, Any] = {}
        field_dict.update({"name": self.name})
        return field_dict
'''


def test_a_usual_model_is_fine() -> None:
    assert inspect_files({"models/pet.py": MODEL}, {"models/pet.py"}, NOTHING).foreign == {"attrs"}


@pytest.mark.parametrize(
    "planted",
    [
        "import os\n",
        "from os import system\n",
        "from typing import Any as cast\n",
        "import httpx as os\n",
        "print(1)\n",
        "x = 1\n",
        "x = __import__('os')\n",
        "def f(a=open('x')):\n    pass\n",
        "def f():\n    eval('1')\n",
        "def f():\n    return ().__class__\n",
        "def f():\n    return getattr(1, 'x')\n",
        "def f(x):\n    return x()\n",
        "def f(x):\n    return x.system('ls')\n",
        "def f():\n    return (lambda: 1)\n",
        "def f():\n    return [x for x in ()]\n",
        "def f():\n    global x\n",
        "def f():\n    return f'{open(1)}'\n",
        "@staticmethod\ndef f():\n    pass\n",
        "class A(dict):\n    pass\n",
        "class A(metaclass=type):\n    pass\n",
        "class A:\n    x: int = dict()\n",
        "class A:\n    dict()\n",
        "if True:\n    dict()\n",
        "with open('x') as y:\n    pass\n",
        "def f(x):\n    x.__dict__ = 1\n",
        "def f():\n    return '{0.__class__}'.join(1)\n",
        "def f(x):\n    return x.format(1)\n",
        "__builtins__\n",
        "async def f():\n    async for x in y:\n        pass\n",
        "not python at all\n",
        "x = (1,\n",
    ],
)
def test_a_planted_line_is_found(planted: str) -> None:
    files = {"models/pet.py": MODEL + planted.encode()}

    with pytest.raises(BuildFailed, match=r"become code|is no Python"):
        inspect_files(files, files, NOTHING)


def test_text_in_literals_and_docstrings_is_only_text() -> None:
    text = b'def f():\n    """import os; os.system(1)"""\n    return "__import__(1)"\n'

    assert inspect_files({"a.py": text}, {"a.py"}, NOTHING).foreign == set()
