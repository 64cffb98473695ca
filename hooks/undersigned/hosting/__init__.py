"""What netlify.toml says of headers and redirects, as other hosts and servers read it."""
