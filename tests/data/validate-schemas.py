#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates every data file against its JSON Schema.

    validate-schemas.py SCHEMAS FOLDER|FILE...

Each FOLDER holds a catalogue, of which every kind of file must be there. The schema of a file is the
one that its "format" names, and must itself be valid. Prints TAP, one line a file.
"""

import json
import pathlib
import sys

import jsonschema

KINDS = ("companions", "criteria", "facts", "observations", "patterns", "profiles", "rules", "sources",
         "technologies")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def faults(path, schemas):
    """The faults of one file, each with its place."""
    document = load(path)
    schema_path = schemas / f"{document['format']}.schema.json"
    if not schema_path.exists():
        return [f"no schema for {document['format']}"]
    schema = load(schema_path)
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator_class(schema).iter_errors(document)]


def main():
    schemas = pathlib.Path(sys.argv[1])
    paths = []
    for argument in map(pathlib.Path, sys.argv[2:]):
        paths += [argument / f"{kind}.json" for kind in KINDS] if argument.is_dir() else [argument]
    failed = False

    print(f"1..{len(paths)}")
    for number, path in enumerate(paths, 1):
        found = faults(path, schemas) if path.exists() else ["no such file"]
        print("not ok" if found else "ok", number, f"{path.parent.name}/{path.name}")
        for fault in found[:20]:
            print("#", fault)
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
