"""Goods of the store: each by its VIN or serial number, or so and so many; what came, went and stands where (S3)."""
