"""Today: what needs this person now, worst first, and how the day goes."""
def build(desk):
    raise NotImplementedError
