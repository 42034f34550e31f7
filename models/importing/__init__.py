"""Rows taken over from other systems' files: what came in, how a file's columns were read, undoing it as a whole."""
