"""sys.getswitchinterval and setswitchinterval."""

import sys

print(f"{sys.getswitchinterval()=}")
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
sys.setswitchinterval(0.005)
print(sys.getswitchinterval() == 0.005)
