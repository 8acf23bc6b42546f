"""The % operator on strings."""

name, n, x = "Ada", 7, 2.5
print("%s is %d" % (name, n))
print("%r %s %s" % (name, name, [1]))
print("one: %s" % name)
print("%5d|%-5d|%05d|%+d|%x" % (n, n, n, n, 255))
print("%.2f|%8.3f|%e|%g" % (x, x, x, x))
print("%10s|%-10s|%.1s" % (name, name, name))
print("100%% of %(who)s: %(n)03d" % {"who": name, "n": n})
template = "%s and %s"
print(template % ("this", "that"))
try:
    print("%d" % "x")
except TypeError as error:
    print(error)
try:
    print(template % "one")
except TypeError as error:
    print(error)
