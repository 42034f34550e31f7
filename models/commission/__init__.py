"""Commission: earned on money received, shared by what happened on the floor, ruled where it is disputed (S8)."""
