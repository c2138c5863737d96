"""Rules as data: one TOML file per indicator, ``_paket.toml`` for the pack, ``profil/`` for other weights."""

from auditor.rules.pack import Band, Cycle, Pack
from auditor.rules.schema import Rule

__all__ = ["Band", "Cycle", "Pack", "Rule"]
