// A plugin for reveal.js: fragments of a slide move an <interleave-player> on it, forward and back.
//     <interleave-player lesson="lost-update" step="88" data-steps="96 106 end"></interleave-player>
//     Reveal.initialize({ plugins: [InterleaveReveal] });
// Each of data-steps is a fragment of its own: a number, start, end, next-switch, previous-switch or play.
window.InterleaveReveal = () => {
  const players = (slide) => [...(slide?.querySelectorAll("interleave-player[data-steps]") ?? [])];
  const marks = (player) => player.interleaveMarks ?? [];

  function prepare(player) {
    player.interleaveMarks = player.dataset.steps.trim().split(/\s+/).map((step, index) => {
      const mark = document.createElement("span");
      mark.className = "fragment interleave-step";
      mark.hidden = true;
      mark.dataset.interleaveStep = step;
      if (player.dataset.fragmentIndex) mark.dataset.fragmentIndex = Number(player.dataset.fragmentIndex) + index;
      player.after(mark);
      return mark;
    });
    // Each was put right behind the player; they are to be in order.
    player.after(...player.interleaveMarks);
  }

  /** Shows what the fragments seen so far come to. It starts from a step that is named, so that forward and back agree. */
  function show(player) {
    const seen = marks(player).filter((mark) => mark.classList.contains("visible"));
    const steps = [player.getAttribute("step") ?? "start", ...seen.map((mark) => mark.dataset.interleaveStep)];
    if (steps.at(-1) === "play") return player.play();
    const named = steps.findLastIndex((step) => step !== "play" && !step.endsWith("-switch"));
    steps.slice(named).filter((step) => step !== "play").forEach((step) => player.goto(step));
  }

  return {
    id: "interleave",
    init(deck) {
      document.querySelectorAll(".reveal interleave-player[data-steps]").forEach(prepare);
      const moved = ({ fragment }) => {
        const player = players(deck.getCurrentSlide()).find((player) => marks(player).includes(fragment));
        if (player) show(player);
      };
      deck.on("fragmentshown", moved);
      deck.on("fragmenthidden", moved);
      const arrived = () => players(deck.getCurrentSlide()).forEach(show);
      deck.on("ready", arrived);
      deck.on("slidechanged", ({ previousSlide }) => {
        previousSlide?.querySelectorAll("interleave-player").forEach((player) => player.pause());
        arrived();
      });
      // Keys that a player has no use for, or that belong to the deck.
      document.addEventListener("interleave:key", ({ detail }) => {
        const codes = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, PageUp: 33, PageDown: 34, Escape: 27, " ": 32, Home: 36, End: 35 };
        if (detail.key in codes) deck.triggerKey(codes[detail.key]);
      });
    },
  };
};
