//! stub
use crate::machine::Machine;
use crate::value::Value;
pub(crate) fn str(_m: &Machine, v: &Value) -> Option<String> {
    Some(match v {
        Value::Str(s) => s.to_string(),
        Value::Int(i) => i.to_string(),
        Value::None => "None".into(),
        Value::Bool(b) => if *b { "True" } else { "False" }.into(),
        other => format!("{other:?}"),
    })
}
pub(crate) fn repr(m: &Machine, v: &Value) -> Option<String> {
    str(m, v)
}
pub(crate) fn plain(m: &Machine, v: &Value) -> String {
    str(m, v).unwrap_or_default()
}
