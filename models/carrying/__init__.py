"""What is carried out of the house on a stick or into a folder: what there is to carry, who may, and what left (X1)."""
