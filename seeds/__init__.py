"""Data: catalogue, cues, qualifiers, samples."""
