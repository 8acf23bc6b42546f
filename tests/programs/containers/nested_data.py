"""Lists in dicts in lists, read and changed in place."""

teams = [
    {"name": "red", "members": ["Ada", "Bo"], "score": {"home": 1, "away": 2}},
    {"name": "blue", "members": [], "score": {"home": 0, "away": 5}},
]
teams[1]["members"].append("Cy")
teams[0]["score"]["home"] += 10
for team in teams:
    total = sum(team["score"].values())
    print(team["name"], len(team["members"]), total)
best = max(teams, key=lambda team: team["score"]["home"])
print(best["name"], best["members"][-1][0])
alias = teams[0]["members"]
alias += ["Di"]
print(teams[0]["members"])
print(teams)
loop = [1]
loop.append(loop)
print(loop)
