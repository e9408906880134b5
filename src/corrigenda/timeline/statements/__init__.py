"""What an article and the reference say of days, as statements for the network; may import values and the network alone."""
