"""KeyError: the message is the key's repr, the markers point at the subscript."""

prices = {"tea": 2, "cake": {"small": 3}}
print(prices["tea"])
order = ["tea", "cake"]
print(prices[order[1]]["large"] * 2)
