"""Part of the auditor; see CONTRIBUTING.md."""
