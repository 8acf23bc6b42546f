use std::rc::Rc;

/// The name that `__x` has inside a class: `_Class__x`.
pub(in crate::compile) fn mangle(class: Option<&str>, name: &str) -> Rc<str> {
    let is_private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    match class.map(|class| class.trim_start_matches('_')) {
        Some(class) if is_private && !class.is_empty() => format!("_{class}{name}").into(),
        _ => name.into(),
    }
}
