"""A Flask application as one writes it: forms, an upload, a session, streaming, errors, JSON."""

from __future__ import annotations

import hashlib

from flask import (
    Flask,
    Response,
    flash,
    get_flashed_messages,
    jsonify,
    redirect,
    render_template_string,
    request,
    send_file,
    session,
    stream_with_context,
    url_for,
)

import contract

app = Flask(__name__)
app.secret_key = "only for tests"


@app.get("/")
def index() -> str:
    return render_template_string(
        "<h1>{{ greeting }}</h1><a href='{{ url_for(\"visits\") }}'>visits</a>",
        greeting="Grüße & <wishes>",
    )


@app.get("/visits")
def visits() -> dict[str, int]:
    session["visits"] = session.get("visits", 0) + 1
    return {"visits": session["visits"]}


@app.post("/form")
def form() -> Response:
    flash(f"{request.form['name']} was here")
    return redirect(url_for("flashed"))


@app.get("/flashed")
def flashed() -> Response:
    return jsonify(get_flashed_messages())


@app.post("/upload")
def upload() -> dict[str, object]:
    file = request.files["file"]
    content = file.read()
    return {
        "name": file.filename,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "note": request.form["note"],
    }


@app.put("/raw")
def raw() -> dict[str, object]:
    return {"length": request.content_length, "size": len(request.get_data())}


@app.get("/lines/<int:count>")
def lines(count: int) -> Response:
    @stream_with_context
    def generate():
        for number in range(count):
            yield f"{request.args['word']} {number}\n"

    return Response(generate(), mimetype="text/plain")


@app.get("/source")
def source() -> Response:
    return send_file(__file__, mimetype="text/plain", conditional=True)


@app.get("/where/<path:rest>")
def where(rest: str) -> dict[str, str]:
    return {
        "path": request.path,
        "root": request.root_path,
        "url": request.url,
        "remote": request.remote_addr,
        "rest": rest,
    }


@app.get("/fails")
def fails() -> str:
    raise RuntimeError("a secret of the application")


validated = contract.validated(app)
