"""Tests of test drives."""
