"""The portable folder for Windows: an embeddable Python, the pinned wheels, the auditor, and what is double-clicked.

Nothing of it is part of the auditor: it imports no ``auditor``, only ``packaging`` and the standard library.
"""
