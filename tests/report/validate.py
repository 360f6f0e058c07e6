# SPDX-License-Identifier: GPL-3.0-or-later
"""validate.py SCHEMA DOCUMENT...: whether the documents are what the schema describes."""

import json
import sys

import jsonschema


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def list_faults(validator, path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file, parse_constant=refuse_constant)
    return sorted(validator.iter_errors(document), key=str)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    status = 0
    for path in sys.argv[2:]:
        for fault in list_faults(validator, path):
            print(f"{path}: {fault.json_path}: {fault.message[:200]}", file=sys.stderr)
            status = 1
    return status


sys.exit(main())
