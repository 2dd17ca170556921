"""How is a comparison written as a JUnit report, which most CI servers can show?"""

from xml.etree import ElementTree as ET

from service.cli.comparison_report import Places, Report
from service.cli.comparison_summary import verdict_sentence
from service.cli.pens import Pen
from service.cli.witness_rendering import proof_of
from service.openapi_diff import Change, Judgement
from service.openapi_diff.sentences import sentence_of, telling_of

# Makes visible, among others, all characters that XML 1.0 (section 2.2) has no way to write.
_PLAIN = Pen(has_colour=False)


def render_junit(report: Report) -> str:
    """A test case for each shown change; what breaks or cannot be told has failed.

    Without any there is one case that has passed, because servers take an empty report for a
    broken one.
    """
    changes = report.shown
    places = report.places_of(changes)
    suite = ET.Element("testsuite", name="bindery compare")
    for change in changes:
        _case(suite, change, places)
    if not changes:
        ET.SubElement(
            suite, "testcase", classname="verdict", name=verdict_sentence(report.comparison)
        )
    failures = len(suite.findall("testcase/failure"))
    suite.attrib.update(
        tests=str(len(suite)), failures=str(failures), errors="0", skipped="0", time="0"
    )
    root = ET.Element("testsuites", tests=str(len(suite)), failures=str(failures))
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}'


def _case(suite: ET.Element, change: Change, places: Places) -> None:
    sentence = sentence_of(change, _PLAIN.quoting)
    case = ET.SubElement(suite, "testcase", classname=change.rule, name=sentence)
    details = "\n".join(_details(change, places))
    if change.judgement in (Judgement.BREAKS, Judgement.UNDETERMINED):
        failure = ET.SubElement(case, "failure", type=change.judgement.value, message=sentence)
        failure.text = details
    else:
        ET.SubElement(case, "system-out").text = details


def _details(change: Change, places: Places) -> list[str]:
    telling = telling_of(change)
    lines = [
        f"{side}: {place.file}:{place.line}:{place.column} #{place.pointer}"
        for side, place in (("before", places.before(change)), ("after", places.after(change)))
        if place
    ]
    lines.extend(f"operation: {operation}" for operation in change.operations[:20])
    lines.extend(text for text in (telling.why, telling.instead, proof_of(change)) if text)
    lines.append(f"fingerprint: {change.fingerprint}")
    return [_PLAIN.operation(line) for line in lines]
