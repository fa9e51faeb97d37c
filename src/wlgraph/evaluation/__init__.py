"""Measuring: marked pages and gold pages read into the model's records, and scores."""
