"""The desk: a local web app over the same files and commands as the command line, with no logic of its own."""

from auditor.desk.server import open_desk

__all__ = ["open_desk"]
