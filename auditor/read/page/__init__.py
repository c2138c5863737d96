"""One page into its anatomy: blocks, links, tables, forms. Pure."""
