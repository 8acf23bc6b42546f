import os as _os


class GetPassWarning(UserWarning):
    pass


# There is no terminal whose echo could be turned off: a line of the run's input is the password.
def getpass(prompt="Password: ", stream=None):
    return input(prompt)


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if _os.environ.get(name):
            return _os.environ[name]
    return "learner"
