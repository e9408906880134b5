"""What a release says of itself: CITATION.cff for people who cite it, .zenodo.json for a repository, croissant.json for programs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from corrigenda.package.package import Package
from corrigenda.package.tables.table import Field, Table

_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "uri": "sc:URL"}
# The words of Croissant 1.0, which every description has to bring with it.
_TERMS = (
    "citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes",
    "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace",
    "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def describe_release(package: Package, day: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the descriptions of a release by path: of its data as a whole, and of the files that it has."""
    return {
        "CITATION.cff": _citation(package, day).encode(),
        ".zenodo.json": _json(_zenodo(package, day)),
        "croissant.json": _json(_croissant(package, day, files)),
    }


def _json(content: Any) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _authors(package: Package) -> list[str]:
    named = [str(person.get("title")) for person in package.descriptor.get("contributors", ()) if person.get("title")]
    return named or [f"The makers of {package.name}"]


def _license(package: Package, prop: str) -> str | None:
    return next((str(entry[prop]) for entry in package.descriptor.get("licenses", ()) if entry.get(prop)), None)


def _title(package: Package) -> str:
    return str(package.descriptor.get("title") or package.name)


def _description(package: Package) -> str:
    return str(package.descriptor.get("description") or _title(package))


def _citation(package: Package, day: str) -> str:
    """Return CITATION.cff 1.2.0. A text in JSON's quotes is one in YAML as well."""
    told = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them with their version.",
        "type": "dataset",
        "title": _title(package),
        "abstract": _description(package),
        "version": package.version,
        "date-released": day,
        "license": _license(package, "name"),
        "url": package.descriptor.get("homepage"),
        "keywords": package.descriptor.get("keywords"),
        "authors": [{"name": name} for name in _authors(package)],
    }
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in told.items() if value)


def _zenodo(package: Package, day: str) -> dict[str, Any]:
    told = {
        "upload_type": "dataset",
        "title": _title(package),
        "description": _description(package),
        "creators": [{"name": name} for name in _authors(package)],
        "version": package.version,
        "publication_date": day,
        "access_right": "open",
        "license": (_license(package, "name") or "").lower(),
        "keywords": package.descriptor.get("keywords"),
    }
    return {name: value for name, value in told.items() if value}


def _croissant(package: Package, day: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return files and fields in the words of Croissant.

    Foreign keys stay with datapackage.json: readers of Croissant join along them, and stop where two fields point at one table.
    """
    told = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package.name,
        "description": _description(package),
        "version": package.version,
        "datePublished": day,
        "license": _license(package, "path") or _license(package, "name"),
        "url": package.descriptor.get("homepage"),
        "keywords": package.descriptor.get("keywords"),
        "creator": [{"@type": "sc:Organization", "name": name} for name in _authors(package)],
        "citeAs": f"{', '.join(_authors(package))}: {_title(package)}, version {package.version}, {day}",
        "distribution": [_file(table, files[table.path]) for table in package.tables.values()],
        "recordSet": [_records(table) for table in package.tables.values()],
    }
    return {name: value for name, value in told.items() if value}


def _file(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": table.path,
        "name": table.path.rpartition("/")[2],
        "description": table.description,
        "contentUrl": table.path,
        "encodingFormat": "text/csv",
        "contentSize": f"{len(data)} B",
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, field) for field in table.fields],
    }


def _field(table: Table, field: Field) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field.name}",
        "name": f"{table.name}/{field.name}",
        "description": field.description,
        # Dates are EDTF, as precise as the source and no more; no type of schema.org holds that.
        "dataType": _TYPES.get(field.type, "sc:Text"),
        "source": {"fileObject": {"@id": table.path}, "extract": {"column": field.name}},
    }
