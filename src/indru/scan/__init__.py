"""The second stage: a document's names, cues, dates, counts and sums, each with its place."""
