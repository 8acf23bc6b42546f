//! stub
use crate::machine::Machine;
use crate::native::{Flow, Raise};
use crate::text::Str;
use crate::value::Value;
pub(crate) fn percent(_m: &mut Machine, f: &Str, _r: &Value) -> Result<Flow, Raise> {
    Ok(Value::Str(f.clone()).into())
}
