"""Real loopback servers that misbehave in one way each, and the status the crawler must give them."""
