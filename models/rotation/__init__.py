"""The showroom rotation (rotation.md): who receives the next customer, whose customer it is, whose turn that uses."""
