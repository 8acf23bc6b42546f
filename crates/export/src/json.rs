//! JSON as it is written here: small values, each at once. The page carries this crate, and a general serialiser would be
//! twenty kilobytes of it.

use std::fmt::Write;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// A number of any kind, as JSON writes it.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// Keys in the order in which they are written.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// Writes it at the end of a text.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Number(number) => out.push_str(number),
            Json::Text(text) => quoted(text, out),
            Json::List(items) => {
                for (place, item) in items.iter().enumerate() {
                    out.push(if place == 0 { '[' } else { ',' });
                    item.write(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Json::Object(entries) => {
                for (place, (key, value)) in entries.iter().enumerate() {
                    out.push(if place == 0 { '{' } else { ',' });
                    quoted(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push_str(if entries.is_empty() { "{}" } else { "}" });
            }
        }
    }

    /// A float, which must be finite.
    pub(crate) fn float(float: f64) -> Json {
        Json::Number(format!("{float:?}"))
    }
}

/// An object with one entry.
pub(crate) fn one(key: &'static str, value: impl Into<Json>) -> Json {
    Json::Object(vec![(key, value.into())])
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                // Writing to a text cannot fail.
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

impl FromIterator<Json> for Json {
    fn from_iter<I: IntoIterator<Item = Json>>(items: I) -> Json {
        Json::List(items.into_iter().collect())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.into())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(so: bool) -> Json {
        Json::Bool(so)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Json {
        Json::Number(number.to_string())
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Json {
        Json::Number(number.to_string())
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Json {
        Json::Number(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_read_again() {
        let value = Json::Object(vec![
            ("text", "a \"b\" \\ \n\t\u{1}ü☃\u{7f}".into()),
            ("numbers", Json::List(vec![1u64.into(), (-2i64).into(), Json::float(0.1), Json::float(-1e300)])),
            (
                "empty",
                Json::List(vec![Json::List(Vec::new()), Json::Object(Vec::new()), Json::Null, true.into()]),
            ),
        ]);
        let mut text = String::new();
        value.write(&mut text);
        let read: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let same = serde_json::json!({
            "text": "a \"b\" \\ \n\t\u{1}ü☃\u{7f}",
            "numbers": [1, -2, 0.1, -1e300],
            "empty": [[], {}, null, true],
        });
        assert_eq!(read, same);
    }
}
