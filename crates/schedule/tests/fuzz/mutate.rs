//! Damage to a program: lines and tokens deleted, doubled, swapped, or taken from another program.

use interleave_vm::tokens;

use super::dice::Dice;

/// A program with some damage, for which another one gives spare parts.
pub(crate) fn mutated(source: &str, spare: &str, dice: &mut Dice) -> String {
    let mut source = source.to_owned();
    for _ in 0..=dice.below(4) {
        source = match dice.below(8) {
            0..4 => edit_lines(&source, spare, dice),
            4..7 => edit_token(&source, spare, dice),
            _ => edit_character(&source, dice),
        };
    }
    source
}

fn edit_lines(source: &str, spare: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = source.lines().collect();
    if lines.is_empty() {
        return source.to_owned();
    }
    let (at, to) = (dice.below(lines.len()), dice.below(lines.len()));
    let indented;
    match dice.below(6) {
        0 | 1 => drop(lines.remove(at)),
        2 => lines.insert(to, lines[at]),
        3 => lines.swap(at, to),
        4 => {
            indented = format!("    {}", lines[at]);
            lines[at] = &indented;
        }
        _ => {
            let others: Vec<&str> = spare.lines().collect();
            if !others.is_empty() {
                lines.insert(at, others[dice.below(others.len())]);
            }
        }
    }
    lines.join("\n") + "\n"
}

fn edit_token(source: &str, spare: &str, dice: &mut Dice) -> String {
    const PARTS: [&str; 30] = [
        "None",
        "0",
        "-1",
        "x",
        "self",
        "()",
        "[]",
        "{}",
        "''",
        "b''",
        "1.5",
        "10**20",
        "lambda: 0",
        "yield",
        "print",
        "len",
        "not",
        "*",
        "**",
        ".",
        ":",
        "=",
        ":=",
        "+",
        "is",
        "in",
        "range(3)",
        "f'{x!r:>{y}}'",
        "int",
        "del",
    ];
    let own = tokens(source);
    if own.is_empty() {
        return source.to_owned();
    }
    let (_, range) = own[dice.below(own.len())].clone();
    let others = tokens(spare);
    let part = match dice.below(4) {
        0 => "",
        1 if !others.is_empty() => &spare[others[dice.below(others.len())].1.clone()],
        2 => &source[own[dice.below(own.len())].1.clone()],
        _ => dice.pick(&PARTS),
    };
    format!("{}{part}{}", &source[..range.start], &source[range.end..])
}

fn edit_character(source: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = source.chars().collect();
    if chars.is_empty() {
        return source.to_owned();
    }
    let at = dice.below(chars.len());
    match dice.below(3) {
        0 => drop(chars.remove(at)),
        1 => chars.insert(at, ['(', '"', '\'', '\\', '#', '\n', 'é', '\0', '{', '}'][dice.below(10)]),
        _ => chars.truncate(at),
    }
    chars.into_iter().collect()
}
