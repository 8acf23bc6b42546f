"""A small report put together from rows."""

rows = [("apples", 3, 0.5), ("bread", 1, 2.25), ("coffee beans", 12, 14)]


def line(name, count, price):
    return f"{name:<14}{count:>4}{price:>9.2f}{count * price:>9.2f}"


out = []
out.append(f"{'item':<14}{'n':>4}{'price':>9}{'sum':>9}")
out.append("-" * len(out[0]))
for row in rows:
    out.append(line(*row))
total = sum(count * price for _, count, price in rows)
out.append("=" * 36)
out.append(f"{'total':<27}{total:>9,.2f}")
print("\n".join(out))
