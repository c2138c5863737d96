"""The history of rounds: one SQLite file beside the rounds' folders."""

from auditor.store.database import DATABASE, CorruptStore, StoreError, telling_why
from auditor.store.history import Store

__all__ = ["DATABASE", "CorruptStore", "Store", "StoreError", "telling_why"]
