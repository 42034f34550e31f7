"""Taking over files of other systems (X3): reading what is not trusted, understanding it, checking it, writing it."""
