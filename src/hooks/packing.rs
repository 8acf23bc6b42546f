//! Packing a program for an address, and unpacking it. The browser deflates; where it cannot, programs stay plain.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response};

use crate::state::packing::{Broken, Packed, source_of};
use crate::state::{Address, State};

/// A program as an address has it; none if it is too long for that.
pub(crate) async fn pack(source: &str) -> Option<String> {
    let deflated = match stream("CompressionStream") {
        Some(stream) => through(source.as_bytes(), &stream).await.ok(),
        None => None,
    };
    Packed::shortest(source, deflated).write()
}

/// The state that an address opens, with the program that is in it.
pub(crate) async fn open(address: &Address) -> State {
    match address.packed() {
        None => address.open(),
        Some(packed) => address.open_own(unpack(packed).await),
    }
}

async fn unpack(packed: &str) -> Result<String, String> {
    let bytes = match Packed::read(packed) {
        Ok(Packed::Plain(bytes)) => Ok(bytes),
        Ok(Packed::Deflated(bytes)) => inflate(&bytes).await,
        Err(broken) => Err(broken),
    };
    let bytes = bytes.map_err(|broken| broken.in_words().to_string())?;
    source_of(bytes, "The program in this link").map_err(|why| format!("{why} This is the lesson instead."))
}

/// However it was made, it comes to no more than a thousand times the length that an address may have.
async fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    let stream = stream("DecompressionStream").ok_or(Broken::NoInflating)?;
    through(bytes, &stream).await.map_err(|_| Broken::Damaged)
}

/// One of the browser's streams, if it has them.
fn stream(kind: &str) -> Option<JsValue> {
    let constructor = Reflect::get(&gloo_utils::window(), &kind.into()).ok()?;
    let format = Array::of1(&"deflate-raw".into());
    Reflect::construct(constructor.dyn_ref::<Function>()?, &format).ok()
}

/// What comes out of a stream that changes bytes.
async fn through(bytes: &[u8], stream: &JsValue) -> Result<Vec<u8>, JsValue> {
    let given = Response::new_with_opt_js_u8_array(Some(&Uint8Array::from(bytes)))?;
    let body = given.body().ok_or(JsValue::UNDEFINED)?;
    let body = body.pipe_through(stream.unchecked_ref::<ReadableWritablePair>());
    let changed = Response::new_with_opt_readable_stream(Some(&body))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(changed).await?).to_vec())
}
