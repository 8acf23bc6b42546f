// Buttons that move the player, and a line that says where it is.
const player = document.getElementById("player");
document.querySelectorAll("[data-go]").forEach((button) => {
  button.addEventListener("click", () => player.goto(button.dataset.go));
});
player.addEventListener("interleave:state", ({ detail }) => {
  document.getElementById("state").textContent = `step ${detail.step} of ${detail.steps}`;
});
