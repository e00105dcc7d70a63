#!/usr/bin/env python3
"""Writes the built-in tables, names and types only, from a list of them.

Usage: make-tables.py LIST OUT

LIST is JSON: {"Event": {"TimeGenerated": "datetime", "Computer": "string", ...}, ...}. OUT gets one line for each
table, sorted by name: its name and then its columns, as NAME:TYPE, or NAME alone for a string. src/kql/builtintables.cpp
reads it.
"""

import json
import re
import sys

# What a list may say, and KQL's own word for it.
TYPES = {word: word for word in "bool datetime decimal dynamic guid int long real string timespan".split()}
TYPES["double"] = "real"

HEADER = """\
# The public tables of Azure Monitor: a line for each, its name and its columns. A column without a type is a string.
# Written by make-tables.py; do not edit.
"""


def checked(name):
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        sys.exit(f"make-tables.py: '{name}' is no plain name")
    return name


def column(table, name, kind):
    if kind not in TYPES:
        sys.exit(f"make-tables.py: {table}.{name} has the unknown type '{kind}'")
    word = TYPES[kind]
    return checked(name) if word == "string" else f"{checked(name)}:{word}"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as listed:
        tables = json.load(listed)
    lines = [" ".join([checked(table), *(column(table, name, kind) for name, kind in columns.items())])
             for table, columns in sorted(tables.items())]
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        out.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
