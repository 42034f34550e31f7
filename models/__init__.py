"""The store and its rules: no Qt, no PDF, runs without a screen."""
