"""How problems are told, and whom a change lets be told of them."""
