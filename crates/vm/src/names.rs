//! The names that the machine itself looks for, made once.

use crate::text::Str;

macro_rules! names {
    ($($field:ident = $text:literal),+ $(,)?) => {
        /// The names that the machine itself looks for.
        #[derive(Debug)]
        #[allow(missing_docs)]
        pub(crate) struct Names { $(pub(crate) $field: Str),+ }

        impl Default for Names {
            fn default() -> Names {
                Names { $($field: Str::from($text)),+ }
            }
        }

        impl Names {
            /// All of them, so that code that uses one uses this very object.
            pub(crate) fn all(&self) -> Vec<Str> {
                vec![$(self.$field.clone()),+]
            }
        }
    };
}

names! {
    init = "__init__", new = "__new__", call = "__call__", name = "__name__", qualname = "__qualname__",
    module = "__module__", doc = "__doc__", class = "__class__", dict = "__dict__", bases = "__bases__",
    mro = "__mro__", enter = "__enter__", exit = "__exit__", iter = "__iter__", next = "__next__",
    getitem = "__getitem__", setitem = "__setitem__", delitem = "__delitem__", contains = "__contains__",
    len = "__len__", bool = "__bool__", str = "__str__", repr = "__repr__", format = "__format__",
    hash = "__hash__", eq = "__eq__", ne = "__ne__", lt = "__lt__", le = "__le__", gt = "__gt__", ge = "__ge__",
    getattr = "__getattr__", getattribute = "__getattribute__", setattr = "__setattr__", delattr = "__delattr__",
    get = "__get__", set = "__set__", delete = "__delete__", set_name = "__set_name__",
    init_subclass = "__init_subclass__", classcell = "__classcell__", class_getitem = "__class_getitem__",
    neg = "__neg__", pos = "__pos__", invert = "__invert__", index = "__index__", int = "__int__",
    float = "__float__", abs = "__abs__", round = "__round__", reversed = "__reversed__", missing = "__missing__",
    builtins = "__builtins__", annotations = "__annotations__", main = "__main__", file = "__file__",
    slots = "__slots__", func = "__func__", self_ = "__self__", wrapped = "__wrapped__", defaults = "__defaults__",
    kwdefaults = "__kwdefaults__", code = "__code__", closure = "__closure__", cause = "__cause__",
    context = "__context__", suppress_context = "__suppress_context__", traceback = "__traceback__",
    notes = "__notes__", args = "args", value = "value", prepare = "__prepare__", metaclass = "metaclass",
    spec = "__spec__", package = "__package__", loader = "__loader__", subclasses = "__subclasses__",
    instancecheck = "__instancecheck__", static_attributes = "__static_attributes__",
    first_line = "__firstlineno__", match_args = "__match_args__", path = "__path__", namespace = "__namespace__", abstract_methods = "__abstractmethods__", type_params = "__type_params__",
}
