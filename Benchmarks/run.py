#!/usr/bin/env python3
"""Measures the stages of hattama beside a floor and, where they are installed, peers.

  run.py [--pages 2000] [--kb 10] [--xml] [--repetitions 5] [--hattama PROGRAM] [--only NAME,…]

All run in turn, so many times; what is printed is the median of the CPU seconds (user and system) of each whole process,
and its ratio to the floor's. Before that each is run once and its counts are compared with what was planted."""
import argparse, collections, importlib.util, json, os, pathlib, re, shutil, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORD = re.compile(r"[^\W_]+")
# Of jobs before which the words that earlier runs met are forgotten; the compiled lexicons are kept.
NEW = ", words new"


def build_floor(folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0", "icu-uc", "icu-i18n"],
                           check=True, capture_output=True, text=True).stdout.split()
    subprocess.run([os.environ.get("CC", "cc"), "-O2", HERE / "floor.c", "-o", folder / "floor", *flags], check=True)


def pipelines(folder):
    """One pipeline a coder, without tables."""
    for coder in ("lexicon", "combined"):
        text = (f"pipeline: benchmark\ntitle: {{en: Benchmark, ru: Benchmark, kk: Benchmark}}\nsources: [pages]\n"
                f"codebook: {ROOT}/Lexicons/socially-oriented-state\ncoder: {coder}\noutputs: [sqlite]\n")
        (folder / f"{coder}.yaml").write_text(text)


def commands(o, folder):
    """Name, arguments, file on standard input, what its output is."""
    hattama, pages = str(o.hattama), str(folder / "pages")
    table = [str(folder / "lexicon.tsv"), str(folder / "groups.tsv"), str(folder)]
    # Groups name pages from the folder that all jobs run in.
    yield "floor", [str(folder / "floor"), *table], None, "counts"
    if re.search(r"^  count ", subprocess.run([hattama, "--help"], capture_output=True, text=True).stdout, re.M):
        yield "count", [hattama, "count", "--lexicon", table[0], "--groups", table[1], "--jobs", "1", "pages"], None, "counts"
    yield "ingest", [hattama, "ingest", "--format", "jsonl", pages], None, "passages"
    yield "tokens", [hattama, "tokens", "--language", "auto"], str(folder / "text.txt"), "tokens"
    for coder, words in (("lexicon", NEW), ("lexicon", ""), ("combined", NEW), ("combined", "")):
        yield (f"code, {coder}{words}", [hattama, "code", "--format", "jsonl", "--pipeline", str(folder / f"{coder}.yaml"), pages], None, "passages")
    for coder in ("lexicon", "combined"):
        yield (f"run with store, {coder}",
               [hattama, "run", str(folder / f"{coder}.yaml"), "--output", str(folder / "results"), "--jobs", "1"], None, "nothing")
    for peer, modules in (("selectolax+ahocorasick_rs", ("selectolax", "ahocorasick_rs")), ("lxml+pyicu", ("lxml", "icu"))):
        if all(importlib.util.find_spec(m) for m in modules):
            yield peer, [sys.executable, str(HERE / "peer.py"), peer, *table], None, "counts"


def measure(name, arguments, folder, source, output):
    """CPU seconds, wall seconds and greatest memory in MiB of a job's process, and its exit status."""
    if name.endswith(NEW):
        for words in pathlib.Path(os.environ["XDG_CACHE_HOME"]).glob("hattama/*.hattama-words"):
            words.unlink()
    with open(source or os.devnull, "rb") as given, open(output, "wb") as taken:
        begin = time.perf_counter()
        process = subprocess.Popen(arguments, cwd=folder, stdin=given, stdout=taken, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, usage.ru_maxrss / 1024, process.returncode


def counts_of(path):
    rows = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8"))
    return {(g, c): int(n) for g, c, n in rows if n != "0"}


class Counter:
    """Counts the lexicon in texts the slow and plain way, to look at what a stage printed."""

    def __init__(self, folder):
        self.forms, self.folder = {}, folder
        for line in open(folder / "lexicon.tsv", encoding="utf-8"):
            category, _, form = line.rstrip("\n").split("\t")
            self.forms.setdefault(tuple(form.split()), category)
        self.longest = max(map(len, self.forms))
        self.group = dict(line.rstrip("\n").split("\t") for line in open(folder / "groups.tsv", encoding="utf-8"))

    def count(self, words):
        found, i = collections.Counter(), 0
        while i < len(words):
            n = next((n for n in range(min(self.longest, len(words) - i), 0, -1) if tuple(words[i:i + n]) in self.forms), 0)
            if n:
                found[self.forms[tuple(words[i:i + n])]] += 1
            i += n or 1
        return found

    def passages(self, output):
        cells = collections.Counter()
        for line in open(output, encoding="utf-8"):
            record = json.loads(line)
            group = self.group[str(pathlib.Path(record["document"]).relative_to(self.folder))]
            for text in [p["text"] for p in record["passages"]] if "passages" in record else [record["text"]]:
                for category, n in self.count(WORD.findall(text.lower())).items():
                    cells[group, category] += n
        return dict(cells)

    def tokens(self, output):
        total, words = collections.Counter(), []
        for line in open(output, encoding="utf-8"):
            if line == "\n":
                total += self.count(words)
                words = []
            elif not line.startswith("#"):
                words += WORD.findall(line.split("\t")[1].lower())
        return dict(total)


def verdict(kind, output, truth, counter):
    if kind == "nothing":
        return "not counted"
    if kind == "counts":
        return "as planted" if counts_of(output) == truth else "DIFFER"
    if kind == "tokens":
        # A term never crosses a paragraph, and a sentence ends only where a planted term does not go on.
        total = collections.Counter()
        for (_, category), n in truth.items():
            total[category] += n
        return "as planted" if counter.tokens(output) == dict(total) else "DIFFER"
    return "as planted" if counter.passages(output) == truth else "DIFFER"


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--pages", type=int, default=2000)
    cli.add_argument("--kb", type=float, default=10)
    cli.add_argument("--xml", action="store_true")
    cli.add_argument("--repetitions", type=int, default=5)
    cli.add_argument("--hattama", type=pathlib.Path, default=ROOT / ".build/release/hattama")
    cli.add_argument("--only", help="names of jobs, with commas; the floor always runs")
    o = cli.parse_args()
    if not os.access(o.hattama, os.X_OK):
        sys.exit(f"{o.hattama} is not there: swift build -c release --product hattama")
    folder = ROOT / f".build-benchmarks/{'xml' if o.xml else 'html'}-{o.pages}-{o.kb:g}"
    if not (folder / "truth.tsv").exists():
        subprocess.run([sys.executable, HERE / "pages.py", folder, "--pages", str(o.pages), "--kb", str(o.kb),
                        *(["--xml"] if o.xml else [])], check=True)
    build_floor(folder)
    pipelines(folder)
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    jobs = [job for job in commands(o, folder)
            if not o.only or job[0] == "floor" or any(job[0].startswith(name) for name in o.only.split(","))]
    truth, counter = counts_of(folder / "truth.tsv"), Counter(folder)
    size = sum(f.stat().st_size for f in (folder / "pages").rglob("*") if f.is_file()) / 1e6
    output, verdicts = folder / "output", {}
    for name, arguments, source, kind in jobs:
        status = measure(name, arguments, folder, source, output)[3]
        verdicts[name] = verdict(kind, output, truth, counter) if status in (0, 1) else f"FAILED ({status})"
    taken = collections.defaultdict(list)
    for _ in range(o.repetitions):
        for name, arguments, source, _ in jobs:
            shutil.rmtree(folder / "results", ignore_errors=True)
            taken[name].append(measure(name, arguments, folder, source, os.devnull))
    floor = statistics.median(cpu for cpu, *_ in taken["floor"])
    print(f"{o.pages} pages, {size:.1f} MB, {sum(truth.values())} terms planted, {o.repetitions} repetitions in turn")
    print(f"{'':28}{'CPU s':>8}{'× floor':>9}{'spread':>8}{'MB/CPU s':>10}{'MiB':>7}  counts")
    for name, *_ in jobs:
        cpu = [row[0] for row in taken[name]]
        median = statistics.median(cpu)
        print(f"{name:28}{median:8.2f}{median / floor:9.2f}{(max(cpu) - min(cpu)) / median:8.0%}{size / median:10.1f}"
              f"{max(row[2] for row in taken[name]):7.0f}  {verdicts[name]}")
    if any(v == "DIFFER" or v.startswith("FAILED") for v in verdicts.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
