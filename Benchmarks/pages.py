#!/usr/bin/env python3
"""Makes pages of councils that do not exist, with words of a plain dictionary planted in them, and says how many.

  pages.py OUT [--pages 2000] [--kb 10] [--xml] [--seed 1]

Writes OUT/pages/000/000000.html …, OUT/lexicon.tsv (category, term, form), OUT/groups.tsv (path, group),
OUT/truth.tsv (group, category, hits in the main text) and OUT/text.txt (the main texts, a paragraph a line).

Running words are drawn by frequency from this repository's own documents, terms from its own lexicons. Terms also stand
where no count may include them: navigation, asides, footers, scripts. The same arguments give the same bytes."""
import argparse, collections, html, itertools, json, pathlib, random, re

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"[^\W\d_]+")
REGIONS = {  # ISO 3166-2: the council's name in Kazakh and Russian
    "KZ-11": ("Павлодар облыстық мәслихаты", "Павлодарский областной маслихат"),
    "KZ-39": ("Қостанай облыстық мәслихаты", "Костанайский областной маслихат"),
    "KZ-47": ("Маңғыстау облыстық мәслихаты", "Мангистауский областной маслихат"),
    "KZ-61": ("Түркістан облыстық мәслихаты", "Туркестанский областной маслихат"),
    "KZ-63": ("Шығыс Қазақстан облыстық мәслихаты", "Восточно-Казахстанский областной маслихат"),
    "KZ-71": ("Астана қаласының мәслихаты", "Маслихат города Астаны"),
    "KZ-75": ("Алматы қаласының мәслихаты", "Маслихат города Алматы"),
}
MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
HEADS = {
    "kk": ("{council}, {year} жылғы {day} {month}, № {n}-{m}", "Сессия хаттамасы"),
    "ru": ("{council}, {day} {month} {year} года, № {n}-{m}", "Протокол сессии"),
}


def words(text):
    return WORD.findall(text.lower())


def lexicon(column, kept):
    """(category, entry, form) of plain terms of both codebooks; `kept` are words that no form may have."""
    found = {}
    for file in sorted(ROOT.glob("Lexicons/*/*.tsv")):
        rows = [line.rstrip("\n").split("\t") for line in open(file, encoding="utf-8") if not line.startswith("#")]
        if not rows or rows[0][0] != "id":
            continue
        place = rows[0].index(column)
        for row in rows[1:]:
            codes = row[1].split()
            if len(row) <= place or codes == [] or "." not in codes[0]:
                continue
            for term in row[place].split(";"):
                form = term.strip().lower()
                if re.fullmatch(r"[^\W\d_]+( [^\W\d_]+){0,3}", form) and not kept & set(form.split()):
                    found.setdefault(form, (codes[0], row[0], form))
    return sorted(found.values())


def lexicons():
    """The terms of each language; a form that both have is the Kazakh one's."""
    kept = {w for head in [*itertools.chain(*REGIONS.values(), *HEADS.values(), *MONTHS.values())] for w in words(head)}
    kazakh = lexicon("kk", kept)
    forms = {form for _, _, form in kazakh}
    return {"kk": kazakh, "ru": [term for term in lexicon("ru", kept) if term[2] not in forms]}


class Language:
    def __init__(self, name, terms):
        self.name, self.terms = name, terms[name]
        of_terms = {w for _, _, form in itertools.chain(*terms.values()) for w in form.split()}
        counts = collections.Counter()
        for line in open(ROOT / f"Corpus/training/{name}.jsonl", encoding="utf-8"):
            counts.update(words(json.loads(line)["text"]))
        # A word of any form never stands in running text, so that no term arises by accident.
        self.words = sorted(w for w in counts if w not in of_terms and len(w) < 30)
        self.weights = list(itertools.accumulate(counts[w] for w in self.words))


class Page:
    def __init__(self, language, rng, density):
        self.language, self.rng, self.density = language, rng, density
        self.hits, self.paragraphs = collections.Counter(), []

    def text(self, count, plant=True):
        """About so many words, escaped; planted terms are counted and never stand side by side."""
        rng, out, left, planted = self.rng, [], 0, False
        for word in rng.choices(self.language.words, cum_weights=self.language.weights, k=count):
            chance = rng.random()
            if chance < self.density and not planted:
                category, _, word = rng.choice(self.language.terms)
                if plant:
                    self.hits[category] += 1
                planted = True
                if chance < self.density / 20:
                    word = word.upper()
            else:
                planted = False
                if chance > 0.985:
                    word = rng.choice(
                        (f"{word} {rng.randint(1, 2030)}", f"{word} №&nbsp;{rng.randint(1, 99)}-{rng.randint(1, 9)}",
                         f"&laquo;{word}&raquo;", f"<b>{word}</b>", f"({word})", f"{rng.randint(1, 99)},5% {word}"))
            if left <= 0:
                left = rng.randint(6, 20)
                word = word[:1].upper() + word[1:]
            left -= 1
            out.append(word + ("." if left == 0 else "," if chance > 0.93 else ""))
        return " ".join(out)

    def main(self, count):
        text = self.text(count)
        self.paragraphs.append(html.unescape(re.sub("<[^>]*>", "", text)))
        return text

    def links(self, count):
        return "".join(f'<li><a href="/{self.rng.randint(1, 9999)}.html">{self.text(3, False)}</a></li>\n' for _ in range(count))

    def html(self, size, title, heading):
        rng = self.rng
        p, li = ("</p>", "</li>") if rng.random() < 0.9 else ("", "")
        script = f"<script>\nvar decoy = {{text: '{self.text(5, False)}', n: 1}};\nif (decoy.n < 2) {{ show(decoy); }}\n</script>\n"
        head = (f'<!DOCTYPE html>\n<html lang="{self.language.name}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
                f"<style>\n" + "".join(f".a{i} > li:hover {{ margin: {i}px; }}\n" for i in range(12)) + f"</style>\n{script}</head>\n<body>\n"
                f'<header><nav><ul>\n{self.links(14)}</ul></nav></header>\n<main><article>\n<h1>{heading}</h1>\n')
        tail = (f"</article></main>\n<aside><ul>\n{self.links(5)}</ul></aside>\n"
                f"<footer><p>{self.text(20, False)}</p></footer>\n{script}</body>\n</html>\n")
        body, have, room = [], 0, size - len((head + tail).encode())
        while have < room:
            kind = rng.random()
            if kind < 0.10:
                part = "<ul>\n" + "".join(f"<li>{self.main(9)}{li}\n" for _ in range(4)) + "</ul>\n"
            elif kind < 0.16:
                part = "<table>\n" + "".join(
                    f"<tr><td>{self.main(4)}</td><td>{rng.randint(1, 9999)}</td><td>{self.main(4)}</td></tr>\n" for _ in range(5)) + "</table>\n"
            else:
                part = f'<p class="text">{self.main(rng.randint(15, 90))}{p}\n'
            body.append(part)
            have += len(part.encode())
        return head + "".join(body) + tail

    def xml(self, size, title, heading):
        out, have, n = [], 0, 0
        while have < size - 500:
            n += 1
            parts = "".join(f'<paragraph eId="art_{n}__para_{i}"><content><p>{self.main(self.rng.randint(15, 60))}</p></content></paragraph>\n'
                            for i in range(1, self.rng.randint(2, 6)))
            out.append(f'<article eId="art_{n}">\n{parts}</article>\n')
            have += len(out[-1].encode())
        body = "".join(out).replace("&laquo;", "«").replace("&raquo;", "»").replace("&nbsp;", " ")
        return ('<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<act name="act">\n'
                f"<preface><p>{heading}</p></preface>\n<body>\n{body}</body>\n</act>\n</akomaNtoso>\n")


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("out", type=pathlib.Path)
    cli.add_argument("--pages", type=int, default=2000)
    cli.add_argument("--kb", type=float, default=10)
    cli.add_argument("--xml", action="store_true")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--density", type=float, default=0.02)
    o = cli.parse_args()
    terms = lexicons()
    languages = {name: Language(name, terms) for name in terms}
    o.out.mkdir(parents=True, exist_ok=True)
    with open(o.out / "lexicon.tsv", "w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for l in languages.values() for row in l.terms)
    truth, groups = collections.Counter(), []
    with open(o.out / "text.txt", "w", encoding="utf-8") as plain:
        for n in range(o.pages):
            rng = random.Random(o.seed * 1_000_003 + n)  # any page can be made alone
            name, region = rng.choice(("kk", "kk", "ru")), rng.choice(sorted(REGIONS))
            page = Page(languages[name], rng, o.density)
            head, title = HEADS[name]
            heading = head.format(
                council=REGIONS[region][name == "ru"], year=rng.randint(2020, 2024), day=rng.randint(1, 28),
                month=rng.choice(MONTHS[name]), n=rng.randint(1, 60), m=rng.randint(1, 30))
            size = int(o.kb * 1024 * rng.triangular(0.6, 1.4, 1.0))
            text = (page.xml if o.xml else page.html)(size, title, heading)
            path = f"pages/{n // 1000:03}/{n:06}." + ("xml" if o.xml else "html")
            (o.out / path).parent.mkdir(parents=True, exist_ok=True)
            (o.out / path).write_text(text, encoding="utf-8")
            plain.write("".join(p + "\n" for p in page.paragraphs))
            groups.append(f"{path}\t{region}\n")
            for category, hits in page.hits.items():
                truth[region, category] += hits
    (o.out / "groups.tsv").write_text("".join(groups))
    (o.out / "truth.tsv").write_text("".join(f"{g}\t{c}\t{truth[g, c]}\n" for g, c in sorted(truth)))


if __name__ == "__main__":
    main()
