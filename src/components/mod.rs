//! The parts of the page. They draw what the view says and pass on what a person does; they decide nothing.

mod brand;
mod chart;
mod code_line;
mod code_panel;
mod comparison;
mod copy;
mod events;
mod head;
mod help;
mod icons;
mod instructions;
mod lanes;
mod lesson_bar;
mod lesson_chooser;
mod locks_panel;
mod mark_icon;
mod number_field;
mod output_panel;
mod prediction;
mod problems;
mod ring;
mod settings;
mod share;
mod shared_panel;
mod sheet;
mod stage;
mod story;
mod sum;
mod table;
mod timeline_panel;
mod transport;
mod words;

pub(crate) use head::Head;
pub(crate) use lesson_bar::LessonBar;
pub(crate) use problems::Problems;
pub(crate) use stage::Stage;
