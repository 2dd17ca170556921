"""The rules of comparison, told to people: over HTTP and as a page."""
