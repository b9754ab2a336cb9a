from orontes.picture.toll.counts import begun, counter, counting, displaced, toll

__all__ = ["begun", "counter", "counting", "displaced", "toll"]
