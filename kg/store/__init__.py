"""The graph in memory and on disk: the only home of RDF libraries' stores."""
