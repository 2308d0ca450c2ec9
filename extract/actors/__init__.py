"""Who is named, described or meant where."""
