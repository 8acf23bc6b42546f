"""Each thread has context variables of its own; a context can be run in."""
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")
role = contextvars.ContextVar("role")


def show(where):
    print(where, user.get(), role.get("none"))


token = user.set("ann")
show("main")
user.reset(token)
show("main")
try:
    role.get()
except LookupError:
    print("no role")
try:
    user.reset(token)
except RuntimeError as error:
    print(str(error).split(" var=")[0][:6])

user.set("bob")
thread = threading.Thread(target=show, args=("thread",))
thread.start()
thread.join()
context = contextvars.copy_context()
thread = threading.Thread(target=context.run, args=(show, "copied"))
thread.start()
thread.join()
context.run(role.set, "admin")
show("main")
print(context[role], user in context, len(context))
