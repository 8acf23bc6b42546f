//! Functions written in Rust, one file for each built-in class or module of the library.

pub(crate) mod format;
pub(crate) mod object;
pub(crate) mod pool;
pub(crate) mod repr;
pub(crate) mod set;
pub(crate) mod sqlmodel;
pub(crate) mod sys;
pub(crate) mod threading;
pub(crate) mod time;

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
        (class::BASE_EXCEPTION, object::EXCEPTION),
        (class::GENERATOR, object::GENERATOR),
    ];
    methods.extend(threading::classes());
    methods
}

/// The built-in functions, and what the library's Python needs of the machine.
pub(crate) fn functions() -> impl Iterator<Item = &'static NativeDef> {
    [object::FUNCTIONS, sys::OUTPUT].into_iter().flatten()
}
