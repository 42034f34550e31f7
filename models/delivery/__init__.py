"""Hand-over of what was sold: planning, preparation, checklist, gates, ceremony, what follows (D1 to D6)."""
