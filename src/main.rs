//! Starts the page in a browser.

fn main() {
    yew::Renderer::<interleave::App>::new().render();
}
