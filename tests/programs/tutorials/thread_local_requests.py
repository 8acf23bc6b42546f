"""Each thread has a request of its own, in a thread-local variable."""

import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    user: str
    path: str


context = threading.local()
seen = []


def current_user():
    return getattr(context, "request", Request("nobody", "/")).user


def handle(request):
    context.request = request
    authorise()


def authorise():
    seen.append((current_user(), context.request.path))


threads = [threading.Thread(target=handle, args=(Request(user, f"/home/{user}"),)) for user in ("ann", "bob", "eve")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(current_user(), hasattr(context, "request"))
for user, path in sorted(seen):
    print(user, path)
