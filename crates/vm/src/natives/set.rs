//! stub
use crate::machine::Machine;
use crate::native::Raise;
use crate::value::Value;
pub(crate) fn operator(
    _m: &mut Machine,
    _o: u32,
    _i: bool,
    _l: &Value,
    _r: &Value,
) -> Result<Option<Value>, Raise> {
    Ok(None)
}
pub(crate) fn compare(_m: &mut Machine, _w: u32, _l: &Value, _r: &Value) -> Option<bool> {
    None
}
