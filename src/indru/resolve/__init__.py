"""The last stage: drafts of one document to its records, merged, completed, with ids."""
