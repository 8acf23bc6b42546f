"""Format specifications: width, alignment, sign, precision, grouping, bases."""

n, x, s = 1234567, 3.14159265, "text"
print(f"[{n:10}] [{n:<10}] [{n:^10}] [{n:>10}] [{n:010}]")
print(f"[{n:,}] [{n:_}] [{n:+}] [{-n:+}] [{n: }] [{42:x}] [{42:X}] [{42:#x}] [{42:b}] [{42:#b}] [{8:o}]")
print(f"[{x:.2f}] [{x:8.3f}] [{x:<8.1f}] [{x:e}] [{x:.3e}] [{x:g}] [{1e10:g}] [{0.00001:g}] [{x:+.1f}]")
print(f"[{0.256:.1%}] [{1:%}] [{1234.5:,.2f}] [{x:08.2f}] [{x:.0f}] [{2.5:.0f}]")
print(f"[{s:10}] [{s:<10}] [{s:^10}] [{s:>10}] [{s:*^10}] [{s:.2}] [{s:5.1}]")
print(f"[{True}] [{True:5}] [{None}] [{65:c}] [{n:d}] [{3:5d}] [{-5:05d}] [{-5:=5d}]")
print(format(7, "03"), format("a", ">3"), "{:>5}|{}".format("b", 2), "{1} {0} {k}".format(1, 2, k=3))
print(f"{float('inf'):.1f} {float('nan'):6} {1e300:.3g} {123456789.0} {100.0:g} {2**70:,}")
