"""The third stage: mentions to drafts, one module for each type of record."""
