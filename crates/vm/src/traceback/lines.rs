//! Lines of text: their indentation and how wide they are shown.

/// Removes the white space that all lines begin with. Lines of nothing else become empty.
pub(super) fn dedent(text: &str) -> String {
    let lines: Vec<&str> =
        text.split('\n').map(|line| if line.trim().is_empty() { "" } else { line }).collect();
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let indentation = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(margin.map_or(indentation, |margin| common_start(margin, indentation)));
    }
    let margin = margin.unwrap_or("");
    let dedented: Vec<&str> = lines.iter().map(|line| line.strip_prefix(margin).unwrap_or(line)).collect();
    dedented.join("\n")
}

fn common_start<'a>(left: &'a str, right: &str) -> &'a str {
    let length = left.bytes().zip(right.bytes()).take_while(|(left, right)| left == right).count();
    &left[..length]
}

/// Puts four spaces before every line, empty ones too.
pub(super) fn indent(text: &str) -> String {
    text.split_inclusive('\n').map(|line| format!("    {line}")).collect()
}

/// How many columns the first `characters` of a line take on a terminal.
pub(super) fn width(line: &str, characters: usize) -> usize {
    if line.is_ascii() {
        return characters;
    }
    line.chars().take(characters).map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Whether a character takes two columns (East Asian width W or F).
fn is_wide(c: char) -> bool {
    const WIDE: [(u32, u32); 40] = [
        (0x1100, 0x115F),
        (0x231A, 0x231B),
        (0x2329, 0x232A),
        (0x23E9, 0x23EC),
        (0x23F0, 0x23F0),
        (0x23F3, 0x23F3),
        (0x25FD, 0x25FE),
        (0x2614, 0x2615),
        (0x2648, 0x2653),
        (0x267F, 0x267F),
        (0x2693, 0x2693),
        (0x26A1, 0x26A1),
        (0x26AA, 0x26AB),
        (0x26BD, 0x26BE),
        (0x26C4, 0x26C5),
        (0x26CE, 0x26CE),
        (0x26D4, 0x26D4),
        (0x26EA, 0x26EA),
        (0x26F2, 0x26F3),
        (0x26F5, 0x26F5),
        (0x26FA, 0x26FA),
        (0x26FD, 0x26FD),
        (0x2705, 0x2705),
        (0x270A, 0x270B),
        (0x2728, 0x2728),
        (0x274C, 0x274C),
        (0x274E, 0x274E),
        (0x2753, 0x2755),
        (0x2757, 0x2757),
        (0x2795, 0x2797),
        (0x27B0, 0x27B0),
        (0x2B1B, 0x2B1C),
        (0x2E80, 0x303E),
        (0x3041, 0xA4CF),
        (0xA960, 0xA97F),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F),
        (0xFF01, 0xFF60),
        (0x1F300, 0x3FFFD),
    ];
    WIDE.iter().any(|(first, last)| (*first..=*last).contains(&(c as u32)))
}
