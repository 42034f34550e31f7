"""The whole program as a fixture."""

from tests.programs import founded, pattern, program

__all__ = ["founded", "pattern", "program"]
