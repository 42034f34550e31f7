"""The catalogue: goods, accessories, services and what is paid on the customer's behalf."""
