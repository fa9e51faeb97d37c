"""wlgraph: a county newspaper's pages as a knowledge graph, every claim with the sentence that says so."""
