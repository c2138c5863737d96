"""The pages of one site together: template, trails, kinds, technical facts, flags. Pure."""
