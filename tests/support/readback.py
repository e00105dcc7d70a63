#!/usr/bin/env python3
"""Reads a file of rows with Python's own readers and prints them as a JSON array of arrays of texts, for the tests of
what writes such files. readback.py FORMAT FILE [SEPARATOR]"""
import csv
import html.parser
import json
import re
import sys
import xml.etree.ElementTree
import zipfile


def text_of(value):
    if isinstance(value, str):
        return value
    return None if value is None else json.dumps(value, ensure_ascii=False)


def read_csv(path, separator):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


def read_json(path):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    return [list(row) for row in rows[:1]] + [[text_of(value) for value in row.values()] for row in rows]


def read_json_lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file]
    return [list(row) for row in rows[:1]] + [[text_of(value) for value in row.values()] for row in rows]


def read_markdown(path):
    """A table of GitHub Flavored Markdown: cells end at a bar without a backslash."""
    rows = []
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            assert line.startswith("| ") and line.endswith(" |\n"), line
            cells = re.findall(r"((?:\\.|[^|\\])*)\|", line[1:-1])
            cells = [cell[1:-1] for cell in cells]
            cells = [re.sub(r"\\([!-/:-@[-`{-~])", r"\1", cell.replace("<br>", "\n")) for cell in cells]
            rows.append([html.unescape(cell) for cell in cells])
    return rows[:1] + rows[2:]


class TableReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows = []
        self.in_cell = False

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_cell = True
        elif tag == "br":
            self.rows[-1][-1] += "\n"
        elif tag not in ("html", "head", "meta", "title", "style", "body", "table", "thead", "tbody"):
            raise ValueError("unexpected tag " + tag)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data):
        if self.in_cell:
            self.rows[-1][-1] += data


def read_html(path):
    reader = TableReader()
    with open(path, encoding="utf-8", newline="") as file:
        reader.feed(file.read())
    return reader.rows


SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def place_of(reference):
    column = 0
    for letter in re.match("[A-Z]+", reference).group():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def unescape_workbook(text):
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match.group(1), 16)), text)


def read_workbook(path, number):
    """Each cell with its kind: s: text, n: a number (its pattern behind a bar), b: a truth value; "" where there is
    none."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        styles = xml.etree.ElementTree.fromstring(book.read("xl/styles.xml"))
        sheet = xml.etree.ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        assert not any("hyperlink" in name or "rels/sheet" in name for name in book.namelist())
    patterns = {item.get("numFmtId"): item.get("formatCode") for item in styles.iter(SHEET + "numFmt")}
    formats = [item.get("numFmtId") for item in styles.find(SHEET + "cellXfs")]
    rows = []
    for row in sheet.iter(SHEET + "row"):
        while len(rows) < int(row.get("r")):
            rows.append([])
        cells = rows[-1]
        for cell in row:
            while len(cells) <= place_of(cell.get("r")):
                cells.append("")
            kind = cell.get("t", "n")
            assert cell.find(SHEET + "f") is None
            if kind == "inlineStr":
                cells[-1] = "s:" + unescape_workbook("".join(cell.itertext()))
            elif kind == "b":
                cells[-1] = "b:" + cell.find(SHEET + "v").text
            elif cell.find(SHEET + "v") is not None:
                pattern = patterns.get(formats[int(cell.get("s", 0))], "")
                cells[-1] = "n:" + cell.find(SHEET + "v").text + ("|" + pattern if pattern else "")
    pane = next(sheet.iter(SHEET + "pane"), None)
    return rows + [["frozen:" + pane.get("ySplit")] if pane is not None else ["frozen:0"]]


def main():
    kind, path = sys.argv[1:3]
    if kind == "csv":
        rows = read_csv(path, sys.argv[3] if len(sys.argv) > 3 else ",")
    elif kind == "xlsx":
        rows = read_workbook(path, sys.argv[3])
    else:
        rows = {"json": read_json, "jsonl": read_json_lines, "markdown": read_markdown, "html": read_html}[kind](path)
    json.dump(rows, sys.stdout)


main()
