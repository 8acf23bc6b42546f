"""Arguments of a command line: positional ones, options, types, choices and mistakes."""
import argparse

parser = argparse.ArgumentParser(prog="crawl", description="Crawls with threads.")
parser.add_argument("urls", nargs="*", default=["home"], help="where to begin")
parser.add_argument("-t", "--threads", type=int, default=4, help="how many threads")
parser.add_argument("--timeout", type=float, default=1.5)
parser.add_argument("-v", "--verbose", action="store_true")
parser.add_argument("-q", action="count", default=0)
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--tag", action="append")
print(parser.parse_args([]))
print(parser.parse_args(["a", "b", "-t", "8", "--verbose", "-q", "-q", "--mode=slow", "--tag", "x", "--tag", "y"]))
print(parser.parse_known_args(["--unknown", "-t2"]))
args = parser.parse_args(["--timeout", "0.5"])
print(args.timeout, args.threads, vars(args)["mode"], "tag" in args)
print(parser.format_usage().startswith("usage: crawl [-h] [-t THREADS] [--timeout TIMEOUT]"))
strict = argparse.ArgumentParser(prog="run", exit_on_error=False)
strict.add_argument("count", type=int)
strict.add_argument("--level", choices=["low", "high"])
for words in (["x"], ["1", "--level", "middle"], ["5", "--level", "low"]):
    try:
        print(strict.parse_args(words))
    except argparse.ArgumentError as error:
        print(error)
try:
    argparse.ArgumentParser(prog="p").parse_args(["--none"])
except SystemExit as stop:
    print("exit", stop.code)
