//! The page in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_mounts() {
    let document = web_sys::window().expect("a window").document().expect("a document");
    let root = document.create_element("main").expect("an element");
    document.body().expect("a body").append_child(&root).expect("a place for it");

    yew::Renderer::<interleave::App>::with_root(root.clone()).render();
    TimeoutFuture::new(0).await;

    assert_eq!(root.text_content().as_deref(), Some("Interleave"));
}
