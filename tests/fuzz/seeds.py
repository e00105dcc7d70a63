#!/usr/bin/env python3
"""Makes seeds for the fuzz targets from a folder of recorded answers: seeds.py RECORDINGS CORPUS"""

import gzip
import json
import pathlib
import sys

recordings, corpus = map(pathlib.Path, sys.argv[1:3])


def put(target, name, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


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
