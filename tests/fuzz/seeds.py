#!/usr/bin/env python3
"""Makes seeds for the fuzz targets.

seeds.py RECORDINGS CORPUS   from a folder of recorded answers
seeds.py --tests CORPUS      queries and searches out of the tests of the engine and of the translator
seeds.py --words DICTIONARY  the words that queries are made of, out of resources/kql/words.json
"""

import gzip
import hashlib
import json
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parents[2]


def put(target, name, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def texts_of(path):
    """The string literals of a C++ file; those side by side are one."""
    source = path.read_text(encoding="utf-8")
    literal = r'"((?:[^"\\\n]|\\.)*)"'
    for match in re.finditer(literal + r"(?:\s*" + literal + ")*", source):
        pieces = re.findall(literal, match.group(0))
        try:
            yield json.loads('"' + "".join(pieces).replace("\\'", "'") + '"', strict=False)
        except ValueError:  # an escape that JSON does not have
            continue


def put_texts(target, pattern, wanted):
    for path in sorted(top.glob(pattern)):
        if path.name.startswith("tst_hostile"):  # which take as long as they may
            continue
        for text in filter(None, map(wanted, texts_of(path))):
            data = text.encode("utf-8", "replace")
            put(target, hashlib.sha1(data).hexdigest()[:12], data)


def query_of(text):
    if re.match(r"(Event|Perf|Mixed|print|datatable|range|union|let|search|find|Every)\b", text):
        return text
    return "print " + text if re.match(r"\w+\(.*\)$", text) else None


def search_of(text):
    return text if re.search(r"Type\s*[=:]|^\S+[=:<>]", text) and "{" not in text[:1] else None


if sys.argv[1] == "--tests":
    corpus = pathlib.Path(sys.argv[2])
    put_texts("kqltext", "tests/engine/tst_*.cpp", query_of)
    put_texts("classictext", "tests/kql/tst_classic*.cpp", search_of)
    sys.exit()
if sys.argv[1] == "--words":
    words = json.loads((top / "resources/kql/words.json").read_text(encoding="utf-8"))
    names = sorted({entry[1] for group in words.values() for entry in group})
    lines = ['"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"' for name in names]
    pathlib.Path(sys.argv[2]).write_text(
        "# The words of KQL, for libFuzzer; made by seeds.py --words.\n" + "\n".join(lines) + "\n", encoding="utf-8")
    sys.exit()

recordings, corpus = map(pathlib.Path, sys.argv[1:3])


for path in sorted(recordings.glob("query/*.json")):
    body = json.loads(path.read_text(encoding="utf-8")).get("response", {}).get("body")
    if not isinstance(body, dict):
        continue
    text = json.dumps(body, separators=(",", ":")).encode()
    # The first bytes say how an input is cut.
    put("logsanswer", path.stem, b"\x20" + text)
    put("packedanswer", path.stem, b"\x00\x20" + gzip.compress(text))

for path in sorted(recordings.glob("classic/*.json")):
    recording = json.loads(path.read_text(encoding="utf-8"))
    bodies = [entry["ResponseBody"] for entry in recording.get("Entries", [])]
    if "body" in recording:
        bodies.append(json.dumps(recording["body"]))
    for number, body in enumerate(bodies):
        put("classicanswer", f"{path.stem}-{number}", body.encode())
