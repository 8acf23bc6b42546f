//! The settings of a frame: what of an address says how the page is shown, and nothing about the run.

use super::Address;
use crate::view::number;

/// How the page is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Only the player, in large type: `embed=1`.
    pub embed: bool,
    /// Play begins by itself, in a slide when it is shown: `autoplay=1`.
    pub autoplay: bool,
    /// The colours, if the frame chooses them: `theme=light` or `theme=dark`.
    pub theme: Option<&'static str>,
    /// How many times as large type is as it would be, from 0.5 to 3: `font=1.25`.
    pub font: f64,
    /// The parts that are left out: `view=code,timeline` leaves out all others.
    pub hidden: Vec<&'static str>,
    /// Whether keys are for the player: `keys=none` leaves them all to the page around the frame.
    pub keys: bool,
}

/// The parts that `view` names. What it does not name is left out; a name that is none of these says nothing.
const PARTS: [&str; 5] = ["code", "state", "output", "transport", "timeline"];

impl Frame {
    /// The settings in an address. What cannot be read is as if it were not there.
    pub fn read(address: &Address) -> Frame {
        let is_set = |key| address.get(key).is_some_and(|value| !matches!(value, "0" | "false" | "no"));
        let named: Vec<&str> = address.get("view").map_or(Vec::new(), |view| view.split(',').collect());
        let any = PARTS.iter().any(|part| named.contains(part));
        let font = address.get("font").and_then(number).unwrap_or(1.0);
        Frame {
            embed: is_set("embed"),
            autoplay: is_set("autoplay"),
            theme: ["light", "dark"].into_iter().find(|theme| address.get("theme") == Some(theme)),
            font: font.clamp(0.5, 3.0),
            hidden: PARTS.into_iter().filter(|part| any && !named.contains(part)).collect(),
            keys: address.get("keys") != Some("none"),
        }
    }

    /// The classes of the page's main element that these settings come to.
    pub fn classes(&self) -> Vec<String> {
        let embed = self.embed.then(|| "embed".to_string());
        embed.into_iter().chain(self.hidden.iter().map(|part| format!("no-{part}"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_from_an_address() {
        let frame =
            Frame::read(&Address::read("embed=1&autoplay=1&theme=dark&font=1.5&view=code,output&keys=none"));
        assert!(frame.embed && frame.autoplay && !frame.keys);
        assert_eq!((frame.theme, frame.font), (Some("dark"), 1.5));
        assert_eq!(frame.classes(), ["embed", "no-state", "no-transport", "no-timeline"]);
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        let plain = Frame::read(&Address::read(""));
        assert_eq!(Frame::read(&Address::read("embed=0&theme=red&font=x&view=nothing&keys=some")), plain);
        assert_eq!(plain.classes(), [""; 0]);
        assert_eq!(Frame::read(&Address::read("font=1000000")).font, 3.0);
    }
}
