"""A bound method has the attributes of its function, which can only be set on the function."""


def counted(function):
    def wrapper(self, *args):
        wrapper.calls += 1
        return function(self, *args)

    wrapper.calls = 0
    wrapper.__name__ = function.__name__
    return wrapper


class Account:
    @counted
    def pay(self, amount):
        return amount


account = Account()
account.pay(1)
account.pay(2)
print(account.pay.calls, Account.pay.calls, account.pay.__name__, getattr(account.pay, "other", "none"))
try:
    account.pay.calls = 5
except AttributeError as error:
    print(error)
