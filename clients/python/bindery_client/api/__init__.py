"""Where are the operations? One package per tag, one module per operation."""
