"""Complex numbers: literals, arithmetic, parts, comparison, formats and errors."""

j = 1j
z = 3 + 4 * j
print(z, abs(z), z.real, z.imag, z.conjugate())
print(z + 1, 1 - z, z * 2j, z / (1 - j), z ** 2, z ** -1, -z, +z)
print(j * j, 0j, 1e20j, complex(1.5, -2), complex("1+2j"), complex("-j"), complex(), 2.5j)
print(z == complex(3, 4), z != 3, complex(3) == 3, hash(complex(3)) == hash(3), bool(0j), {1j: "i"}[j])
print(f"{z:.2f} {z}", repr(j), str(-j), type(z), isinstance(z, complex))
print(sum([1j, 2, 3.5]), [point for point in (1j, 2j) if point])


def escapes_after(c, most=50):
    z = 0
    for count in range(most):
        if abs(z) > 2:
            return count
        z = z * z + c
    return most


for y in range(-2, 3):
    print("".join("#" if escapes_after(complex(x / 8, y / 2)) == 50 else "." for x in range(-16, 5)))
for wrong in (lambda: z / 0, lambda: z < 1, lambda: complex("one"), lambda: z // 1):
    try:
        wrong()
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
try:
    z.real = 5
except AttributeError as error:
    print(error)
