"""Papers as facts: what every paper says about itself and what is kept of each print (documents.md)."""
