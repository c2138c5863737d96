"""What an address says: hosts, services (cloud, survey, social), article paths. Pure."""
