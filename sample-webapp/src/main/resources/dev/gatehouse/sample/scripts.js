// Shows what the scripts answer beside their source. Without it, the links lead to the answers.

async function run(output) {
  output.textContent = "Running…";
  output.className = "";
  try {
    const answer = await fetch(output.dataset.script, { cache: "no-store" });
    const text = await answer.text();
    output.textContent = answer.ok ? text : `It failed with status ${answer.status}; the server's log says why.`;
    output.className = answer.ok ? "" : "failed";
  } catch {
    output.textContent = "The server does not answer.";
    output.className = "failed";
  }
}

for (const output of document.querySelectorAll("[data-script]")) {
  const link = output.closest("figure").querySelector("a");
  link.textContent = "Run it again";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    run(output);
  });
  run(output);
}
