# SPDX-License-Identifier: GPL-3.0-or-later
"""validate.py SCHEMA DOCUMENT: whether the document is what the schema describes."""

import json
import sys

import jsonschema


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        document = json.load(file, parse_constant=refuse_constant)
    jsonschema.Draft202012Validator.check_schema(schema)
    faults = sorted(jsonschema.Draft202012Validator(schema).iter_errors(document), key=str)
    for fault in faults:
        print(f"{fault.json_path}: {fault.message[:200]}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
