"""The game of life in bands of rows: a barrier whose action swaps the grids."""

import threading
W, H, GENS, N = 12, 8, 4, 4
grid = [[0] * W for _ in range(H)]
for r, c in [(1, 2), (2, 3), (3, 1), (3, 2), (3, 3)]: grid[r][c] = 1
nxt = [[0] * W for _ in range(H)]
frames = []
def swap():
    global grid, nxt
    grid, nxt = nxt, grid
    frames.append("\n".join("".join(".#"[c] for c in row) for row in grid))
barrier = threading.Barrier(N, action=swap)
def step(lo, hi):
    for _ in range(GENS):
        for r in range(lo, hi):
            for c in range(W):
                n = sum(grid[(r + dr) % H][(c + dc) % W] for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc)
                nxt[r][c] = int(n == 3 or (n == 2 and grid[r][c]))
        barrier.wait()
ts = [threading.Thread(target=step, args=(i * H // N, (i + 1) * H // N)) for i in range(N)]
for t in ts: t.start()
for t in ts: t.join()
print("\n\n".join(frames))
