"""A warning is shown once for each line, or raised, or caught."""

import warnings


def old():
    warnings.warn("gone soon", DeprecationWarning, stacklevel=2)


old()
for _ in range(3):
    warnings.warn("said once")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("caught")
    print(len(caught), caught[0].message, caught[0].category.__name__)
warnings.simplefilter("error")
try:
    warnings.warn("raised", RuntimeWarning)
except RuntimeWarning as error:
    print(repr(error))
warnings.simplefilter("ignore")
warnings.warn("not at all")
