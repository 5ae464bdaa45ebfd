#!/usr/bin/env python3
"""The plain count with what Python users have.

  peer.py PEER LEXICON GROUPS FOLDER     prints group, category, hits

PEER is selectolax+ahocorasick_rs (the fastest found) or lxml+pyicu (the same libraries as the floor's)."""
import collections, itertools, sys

LEFT_OUT = ["head", "header", "nav", "aside", "footer", "script", "style"]
BLOCKS = {"p", "li", "td", "tr", "h1", "div", "br", "article", "ul", "table", "preface"}

peer, lexicon, groups, folder = sys.argv[1:]
forms = {}
for line in open(lexicon, encoding="utf-8"):
    category, _, form = line.rstrip("\n").split("\t")
    forms.setdefault(form.casefold(), category)
files = [line.rstrip("\n").split("\t") for line in open(groups, encoding="utf-8")]
hits = collections.Counter()

if peer == "selectolax+ahocorasick_rs":
    from ahocorasick_rs import AhoCorasick
    from selectolax.lexbor import LexborHTMLParser

    keys = list(forms)
    automaton = AhoCorasick(keys)

    def count(path, group):
        with open(path, "rb") as file:
            tree = LexborHTMLParser(file.read())
        tree.strip_tags(LEFT_OUT)
        # Every stretch of text is a line of its own: no planted term has an element inside of it.
        text = tree.root.text(separator="\n").casefold()
        after = 0
        for key, start, end in sorted(automaton.find_matches_as_indexes(text, overlapping=True), key=lambda m: (m[1], -m[2])):
            if start >= after and not (start and text[start - 1].isalnum()) and not text[end:end + 1].isalnum():
                hits[group, forms[keys[key]]] += 1
                after = end

elif peer == "lxml+pyicu":
    import icu
    from lxml import etree, html

    trie = {}
    for form, category in forms.items():
        node = trie
        for word in form.split():
            node = node.setdefault(word, {})
        node[""] = category
    breaks = icu.BreakIterator.createWordInstance(icu.Locale("ru"))

    def lines(node, out):
        name = etree.QName(node).localname if isinstance(node.tag, str) else "script"
        if name not in LEFT_OUT:
            if name in BLOCKS:
                out.append("\n")
            out.append(node.text or "")
            for child in node:
                lines(child, out)
                out.append(child.tail or "")
            if name in BLOCKS:
                out.append("\n")

    def count(path, group):
        with open(path, "rb") as file:
            source = file.read()
        out = []
        lines(etree.fromstring(source) if path.endswith(".xml") else html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8")), out)
        for line in "".join(out).casefold().split("\n"):
            text = icu.UnicodeString(line)
            breaks.setText(text)
            start, found = 0, []
            for end in breaks:
                if breaks.getRuleStatus() >= 100:
                    found.append(str(text[start:end]))
                start = end
            i = 0
            while i < len(found):
                node, best, last = trie, None, i
                for j, word in enumerate(itertools.islice(found, i, None), i):
                    node = node.get(word)
                    if node is None:
                        break
                    if "" in node:
                        best, last = node[""], j
                if best:
                    hits[group, best] += 1
                i = last + 1

else:
    sys.exit(__doc__)

for path, group in files:
    count(f"{folder}/{path}", group)
for (group, category), number in sorted(hits.items()):
    print(f"{group}\t{category}\t{number}")
