"""News of a site: lists, items, articles, feeds, agenda, belief in dates. Pure."""
