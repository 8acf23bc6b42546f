import os.path as path

name = "posix"
sep = "/"
linesep = "\n"
curdir = "."
pathsep = ":"
environ = {"HOME": "/home/learner", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "learner"}


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getpid():
    return 1000


def getppid():
    return 1


def getlogin():
    return "learner"


def cpu_count():
    return 4


process_cpu_count = cpu_count


def sched_getaffinity(pid):
    return {0, 1, 2, 3}


def getcwd():
    return "/home/learner"


def _exit(status):
    _leave(status)



def fspath(path):
    return path


error = OSError
