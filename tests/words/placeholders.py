#!/usr/bin/env python3
"""Fails where a translation says something with other placeholders, markup or line breaks than its source, and where a
translator is not told what the placeholders of a text stand for."""
import re
import sys
import xml.etree.ElementTree as ElementTree


def placeholders(text):
    return sorted(re.findall(r"%L?\d|%n", text))


def mnemonics(text):
    return len(re.findall(r"&(?!&)(?!\w+;)", text.replace("&&", "")))


def is_obvious(source):
    """One placeholder in a sentence says itself what it is; two, or one that is nearly all of a text, do not."""
    names = set(placeholders(source)) - {"%n"}
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"%L?\d|<[^>]*>", "", source))
    quoted = all(f"“{name}”" in source for name in names)
    return not names or (len(names) == 1 and (len(words) > 2 or (quoted and len(words) > 1)))


def has_comment(message):
    return any(message.find(tag) is not None for tag in ("comment", "extracomment"))


def faults_of(source, translation, is_numerus):
    if not translation:
        yield "is empty"
    # A form for one may leave the number out.
    if is_numerus and not set(placeholders(translation)) <= set(placeholders(source)):
        yield "has a placeholder that the source has not"
    if not is_numerus and placeholders(source) != placeholders(translation):
        yield "has other placeholders"
    if mnemonics(source) != mnemonics(translation):
        yield "has other mnemonics"
    if sorted(re.findall(r"<[^>]+>", source)) != sorted(re.findall(r"<[^>]+>", translation)):
        yield "has other markup"
    if source.count("\n") != translation.count("\n"):
        yield "has other line breaks"
    if source[:1].isspace() != translation[:1].isspace() or source[-1:].isspace() != translation[-1:].isspace():
        yield "has other spaces around it"
    if source[-1:] in "….:?" and translation[-1:] != source[-1:]:
        yield "ends otherwise"


def main(paths):
    count = 0
    for path in paths:
        for context in ElementTree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                source = message.find("source").text or ""
                if not is_obvious(source) and not has_comment(message):
                    print(f"{path}: {context.find('name').text}: “{source}”: say what its placeholders are (//: …)")
                    count += 1
                is_numerus = message.get("numerus") == "yes"
                translation = message.find("translation")
                forms = [form.text or "" for form in translation.iter("numerusform")] if is_numerus else [translation.text or ""]
                if is_numerus and len(forms) != 2:
                    print(f"{path}: {context.find('name').text}: “{source}”: {len(forms)} plural forms")
                    count += 1
                for form in forms:
                    for fault in faults_of(source, form, is_numerus):
                        print(f"{path}: {context.find('name').text}: “{source}”: “{form}” {fault}")
                        count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
