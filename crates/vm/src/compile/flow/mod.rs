//! What CPython does to a flow graph before it is laid out, pass by pass and in its order.

mod cold;
mod constants;
mod depth;
mod handlers;
mod lines;
mod nops;
mod peephole;
mod reach;
mod swaps;
mod unbound;

use super::blocks::Graph;
use super::consts::Consts;

pub(super) use depth::stack_size;

/// Optimises a graph and decides where its blocks are laid out.
pub(super) fn optimize(graph: &mut Graph, consts: &mut Consts, locals: usize, parameters: usize) {
    handlers::assign(graph);
    reach::inline_small_exits(graph);
    reach::remove_unreachable(graph);
    lines::resolve(graph);
    constants::fold_uses(graph, consts);
    peephole::optimize(graph, consts);
    nops::remove_redundant_pairs(graph);
    reach::remove_unreachable(graph);
    nops::remove_redundant_nops_and_jumps(graph);
    unbound::check_loads(graph, locals, parameters);
    cold::move_to_end(graph);
    lines::resolve(graph);
}

/// Turns conditional jumps that go backward into forward ones around a backward jump, and drops what only the
/// compiler knew of.
pub(super) fn finish(graph: &mut Graph) {
    nops::drop_pseudo(graph);
    cold::normalize_jumps(graph);
}
