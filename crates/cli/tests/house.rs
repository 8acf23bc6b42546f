//! What ARCHITECTURE.md says of the house is so.

use std::path::Path;
use std::process::Command;

/// The crates that a crate of ours is built from.
fn built_from(package: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
            "-p",
            package,
        ])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    tree.lines().filter_map(|line| line.split(' ').next()).map(String::from).collect()
}

#[test]
fn the_engine_knows_no_page_and_no_serialisation() {
    for (package, banned) in [
        ("interleave-vm", ["yew", "web-sys", "js-sys", "wasm-bindgen", "serde_json", "interleave-schedule"]),
        ("interleave-schedule", ["yew", "web-sys", "js-sys", "wasm-bindgen", "serde_json", "interleave-cli"]),
        (
            "interleave-export",
            ["yew", "web-sys", "js-sys", "wasm-bindgen", "interleave-explore", "interleave-cli"],
        ),
    ] {
        let crates = built_from(package);
        assert!(crates.contains(&package.to_string()));
        for name in banned {
            assert!(!crates.contains(&name.to_string()), "{package} is built from {name}");
        }
    }
}

#[test]
fn what_the_architecture_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|name| {
        name.contains('/') && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.-/".contains(c))
    });
    let mut count = 0;
    for path in paths {
        assert!(root.join(path).exists(), "ARCHITECTURE.md names {path}");
        count += 1;
    }
    assert!(count > 10);
}
