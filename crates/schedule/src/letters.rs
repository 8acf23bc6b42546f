//! What threads are called: `M` is the main thread; the others are `A`, `B`, `C` and so on without `M`, in the order of
//! their start, and after `Z` comes `AA`.

use interleave_vm::ThreadId;

/// The letters of all threads but the main one.
const LETTERS: &[u8; 25] = b"ABCDEFGHIJKLNOPQRSTUVWXYZ";

/// What a thread is called.
pub fn thread_letter(thread: ThreadId) -> String {
    let mut number = thread.0 as usize;
    if number == 0 {
        return "M".into();
    }
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(LETTERS[number % LETTERS.len()] as char);
        number /= LETTERS.len();
    }
    letters.iter().rev().collect()
}

/// The thread that is called so, if a thread can be.
pub fn thread_of_letter(letter: &str) -> Option<ThreadId> {
    if letter == "M" {
        return Some(ThreadId::MAIN);
    }
    let mut number = 0u16;
    for byte in letter.bytes() {
        let digit = LETTERS.iter().position(|&l| l == byte)? as u16 + 1;
        number = number.checked_mul(LETTERS.len() as u16)?.checked_add(digit)?;
    }
    (number > 0).then_some(ThreadId(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_run_past_the_alphabet_without_the_main_threads() {
        let called = |number| thread_letter(ThreadId(number));
        assert_eq!(called(0), "M");
        assert_eq!([called(1), called(12), called(13), called(25)], ["A", "L", "N", "Z"]);
        assert_eq!(
            [called(26), called(50), called(51), called(650), called(651)],
            ["AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn every_thread_is_found_by_its_letter() {
        for number in 0..=u16::MAX {
            let thread = ThreadId(number);
            assert_eq!(thread_of_letter(&thread_letter(thread)), Some(thread));
        }
        for letter in ["", "a", "MA", "AM", "1", "Ä", "ZZZZZZZZ"] {
            assert_eq!(thread_of_letter(letter), None, "{letter:?}");
        }
    }
}
