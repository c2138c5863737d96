"""The form of a rule file as JSON Schema, for completion and checks in editors (VS Code: Even Better TOML)."""

from __future__ import annotations

from typing import Any

from auditor.rules.schema import QUALITIES, Rule


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file for editors; the parameters of ``[quality]`` depend on ``check``."""
    schema = Rule.model_json_schema()
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    schema["title"] = "Indikator KIP"
    schema["description"] = "Satu berkas rules/kip/<id>.toml"
    definitions = schema.setdefault("$defs", {})
    choices = []
    for kind, model in QUALITIES.items():
        own = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions.update(own.pop("$defs", {}))
        definitions[model.__name__] = own
        choices.append(
            {
                "if": {"properties": {"check": {"const": kind}}, "required": ["check"]},
                "then": {"properties": {"quality": {"$ref": f"#/$defs/{model.__name__}"}}},
            }
        )
    schema["properties"]["quality"] = {"type": "object", "description": "Parameter jenis pemeriksaan"}
    schema["required"] = [key for key in schema["required"] if key != "quality"]
    schema["allOf"] = choices
    return schema
