"""unittest.mock: what was called, with what, and names that are patched for a while."""

import threading
import time
from unittest.mock import ANY, MagicMock, Mock, call, patch

send = Mock(return_value=3)
print(send(1, a=2), send.called, send.call_count, send.call_args)
send.assert_called_once_with(1, a=2)
send.side_effect = [10, ValueError("no more")]
print(send("again"))
try:
    send()
except ValueError as error:
    print(error, send.call_args_list)
for check in (lambda: send.assert_called_once(), lambda: send.assert_called_with(5), lambda: send.assert_not_called()):
    try:
        check()
    except AssertionError as error:
        print(error)
send.assert_any_call(1, a=ANY)
send.assert_has_calls([call(1, a=2), call("again")])

service = MagicMock(name="service")
service.fetch.return_value.json.return_value = {"ok": True}
print(service.fetch("url").json(), service.mock_calls, service.fetch.call_count)
service.__len__.return_value = 4
with service.open() as handle:
    handle.write("text")
print(len(service), service.open.called, bool(service), list(service))

with patch("time.sleep") as slept:
    time.sleep(100)
    print(slept.call_args_list == [call(100)])


class Clock:
    def now(self):
        return "now"


with patch.object(Clock, "now", return_value="then"):
    print(Clock().now())
print(Clock().now())


@patch.dict({"a": 1}, b=2)
def patched():
    return "patched"


print(patched())
work = Mock()
lock = threading.Lock()


def run(number):
    with lock:
        work(number)


threads = [threading.Thread(target=run, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(work.call_count, sorted(made.args[0] for made in work.call_args_list))
