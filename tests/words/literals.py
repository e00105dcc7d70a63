#!/usr/bin/env python3
"""Fails where a text for people stands in the sources without being handed to tr().

A literal counts as such a text where it has two words, or ends as a sentence or a menu entry does. What is meant for
programs is told by what takes it (SQL, queries, logs), or is listed in literals.txt with the reason.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

TRANSLATED = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "QT_TR_N_NOOP"}
# For developers: the log, and what must never happen.
FOR_DEVELOPERS = {"qDebug", "qInfo", "qWarning", "qCritical", "qFatal", "qCDebug", "qCInfo", "qCWarning", "qCCritical",
                  "Q_ASSERT_X", "static_assert", "Q_LOGGING_CATEGORY"}
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|[()]|\w+|\S',
                   re.S)


def is_for_people(text):
    if not re.search(r"[A-Za-zÀ-ÿ]{2}", text):
        return False
    two_words = re.search(r"[A-Za-zÀ-ÿ]{2,}[’'”,;:]? [A-Za-zÀ-ÿ(“]{2,}", text)
    return bool(two_words) or bool(re.search(r"^[A-Z“].*[a-z]{2}[.…:]$", text))


def literals_of(source):
    """Yields (line, text, names of the calls around it), neighbouring literals joined."""
    calls, before = [], ""
    pending = None
    for match in TOKEN.finditer(source):
        token = match.group(0)
        if token.startswith(("//", "/*")):
            continue
        if token.startswith('"') or token.startswith('R"'):
            text = token[1:-1] if token.startswith('"') else token[token.index("(") + 1:token.rindex(")")]
            if pending:
                pending = (pending[0], pending[1] + text, pending[2])
            else:
                pending = (source.count("\n", 0, match.start()) + 1, text, [call for call in calls if call])
            continue
        if pending:
            yield pending
            pending = None
        if token == "(":
            calls.append(before)
        elif token == ")" and calls:
            calls.pop()
        before = token if re.match(r"\w+$", token) else ""
    if pending:
        yield pending


def faults_of_cpp(path, allowed):
    source = re.sub(r"^\s*#include[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.M)
    for line, text, calls in literals_of(source):
        if TRANSLATED & set(calls) or FOR_DEVELOPERS & set(calls) or not is_for_people(text):
            continue
        if not any(rule.search(f"{path.as_posix()}: {text}") for rule in allowed):
            yield f"{path}:{line}: “{text}”"


def faults_of_ui(path):
    for string in ElementTree.parse(path).getroot().iter("string"):
        if string.get("notr") == "true" and is_for_people(string.text or ""):
            yield f"{path}: “{string.text}” is marked as not to be translated"


def main(top):
    rules = (pathlib.Path(__file__).parent / "literals.txt").read_text(encoding="utf-8").splitlines()
    allowed = [re.compile(rule) for rule in rules if rule and not rule.startswith("#")]
    faults = []
    for path in sorted(pathlib.Path("src").rglob("*.cpp")) + sorted(pathlib.Path("src").rglob("*.h")):
        faults += faults_of_cpp(path, allowed)
    for path in sorted(pathlib.Path("ui").glob("*.ui")):
        faults += faults_of_ui(path)
    print("\n".join(faults) if faults else "every text for people goes through tr()")
    return 1 if faults else 0


if __name__ == "__main__":
    import os
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    sys.exit(main("."))
