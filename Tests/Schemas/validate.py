#!/usr/bin/env python3
"""Checks written documents against the official schemas: validate.py CONFORMANCE KIND PATH…

KIND is csaf, provider, rolie, cve, osv, or tree (a whole public tree: every document by its place, hashes, lists, feed).
Exit 0 if all are valid, 1 with one finding a line if not, 2 if the check itself could not be made. Never uses the network:
every reference is resolved among the files in CONFORMANCE.
"""
import csv
import datetime
import hashlib
import json
import pathlib
import re
import sys
import xml.etree.ElementTree
from decimal import Decimal

from jsonschema import FormatChecker
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SCHEMAS = {
    "csaf": "csaf/2.0/json_schema/csaf_json_schema.json",
    "provider": "csaf/2.0/json_schema/provider_json_schema.json",
    "rolie": "csaf/rolie/ROLIE_feed_json_schema.json",
    "cve": "cve/schema/5.1.1/CVE_JSON_bundled_5.1.1.json",
    "osv": "osv/schema/schema.json",
}
PLACES = [  # in a tree: pattern of the path, kind of the document
    (r"\.well-known/csaf/provider-metadata\.json", "provider"),
    (r"\.well-known/csaf/white/csaf-feed-[a-z-]+\.json", "rolie"),
    (r"\.well-known/csaf/white/\d{4}/[^/]+\.json", "csaf"),
    (r"cve/[^/]+\.json", "cve"),
    (r"osv/[^/]+\.json", "osv"),
]

formats = FormatChecker(formats=())


@formats.checks("date-time")
def is_date_time(value):
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value):
        return False
    try:
        datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


@formats.checks("uri")
def is_uri(value):
    return not isinstance(value, str) or bool(
        re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+", value))


def load(path):
    def distinct(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise ValueError("a name occurs twice")
        return dict(pairs)

    # Decimals, because multipleOf 0.1 fails for binary floats.
    return json.loads(path.read_bytes().decode("utf-8"), parse_float=Decimal, object_pairs_hook=distinct)


def registry(conformance):
    resources = []
    for path in [*conformance.glob("csaf/2.0/**/*schema*/**/*.json"), *conformance.glob("csaf/rolie/*.json")]:
        schema = load(path)
        name = schema.get("$id") or schema.get("id")
        if not name:
            continue
        resource = Resource.from_contents(schema, default_specification=DRAFT202012)
        # CVSS schemas carry a date in their name and are referred to without it.
        resources += [(name, resource), (name.split("?")[0], resource)]
        if path.parent.name == "first":
            resources.append(("https://www.first.org/cvss/" + path.name, resource))
    return Registry().with_resources(resources)


class Validators:
    def __init__(self, conformance):
        self.conformance, self.registry, self.known = conformance, registry(conformance), {}

    def findings(self, kind, path):
        if kind not in self.known:
            schema = load(self.conformance / SCHEMAS[kind])
            self.known[kind] = validator_for(schema)(schema, registry=self.registry, format_checker=formats)
        try:
            document = load(path)
        except ValueError as fault:
            return [f"{path}: {fault}"]
        errors = sorted(self.known[kind].iter_errors(document), key=lambda error: list(map(str, error.absolute_path)))
        # Of alternatives, the one that comes closest tells more than that none fits.
        errors = [best_match([error]) for error in errors]
        return [f"{path}: {error.json_path}: {error.message[:300]}" for error in errors]


def tree_findings(validators, root):
    findings, kinds = [], set()
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        name = path.relative_to(root).as_posix()
        kind = next((kind for pattern, kind in PLACES if re.fullmatch(pattern, name)), None)
        if kind:
            kinds.add(kind)
            findings += validators.findings(kind, path)
        elif path.suffix == ".json":
            findings.append(f"{path}: no kind of document belongs here")
        if path.suffix in (".sha256", ".sha512"):
            digest, _, subject = path.read_text().rstrip("\n").partition("  ")
            content = path.with_suffix("").read_bytes()
            if subject != path.with_suffix("").name or digest != hashlib.new(path.suffix[1:], content).hexdigest():
                findings.append(f"{path}: does not fit its document")
    white = root / ".well-known/csaf/white"
    documents = {p.relative_to(white).as_posix() for p in white.glob("*/*.json")}
    if set((white / "index.txt").read_text().splitlines()) != documents:
        findings.append("index.txt: does not list the documents")
    changes = list(csv.reader((white / "changes.csv").open(newline="")))
    if {row[0] for row in changes} != documents or [r[1] for r in changes] != sorted((r[1] for r in changes), reverse=True):
        findings.append("changes.csv: does not list the documents, the newest first")
    for path, date in changes:
        if load(white / path)["document"]["tracking"]["current_release_date"] != date:
            findings.append(f"changes.csv: wrong date for {path}")
    feed = xml.etree.ElementTree.parse(root / "feed.atom").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    for element in [feed, *feed.iter(atom + "entry")]:
        for name in ("id", "title", "updated"):
            if not (element.findtext(atom + name) or "").strip():
                findings.append(f"feed.atom: {name} is missing")
    if not {"provider", "rolie"} <= kinds:
        findings.append("the provider's documents are missing")
    return findings


def main():
    if len(sys.argv) < 4 or sys.argv[2] not in [*SCHEMAS, "tree"]:
        print(__doc__, file=sys.stderr)
        return 2
    validators = Validators(pathlib.Path(sys.argv[1]))
    findings = []
    for path in map(pathlib.Path, sys.argv[3:]):
        findings += tree_findings(validators, path) if sys.argv[2] == "tree" else validators.findings(sys.argv[2], path)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
