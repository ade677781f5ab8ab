// An extension of JupyterLab, on wherever this package is installed: what stands on a page of the course is true.
//
// - Run All leaves the reader where they are; JupyterLab goes to the end of the page.
// - What is run before its kernel has come waits for it; JupyterLab asks which kernel it should be, once a cell.
// - A cell that has not run since its kernel began does not look as if it had: no number, and no text as its result.
// - A view whose kernel is gone shows its still, which lies beside it in the file, and not "model not found"; and the
//   page says what makes it move again.
//
// Written by hand as one container of modules (webpack.js.org/concepts/module-federation), so nothing has to be built.
{
  const WIDGET = "application/vnd.jupyter.widget-view+json";
  const WORDS = {
    still: "A still. Run this cell, and it comes alive.",
    asleep: "This page is as you left it, but Python has begun anew, so nothing moves until the cells have run.",
    run: "Run all cells",
    close: "Close this line",
  };
  const STYLE = `
    .micrograd-unrun :is(.jp-InputPrompt, .jp-OutputPrompt) { font-size: 0; }
    .micrograd-unrun .jp-InputPrompt::after { content: "[ ]:"; font-size: var(--jp-code-font-size); }
    .micrograd-unrun:not(.micrograd-still, .micrograd-picture) .jp-OutputArea-child { display: none; }
    .micrograd-still .jp-OutputArea::before {
      content: "${WORDS.still}";
      display: block;
      padding: 4px 0 4px calc(var(--jp-cell-prompt-width) + 5px);
      color: var(--jp-ui-font-color1);
      font-size: var(--jp-ui-font-size1);
      font-style: italic;
    }
    .micrograd-asleep {
      display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 6px 12px; min-height: 36px;
      border-bottom: 1px solid var(--jp-border-color1); background: var(--jp-layout-color2);
      color: var(--jp-ui-font-color1); font-size: var(--jp-ui-font-size1);
    }
    .micrograd-asleep button { font: inherit; padding: 2px 10px; cursor: pointer; }`;

  let shared;
  const library = async name => (await Object.values(shared[name])[0].get())();

  async function plugin() {
    const { NotebookActions, INotebookTracker } = await library("@jupyterlab/notebook");
    const { Widget } = await library("@lumino/widgets");

    return {
      id: "micrograd-lab:pages",
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
        stayInPlace(NotebookActions);
        waitForKernel(NotebookActions);
        NotebookActions.executionScheduled.connect((_, { cell }) => ran(cell));
        tracker.widgetAdded.connect((_, panel) => watch(panel, app, Widget));
        tracker.forEach(panel => watch(panel, app, Widget));
      },
    };
  }

  // JupyterLab makes the last cell the active one, and scrolls to it.
  function stayInPlace(actions) {
    const runAll = actions.runAll;
    actions.runAll = (notebook, ...others) => {
      const place = notebook.activeCellIndex;
      notebook.scrollToItem = () => Promise.resolve();
      try {
        return runAll(notebook, ...others);
      } finally {
        delete notebook.scrollToItem; // its class's own is there again
        notebook.activeCellIndex = place;
      }
    };
  }

  function waitForKernel(actions) {
    for (const name of ["run", "runAll", "runAndAdvance"]) {
      const atOnce = actions[name];
      actions[name] = async (notebook, context, ...others) => {
        if (context && !context.session?.kernel) await context.ready;
        return atOnce(notebook, context, ...others);
      };
    }
  }

  function watch(panel, app, Widget) {
    const session = panel.sessionContext;
    session.statusChanged.connect((_, status) => {
      if (status.endsWith("restarting") || status === "dead") fallAsleep(panel, app, Widget);
    });
    const again = () => look(panel, app, Widget).catch(error => console.warn(error)); // a kernel that ended meanwhile
    session.kernelChanged.connect((_, { oldValue }) => oldValue && again());
    panel.context.ready.then(() => session.ready).then(again);
  }

  // What of the page is alive: the kernel says which widgets it has, and whether anything has run in it.
  async function look(panel, app, Widget) {
    const kernel = panel.sessionContext.session?.kernel;
    if (panel.isDisposed || !isOurs(panel)) return;
    if (!kernel) return fallAsleep(panel, app, Widget);
    const drawn = new Set(codeCells(panel).flatMap(cell => idsOf(cell.model.outputs))); // what comes later is alive
    const asked = { code: "", silent: true, user_expressions: { n: "get_ipython().execution_count" } };
    const [comms, counted] = await Promise.all([
      kernel.requestCommInfo({ target_name: "jupyter.widget" }),
      kernel.requestExecute(asked).done,
    ]);
    if (panel.isDisposed) return;
    const count = Number(counted.content.user_expressions?.n?.data?.["text/plain"] ?? 1);
    const alive = comms.content.comms ?? {};
    fallAsleep(panel, app, Widget, id => drawn.has(id) && !(id in alive), count > 1);
  }

  function fallAsleep(panel, app, Widget, isGone = () => true, hasRun = false) {
    if (!isOurs(panel)) return;
    let asleep = 0;
    for (const cell of codeCells(panel)) {
      const stills = toStills(cell.model.outputs, isGone);
      asleep += stills;
      const before = stills > 0 || (!hasRun && cell.model.executionCount !== null);
      cell.toggleClass("micrograd-unrun", before);
      // Its text stands for a picture where the page is not trusted.
      cell.toggleClass("micrograd-picture", before && hasPicture(cell.model.outputs));
      cell.toggleClass("micrograd-still", before && /\blive\.\w/.test(cell.model.sharedModel.getSource()));
    }
    if (asleep) sayWhatToDo(panel, app, Widget);
  }

  // Without what only a kernel can show, a page shows the picture or the text that is kept beside it.
  function toStills(outputs, isGone) {
    let count = 0;
    for (const [n, id] of idsOf(outputs).entries()) {
      if (id === undefined || !isGone(id)) continue;
      const output = outputs.get(n).toJSON();
      delete output.data[WIDGET];
      outputs.set(n, output);
      count += 1;
    }
    return count;
  }

  // The model of each output's widget; undefined of one that is none.
  function idsOf(outputs) {
    return Array.from({ length: outputs.length }, (_, n) => outputs.get(n).data[WIDGET]?.model_id);
  }

  function hasPicture(outputs) {
    const kinds = Array.from({ length: outputs.length }, (_, n) => Object.keys(outputs.get(n).data));
    return kinds.flat().some(kind => kind.startsWith("image/"));
  }

  function sayWhatToDo(panel, app, Widget) {
    if (panel.node.querySelector(".micrograd-asleep")) return;
    const line = new Widget();
    line.addClass("micrograd-asleep");
    line.node.setAttribute("role", "status");
    const text = Object.assign(document.createElement("span"), { textContent: WORDS.asleep });
    const run = button(WORDS.run, () => {
      line.dispose();
      app.shell.activateById(panel.id);
      app.commands.execute("notebook:run-all-cells");
    });
    line.node.append(text, run, button("×", () => line.dispose(), WORDS.close));
    panel.contentHeader.addWidget(line);
  }

  function button(text, act, label = text) {
    const made = Object.assign(document.createElement("button"), { textContent: text, onclick: act });
    made.setAttribute("aria-label", label);
    return made;
  }

  function ran(cell) {
    cell.removeClass("micrograd-unrun");
    cell.removeClass("micrograd-still");
    cell.removeClass("micrograd-picture");
  }

  const codeCells = panel => panel.content.widgets.filter(cell => cell.model.type === "code");
  const isOurs = panel =>
    codeCells(panel).some(cell => cell.model.sharedModel.getSource().includes("micrograd_lab"));

  (window._JUPYTERLAB ??= {})["micrograd-lab"] = {
    init: scope => {
      shared = scope;
    },
    get: async () => {
      const made = await plugin();
      return () => ({ __esModule: true, default: made });
    },
  };
}
