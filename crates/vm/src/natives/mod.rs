//! Functions written in Rust, one file for each built-in class or module of the library.

pub(crate) mod algebra;
pub(crate) mod arithmetic;
#[cfg(test)]
mod audit;
pub(crate) mod bytes;
pub(crate) mod dict;
pub(crate) mod dis;
pub(crate) mod dunders;
pub(crate) mod float;
pub(crate) mod format;
pub(crate) mod functions;
pub(crate) mod getters;
pub(crate) mod help;
pub(crate) mod inside;
pub(crate) mod int;
pub(crate) mod iterators;
pub(crate) mod letters;
pub(crate) mod library;
pub(crate) mod list;
pub(crate) mod locks;
pub(crate) mod math;
pub(crate) mod numerals;
pub(crate) mod object;
pub(crate) mod percent;
pub(crate) mod pool;
pub(crate) mod queue;
pub(crate) mod quoting;
pub(crate) mod random;
pub(crate) mod range;
pub(crate) mod repr;
pub(crate) mod set;
pub(crate) mod sorting;
pub(crate) mod sqlmodel;
pub(crate) mod sys;
pub(crate) mod template;
pub(crate) mod text;
pub(crate) mod threading;
pub(crate) mod time;
pub(crate) mod traceback;
pub(crate) mod tuple;
pub(crate) mod waiting;
pub(crate) mod weak;

use crate::class;
use crate::native::NativeDef;
use crate::value::Id;

/// The methods of the built-in classes.
pub(crate) fn methods() -> Vec<(Id, &'static [NativeDef])> {
    let mut methods = vec![
        (class::OBJECT, object::OBJECT),
        (class::TYPE, object::TYPE),
        (class::SUPER, object::SUPER),
        (class::PROPERTY, object::PROPERTY),
        (class::STATICMETHOD, object::STATICMETHOD),
        (class::CLASSMETHOD, object::CLASSMETHOD),
        (class::METHOD, object::METHOD),
        (class::BASE_EXCEPTION, object::EXCEPTION),
        (class::GENERATOR, object::GENERATOR),
        (class::COROUTINE, object::COROUTINE),
        (class::ASYNC_GENERATOR, object::ASYNC_GENERATOR),
        (class::TYPE, getters::CLASS),
        (class::FUNCTION, getters::FUNCTION),
        (class::METHOD, getters::METHOD),
        (class::BASE_EXCEPTION, getters::EXCEPTION),
        (class::OS_ERROR, getters::OS_ERROR),
        (class::SYNTAX_ERROR, getters::SYNTAX_ERROR),
        (class::CELL, getters::CELL),
        (class::GENERATOR, getters::GENERATOR),
        (class::COROUTINE, getters::COROUTINE),
        (class::TRACEBACK, getters::TRACEBACK),
        (class::CODE, inside::CODE),
        (class::MODULE, inside::MODULE),
    ];
    methods.extend(builtin_types());
    methods.extend(threading::classes());
    methods
}

/// The methods of the built-in types, the common ones before their own.
fn builtin_types() -> Vec<(Id, &'static [NativeDef])> {
    use dunders::{
        ALGEBRA, CONTAINER, FORMATTED, JOINED, MERGED, MUTABLE, NUMBER, ORDERED, REVERSIBLE, SEQUENCE, VALUE,
    };
    let common: &[(Id, &[&'static [NativeDef]])] = &[
        (class::INT, &[VALUE, ORDERED, ALGEBRA, NUMBER, int::METHODS]),
        (class::BOOL, &[int::BOOL]),
        (class::FLOAT, &[VALUE, ORDERED, NUMBER, float::METHODS]),
        (
            class::STR,
            &[
                VALUE,
                ORDERED,
                CONTAINER,
                SEQUENCE,
                JOINED,
                FORMATTED,
                bytes::STR,
                text::METHODS,
                letters::METHODS,
                template::METHODS,
            ],
        ),
        (class::BYTES, &[VALUE, ORDERED, CONTAINER, SEQUENCE, JOINED, bytes::METHODS, bytes::AS_TEXT]),
        (class::LIST, &[VALUE, ORDERED, CONTAINER, SEQUENCE, JOINED, MUTABLE, REVERSIBLE, list::METHODS]),
        (class::TUPLE, &[VALUE, ORDERED, CONTAINER, SEQUENCE, JOINED, tuple::METHODS]),
        (class::DICT, &[VALUE, CONTAINER, SEQUENCE, MUTABLE, MERGED, REVERSIBLE, dict::METHODS]),
        (class::SET, &[VALUE, ORDERED, CONTAINER, ALGEBRA, set::BOTH, set::SET]),
        (class::FROZENSET, &[VALUE, ORDERED, CONTAINER, ALGEBRA, set::BOTH, set::FROZENSET]),
        (class::RANGE, &[VALUE, CONTAINER, SEQUENCE, REVERSIBLE, range::METHODS]),
        (class::SLICE, &[range::SLICE]),
        (class::DICT_KEYS, &[CONTAINER, ORDERED, ALGEBRA, REVERSIBLE, dict::VIEW]),
        (class::DICT_ITEMS, &[CONTAINER, ORDERED, ALGEBRA, REVERSIBLE, dict::VIEW]),
        (class::DICT_VALUES, &[CONTAINER, REVERSIBLE]),
        (class::BASE_EXCEPTION, &[dunders::EXCEPTION]),
        (class::RANGE_ITERATOR, &[dunders::ITERATOR]),
        (class::LIST_ITERATOR, &[dunders::ITERATOR]),
        (class::REVERSE_ITERATOR, &[dunders::ITERATOR]),
        (class::TUPLE_ITERATOR, &[dunders::ITERATOR]),
        (class::STR_ITERATOR, &[dunders::ITERATOR]),
        (class::DICT_ITERATOR, &[dunders::ITERATOR]),
    ];
    common.iter().flat_map(|(class, tables)| tables.iter().map(|table| (*class, *table))).collect()
}

/// The built-in functions, and what the library's Python needs of the machine.
pub(crate) fn functions() -> impl Iterator<Item = &'static NativeDef> {
    let tables = [
        object::FUNCTIONS,
        sys::OUTPUT,
        arithmetic::FUNCTIONS,
        functions::FUNCTIONS,
        inside::FUNCTIONS,
        library::FUNCTIONS,
        iterators::FUNCTIONS,
        percent::FUNCTIONS,
        sorting::FUNCTIONS,
        template::FUNCTIONS,
    ];
    tables.into_iter().flatten()
}
