"""How a site says it is reached: addresses, phones, mail, social accounts. Pure."""
