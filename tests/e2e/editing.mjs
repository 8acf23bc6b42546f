// A program is changed, checked, run, shared and opened again; files are opened and dropped; what was written is not lost.
import { readFile } from "node:fs/promises";
import { attempt, atEnd, check, open, press, settled, until } from "./harness.mjs";

const RACE = `import threading

total = 0


def add(amount):
    global total
    seen = total
    total = seen + amount


threads = [threading.Thread(target=add, args=(n,)) for n in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("total", total)
`;

const button = (page, name) => page.getByRole("button", { name, exact: true });
const field = (page) => page.getByRole("textbox", { name: "Program", exact: true });
const status = (page) => page.locator(".editing .foot [role=status]");
const said = (page, text) => page.waitForFunction((text) => document.querySelector(".editing .foot [role=status]")?.textContent.includes(text), text);
const written = (page) => page.locator("interleave-editor").evaluate((editor) => editor.value);
const code = (page) => page.locator(".lines").evaluate((lines) => [...lines.querySelectorAll(".text")].map((line) => line.textContent).join("\n"));
const ran = (page, was) => page.waitForFunction((was) => location.hash !== was && location.hash.includes("code="), was);

async function edit(page) {
  await button(page, "Edit").click();
  await page.locator("interleave-editor .cm-content").waitFor();
}

export async function editPrograms(context, address) {
  const { page, errors } = await open(context);
  const lesson = `${address}?lesson=bank-thread-pool&seed=12`;
  const round = (name, body) =>
    attempt(name, async () => {
      const wrong = await body();
      check(name, [...errors(), ...[wrong].flat()]);
    });

  await round("the editor is loaded when it is asked for, and not before", async () => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(lesson);
    await settled(page);
    const before = asked.some((url) => /editor-\w+\.js/.test(url));
    await edit(page);
    return [before && "it was loaded with the page", !asked.some((url) => /editor-\w+\.js/.test(url)) && "it was not loaded"];
  });

  await round("what is wrong is said at its line, and the last run stays", async () => {
    const { steps } = await settled(page);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("import nonsense\n");
    await said(page, "no module 'nonsense'");
    await said(page, "earlier text");
    await page.locator("interleave-editor .cm-lint-marker-error").waitFor();
    const underlined = await page.locator("interleave-editor .cm-lintRange-error").textContent();
    const now = await until(page, () => true);
    return [underlined !== "nonsense" && `underlined is ${underlined}`, now.steps !== steps && "the run is another"];
  });

  await round("what does not compile outlives a reload", async () => {
    await page.reload();
    await page.locator("interleave-editor .cm-content").waitFor();
    await said(page, "no module 'nonsense'");
    return !(await written(page)).startsWith("import nonsense\n") && "the text is another";
  });

  await round("what was written and does not run can be thrown away", async () => {
    await button(page, "Undo all").click();
    await said(page, "It runs");
    return (await written(page)).includes("nonsense") && "it is still there";
  });

  await round("a program that compiles is run, and its link opens it", async () => {
    await page.keyboard.press("Control+a");
    await page.evaluate((text) => navigator.clipboard.writeText(text), RACE).catch(() => {});
    await page.locator("interleave-editor").evaluate((editor, text) => {
      editor.value = text;
    }, RACE);
    await ran(page, "");
    await said(page, "It runs");
    await press(page, "End");
    await settled(page, atEnd);
    const output = await page.locator(".console").textContent();
    const other = await open(context);
    await other.page.goto(page.url());
    await settled(other.page, atEnd);
    const wrong = [
      (await code(other.page)) !== RACE.trimEnd() && "the program is another",
      (await other.page.locator(".console").textContent()) !== output && "the output is another",
      new URL(page.url()).search.includes("code") && "the program is told to the host",
      ...other.errors(),
    ];
    await other.page.close();
    return wrong;
  });

  await round("an own program reloads as it was", async () => {
    await page.reload();
    await settled(page, atEnd);
    return (await code(page)) !== RACE.trimEnd() && "the program is another";
  });

  await round("undo survives that the editor is closed", async () => {
    await edit(page);
    await page.keyboard.press("Control+End");
    const before = page.url().split("#")[1];
    await page.keyboard.type("# more");
    await page.waitForFunction((before) => location.hash.slice(1) !== before, before);
    await button(page, "Done").click();
    await edit(page);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !document.querySelector("interleave-editor").value.includes("# more"));
    return (await written(page)) !== RACE && "another text is left";
  });

  await round("keys alone: in, on, out", async () => {
    await button(page, "Done").click();
    await button(page, "Edit").focus();
    await page.keyboard.press("Enter");
    await page.locator("interleave-editor .cm-content").waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "INTERLEAVE-EDITOR");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Tab");
    const indented = (await written(page)).startsWith("    import");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    const focused = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("Enter");
    await button(page, "Edit").waitFor();
    return [!indented && "Tab does not indent", focused !== "Done" && `Escape goes to ${focused}`];
  });

  await round("explore an own program, with what it is to end as", async () => {
    await button(page, "Explore").click();
    const asked = page.getByLabel("What must hold at the end");
    await asked.fill("total == 3");
    // Whatever is drawn meanwhile leaves what was typed alone.
    for (const [name, there] of [["To the start (Home)", ({ step }) => step === 0], ["To the end (End)", atEnd]]) {
      await button(page, name).evaluate((button) => button.click());
      await settled(page, there);
    }
    const kept = await asked.inputValue();
    await asked.press("Enter");
    await button(page, "Find a failure").click();
    await page.locator(".explore .verdict.fails").waitFor();
    await button(page, "Explore all").click();
    await page.locator(".progress").waitFor({ state: "detached" });
    const headline = await page.locator(".explore h3").textContent();
    const hash = decodeURIComponent(new URL(page.url()).hash);
    return [
      kept !== "total == 3" && `what was typed became ${kept}`,
      !/4 of 6 schedules fail/.test(headline) && `it says ${headline}`,
      !hash.includes("expect=total == 3".replaceAll(" ", "+")) && `the address is ${hash}`,
    ];
  });

  await round("the way back asks first", async () => {
    await edit(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.type("#");
    await page.waitForTimeout(600);
    await button(page, "Back to the lesson’s program").click();
    await button(page, "Keep it").click();
    await button(page, "Back to the lesson’s program").click();
    await button(page, "Leave it").click();
    await page.waitForFunction(() => !location.hash.includes("code="));
    const option = await page.getByRole("combobox", { name: "Lesson", exact: true }).evaluate((select) => select.options[0].value);
    return option !== "+own" && "the program is lost";
  });

  await openFiles(page, address, round);
  await brokenLinks(page, address, round);
  await inFrame(page, address, round);
  await page.close();
}

async function drop(page, name, bytes) {
  const transfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    [name, [...bytes]],
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

async function openFiles(page, address, round) {
  const text = (text) => new TextEncoder().encode(text);
  await round("a file that is dropped is run", async () => {
    await page.goto(`${address}?lesson=lost-update`);
    await settled(page);
    await drop(page, "mine <b>.py", text(RACE.replaceAll("\n", "\r\n")));
    await page.waitForFunction(() => location.hash.includes("file="));
    await press(page, "End");
    await settled(page, atEnd);
    const title = await page.getByRole("combobox", { name: "Lesson", exact: true }).evaluate((select) => select.selectedOptions[0].textContent);
    return [title !== "mine <b>.py" && `it is called ${title}`, (await code(page)) !== RACE.trimEnd() && "the program is another"];
  });
  await round("a file is opened by its button", async () => {
    await page.locator("label.button input").setInputFiles({ name: "reads.py", mimeType: "text/x-python", buffer: Buffer.from('print(input("? ") * 2)\n') });
    await page.waitForFunction(() => location.hash.includes("file=reads.py"));
    await edit(page);
    await page.getByLabel("What input() reads, line by line").fill("ab\n");
    await page.getByLabel("What input() reads, line by line").blur();
    await page.waitForFunction(() => location.hash.includes("input=ab"));
    await press(page, "End");
    await settled(page, atEnd);
    await page.reload();
    await settled(page, atEnd);
    const output = await page.locator(".console").textContent();
    return !output.includes("abab") && `it prints ${output}`;
  });
  await round("a file that does not compile says why, and can be mended", async () => {
    await drop(page, "broken.py", text("import threading\nprint('a'\n"));
    await page.locator(".problems").waitFor();
    const problem = await page.locator(".problems").textContent();
    await edit(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    await page.keyboard.type(")");
    await page.locator(".counter").waitFor();
    const focused = await page.evaluate(() => document.activeElement.tagName);
    return [!problem.includes("Line 2") && problem, focused !== "INTERLEAVE-EDITOR" && `the focus is lost to ${focused}`];
  });
  for (const [what, name, bytes, words] of [
    ["a picture", "a.png", [0x89, 0x50, 0x4e, 0x47, 0, 0], "not text"],
    ["a text in another encoding", "latin.py", [0x23, 0xe9, 0x0a], "UTF-8"],
    ["a file that is too long", "long.py", text("#".repeat(100_001)), "too long"],
  ]) {
    await round(`${what} is refused in words`, async () => {
      const before = page.url();
      await drop(page, name, bytes);
      await page.locator(".notice", { hasText: words }).waitFor();
      await button(page, "All right").click();
      await page.locator(".notice").waitFor({ state: "detached" });
      return page.url() !== before && "the page went elsewhere";
    });
  }
}

async function brokenLinks(page, address, round) {
  for (const [what, code, words] of [
    ["cut off", "1lVQ9b9swEN31", "cannot be read"],
    ["of a later release", "7abc", "later release"],
    ["that is no program", "0_w", "UTF-8"],
    ["of endless length", "0".repeat(40_000), "too long"],
  ]) {
    await round(`a link ${what} opens the lesson, and says so`, async () => {
      await page.goto("about:blank");
      await page.goto(`${address}?lesson=lost-update#code=${code}`);
      await page.locator(".notice", { hasText: words }).waitFor();
      await page.locator(".counter").waitFor();
    });
  }
  await round("nothing of a program is ever HTML", async () => {
    const evil = '"""<img src=x onerror=alert(1)>"""\nprint("<script>alert(1)</script><b>")\n';
    const packed = `0${Buffer.from(evil).toString("base64url")}`;
    await page.goto("about:blank");
    await page.goto(`${address}#code=${packed}&file=<img src=x onerror=alert(1)>&expect=<b>`);
    await page.locator(".counter").waitFor();
    await press(page, "End");
    await settled(page, atEnd);
    return (await page.locator("main img, main script, .console b, head b").count()) > 0 && "there is an element of it";
  });
  await round("an address pasted over another is opened", async () => {
    const packed = `0${Buffer.from("print('pasted')\n").toString("base64url")}`;
    await page.evaluate((hash) => (location.hash = hash), `#code=${packed}`);
    await page.waitForFunction(() => document.querySelector(".lines")?.textContent.includes("pasted"));
  });
}

// The page around a frame gives it a program, and is told it again.
async function inFrame(page, address, round) {
  await round("a frame runs the program that it is sent", async () => {
    const code = `0${Buffer.from("print('sent')\n").toString("base64url")}`;
    await page.route("**/around.html", (route) =>
      route.fulfill({ contentType: "text/html", body: `<iframe width="1280" height="720" src="dist/?embed=1&lesson=lost-update"></iframe>` }),
    );
    await page.goto(new URL("../around.html", address).href);
    const frame = page.frameLocator("iframe");
    await frame.locator(".counter").waitFor();
    const told = await page.evaluate(
      (code) =>
        new Promise((resolve) => {
          addEventListener("message", ({ data }) => {
            if (data.type === "state" && data.complete && data.query.includes("code=")) resolve(data.query);
          });
          document.querySelector("iframe").contentWindow.postMessage({ interleave: 1, type: "load", query: `seed=3&code=${code}` }, "*");
        }),
      code,
    );
    const shown = await frame.locator(".lines").textContent();
    return [!told.includes(`code=${code}`) && told, !shown.includes("sent") && shown];
  });
}
