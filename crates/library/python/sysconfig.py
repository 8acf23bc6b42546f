_VARIABLES = {"Py_GIL_DISABLED": 0, "EXT_SUFFIX": ".so", "SOABI": "interleave", "py_version": "3.13.0", "prefix": "/usr"}


def get_config_vars(*names):
    return [_VARIABLES.get(name) for name in names] if names else dict(_VARIABLES)


def get_config_var(name):
    return _VARIABLES.get(name)


def get_python_version():
    return "3.13"


def get_platform():
    return "linux-x86_64"
