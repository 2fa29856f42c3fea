// Makes the examples of the landing page live. Without it, the links and forms lead to the same places.

const element = (id) => document.getElementById(id);

function show(id, text, kind = "good") {
  element(id).textContent = text;
  element(id).className = `out ${kind}`;
}

function onSubmit(id, action) {
  element(id).addEventListener("submit", (event) => {
    event.preventDefault();
    action();
  });
}

async function hello() {
  try {
    const answer = await fetch(`hello/${encodeURIComponent(element("name").value)}`);
    show("hello-answer", (await answer.text()).trim(), answer.ok ? "good" : "bad");
  } catch {
    show("hello-answer", "The server does not answer.", "bad");
  }
}

async function python() {
  const answer = await fetch("python?format=text");
  if (!answer.ok) {
    show("python-answer", "This server has no Python that could answer.", "bad");
    return;
  }
  const lines = (await answer.text()).split("\n");
  const value = (key) => lines.find((line) => line.startsWith(`${key}=`)).slice(key.length + 1);
  show("python-answer", `Python ${value("Python")}\nprocess ${value("process")}, thread ${value("thread")}`);
}

async function words() {
  const answer = await fetch(`cgi-bin/words.pl?${new URLSearchParams({ text: element("text").value })}`);
  const text = answer.ok ? (await answer.text()).trimEnd() : "This server has no Perl that could count them.";
  show("words-answer", text, answer.ok ? "good" : "bad");
}

async function environ() {
  const shown = /^(REQUEST_METHOD|SCRIPT_NAME|PATH_INFO|QUERY_STRING|SERVER_NAME|SERVER_PORT|SERVER_PROTOCOL|SERVER_SOFTWARE|REMOTE_ADDR|HTTP_ACCEPT_LANGUAGE|wsgi\.(version|multithread|url_scheme))=/;
  const lines = (await (await fetch("environ/?format=text")).text()).split("\n");
  const rows = lines.filter((line) => shown.test(line)).map((line) => {
    const [key, ...rest] = line.split("=");
    const row = document.createElement("tr");
    const head = row.appendChild(document.createElement("th"));
    head.scope = "row";
    head.textContent = key;
    row.appendChild(document.createElement("td")).textContent = rest.join("=");
    if (key === "SERVER_SOFTWARE") {
      element("server").textContent = rest.join("=").replace(" ", " in ").replaceAll("/", " ");
    }
    return row;
  });
  element("environ").replaceChildren(...rows);
}

function stream() {
  const room = 40;
  let source;
  let seen = 0;
  const follow = (visible) => {
    if (!visible) {
      source?.close();
      source = undefined;
    } else if (!source) {
      source = new EventSource("stream");
      source.onmessage = (event) => {
        seen += 1;
        element("count").textContent = seen;
        element("when").textContent = `last at ${event.data.slice(11, 19)} UTC`;
        const beat = document.createElement("li");
        beat.style.height = `${35 + (Number(event.lastEventId) * 37) % 66}%`;
        element("beats").append(beat);
        while (element("beats").children.length > room) {
          element("beats").firstChild.remove();
        }
      };
    }
  };
  // A stream holds a thread of the server: only while somebody looks.
  new IntersectionObserver((entries) => follow(entries.at(-1).isIntersecting)).observe(element("beats"));
}

const count = (bytes) => `${bytes.toLocaleString("en")} ${bytes === 1 ? "byte" : "bytes"}`;

/** The digest as the browser computes it; undefined where it cannot, or for what is too large to hold. */
async function ownDigest(file) {
  if (!window.crypto?.subtle || file.size > 64 * 1024 * 1024) {
    return undefined;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function upload() {
  const file = element("file").files[0];
  const bar = element("sent");
  // fetch() does not tell how much has been sent.
  const request = new XMLHttpRequest();
  request.open("POST", "upload");
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.onprogress = (event) => {
    bar.value = event.total ? event.loaded / event.total : 1;
    show("upload-answer", `Sent ${count(event.loaded)} of ${count(event.total)}`);
  };
  request.onerror = () => show("upload-answer", "The connection broke.", "bad");
  request.onload = async () => {
    if (request.status !== 200) {
      show("upload-answer", `${request.status} ${request.responseText}`, "bad");
      return;
    }
    const { length, sha256 } = JSON.parse(request.responseText);
    const own = await ownDigest(file);
    const verdict = own ? (own === sha256 ? "\nThe same as your browser computes." : "\nNOT what your browser computes.") : "";
    show("upload-answer", `${count(length)}\nSHA-256 ${sha256}${verdict}`, own && own !== sha256 ? "bad" : "good");
  };
  bar.value = 0;
  bar.hidden = false;
  request.send(file);
}

async function range() {
  const first = Number(element("first").value);
  const answer = await fetch("download/numbers.txt", { headers: { Range: `bytes=${first}-${first + 47}` } });
  const part = `${answer.status} Content-Range: ${answer.headers.get("Content-Range")}`;
  show("range-answer", `${part}\n${await answer.text()}`.trimEnd(), answer.ok ? "good" : "bad");
}

async function fail(link) {
  let status = "no answer";
  try {
    const answer = await fetch(link.href);
    status = answer.status;
    show("error-answer", `Status ${status}, a whole answer: ${(await answer.text()).trim()}`, "bad");
  } catch (error) {
    show("error-answer", `Status ${status}, then the connection broke: ${error.message}`, "bad");
  }
}

onSubmit("hello", hello);
onSubmit("count-words", words);
onSubmit("upload", upload);
onSubmit("range", range);
element("errors").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) {
    event.preventDefault();
    fail(link);
  }
});
hello();
python();
words();
environ();
range();
stream();
