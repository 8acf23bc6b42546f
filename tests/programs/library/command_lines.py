"""getopt reads options, cmd reads commands, linecache reads lines."""

import cmd
import getopt
import io
import linecache

print(getopt.getopt(["-a", "-bvalue", "--long", "--name=x", "rest"], "ab:", ["long", "name="]))
print(getopt.gnu_getopt(["rest", "-a", "more", "--na", "x"], "a", ["name="]))
for words in (["-z"], ["-b"], ["--nope"], ["--name"], ["--long=1"], ["--n"]):
    try:
        print(getopt.getopt(words, "ab:", ["long", "name=", "none"]))
    except getopt.GetoptError as error:
        print(error, "|", error.opt)


class Shell(cmd.Cmd):
    intro = "Welcome"
    prompt = "> "

    def do_add(self, line):
        """Adds numbers."""
        print(sum([int(word) for word in line.split()]))

    def do_quit(self, line):
        return True

    def default(self, line):
        print("what is", line)

    def emptyline(self):
        print("nothing")


shell = Shell(stdin=io.StringIO("add 1 2\n\nhello there\nhelp\nhelp add\nhelp nope\nquit\n"), stdout=io.StringIO())
shell.use_rawinput = False
shell.cmdloop()
print(shell.stdout.getvalue())
print(shell.parseline("? add"), shell.parseline("a-b c"), shell.parseline(""))

print(linecache.getline(__file__, 1), end="")
print(repr(linecache.getline(__file__, 10_000)), linecache.getlines("/no/such/file"))
