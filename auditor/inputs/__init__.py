"""What people hand us: sites.csv, koreksi.csv, auditor.toml, tables of any kind."""
