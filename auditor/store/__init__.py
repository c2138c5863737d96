"""The history of rounds: one SQLite file beside the rounds' folders."""

from auditor.store.database import DATABASE, CorruptStore, StoreError, telling_why
from auditor.store.history import FEW, Store
from auditor.store.rows import without_proofs

__all__ = ["DATABASE", "FEW", "CorruptStore", "Store", "StoreError", "telling_why", "without_proofs"]
