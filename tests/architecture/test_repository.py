"""Is the repository what a stranger needs: documents that hold, and nothing of anyone's machine?"""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, tracked_files

DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
DECISIONS = ROOT / "docs" / "decisions"
# Written in pieces, so that this file is not its own finding.
FOREIGN_TEXT = re.compile(
    "|".join(
        [
            "py" + r"pi\.(?:org|python)", "python" + "hosted", "npm" + r"js\.(?:org|com)",
            "--(?:extra-)?index" + r"-url[ =]", "/" + "work/", "/" + "root/", "/" + "tmp/plan",
        ]
    )
)  # fmt: skip
_OWN_INDEX = "installs from Bindery's own index, whose address is that of the instance"
_OPTION = "--index" + "-url "
ALLOWED_FOREIGN_TEXT: dict[str, str] = {
    f"{file}: {_OPTION}": _OWN_INDEX
    for file in ("README.md", "index.md", "openapi.json", "routes.py", "schemas.py")
}
"""`file: text`, as found, and why it must stand there."""
BINARY = frozenset({".png", ".ico", ".woff2", ".whl", ".gz"})
MAKE_CALL = re.compile(r"(?:^|[`&;] ?)make ([a-z][a-z-]*(?: [a-z][a-z-]+)*)", flags=re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def foreign_text(path: Path, text: str) -> list[str]:
    """Addresses of package registries, and paths of one machine, in a file."""
    return [f"{path.name}: {found}" for found in sorted(set(FOREIGN_TEXT.findall(text)))]


def make_targets() -> set[str]:
    """Every target of the Makefile."""
    text = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", text, flags=re.MULTILINE))


def commands_in(text: str) -> set[str]:
    """The make targets that a document tells people to call, from its code only."""
    code = re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.DOTALL)
    calls = (call for block in code for call in MAKE_CALL.findall(block))
    return {target for call in calls for target in call.split()}


def dead_links(path: Path, text: str) -> list[str]:
    """Links from a document to files that are not there."""
    return [link for link in LINK.findall(text) if not (path.parent / link).exists()]


def enforcers(text: str) -> list[str]:
    """The files that a decision names behind "Enforced by:"."""
    lines = [line for line in text.splitlines() if line.startswith("Enforced by:")]
    return [name for line in lines for name in re.findall(r"`([^`]+)`", line)]


def decisions() -> list[Path]:
    """Every decision, without the template and the index."""
    return sorted(path for path in DECISIONS.glob("[0-9]*.md") if path.name[:4] != "0000")


def test_no_tracked_file_names_a_registry_or_a_machine() -> None:
    texts = {
        path: path.read_text("utf-8", errors="replace")
        for path in tracked_files()
        if path.suffix not in BINARY
    }

    found = [line for path, text in texts.items() for line in foreign_text(path, text)]

    assert [line for line in found if line not in ALLOWED_FOREIGN_TEXT] == []


@pytest.mark.parametrize(
    "text", ["see https://py" + "pi.org/simple", "cd /" + "work/main", "--index" + "-url=https://x"]
)
def test_planted_foreign_text_is_found(text: str) -> None:
    assert len(foreign_text(Path("planted.md"), text)) == 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_a_document_is_a_make_target(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")

    assert commands_in(text) - make_targets() == set()


def test_a_planted_unknown_command_is_found() -> None:
    text = "Call `make coffee`, or:\n```sh\nmake run\n```\nWe make progress."

    assert commands_in(text) - make_targets() == {"coffee"}


def test_every_link_between_documents_leads_somewhere() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): dead_links(path, path.read_text("utf-8"))
        for path in tracked_files()
        if path.suffix == ".md"
    }

    assert {name: links for name, links in found.items() if links} == {}


def test_a_planted_dead_link_is_found() -> None:
    assert dead_links(ROOT / "README.md", "[a](nowhere.md) [b](LICENSE) [c](https://x.y)") == [
        "nowhere.md"
    ]


def test_every_decision_names_what_enforces_it() -> None:
    found = {path.name: enforcers(path.read_text("utf-8")) for path in decisions()}

    assert [name for name, files in found.items() if not files] == []
    assert [file for files in found.values() for file in files if not (ROOT / file).exists()] == []


def test_a_planted_decision_without_an_enforcer_is_found() -> None:
    assert enforcers("# 9. Wish\n\nEnforced by: everybody's good will.\n") == []


def test_the_index_lists_every_decision() -> None:
    index = (DECISIONS / "README.md").read_text("utf-8")

    assert [path.name for path in decisions() if f"({path.name})" not in index] == []


def test_the_changelog_knows_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    newest = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", changelog, flags=re.MULTILINE)[0]

    assert newest == project["version"]


def test_ci_runs_what_the_readme_says() -> None:
    last_line = (ROOT / ".ci" / "run").read_text("utf-8").strip().splitlines()[-1]

    assert last_line == "exec make ci"
    assert "make ci" in (ROOT / "README.md").read_text("utf-8")
