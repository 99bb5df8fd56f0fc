#!/usr/bin/env python3
"""Measures how much `tingdu readings` reads right, before tone sandhi.

    voices/mandarin/score.py --data FILE.tsv… [--tingdu build/release/tingdu] [--worst 20]
    voices/mandarin/score.py --running FILE.tsv… [--tingdu build/release/tingdu] [--misses]

--data counts marked polyphones. A line: the sentence with the character marked, the character, its offset, its pinyin,
the plain sentence, separated by tabs.

--running counts syllables and whole sentences of running text. A line: the sentence, a tab, one syllable for each of
its Hanzi: 一 is yi1 and 不 bu4, 儿 as a suffix r5. A neutral tone is asked of what is said, all else of what stands in
the dictionary.
"""
import argparse
import collections
import json
import subprocess


def readings(tingdu, sentences):
    """For each sentence, what each of its characters is read as, by offset: in the dictionary, and said."""
    answer = subprocess.run([tingdu, "readings"], input="".join(sentence + "\n" for sentence in sentences), text=True,
                            capture_output=True, check=True).stdout.splitlines()
    assert len(answer) == len(sentences), f"{len(sentences)} sentences went in, {len(answer)} came back"
    return [{token["start"]: (token["lexical"], token["spoken"]) for token in json.loads(line)["tokens"]}
            for line in answer]


def score_polyphones(path, tingdu, worst):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    rows = [row for row in rows if len(row) == 5]
    right, wrong = 0, collections.Counter()
    for (_, char, offset, pinyin, _), read in zip(rows, readings(tingdu, [row[4] for row in rows])):
        gold, said = pinyin.replace("u:", "v"), read.get(int(offset), (None,))[0]
        right += said == gold
        wrong[char, gold, said] += said != gold
    print(f"{path}: {right} of {len(rows)}, {100 * right / len(rows):.2f} %")
    for (char, gold, said), count in wrong.most_common(worst):
        if count:
            print(f"  {count:4} × {char} is {gold}, was read {said}")


def score_running(path, tingdu, misses):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    syllables, right, whole = 0, 0, 0
    for (sentence, pinyin), read in zip(rows, readings(tingdu, [row[0] for row in rows])):
        hanzi = [at for at, char in enumerate(sentence) if "\u4e00" <= char <= "\u9fff"]
        gold = pinyin.split(" ")
        assert len(hanzi) == len(gold), f"{sentence}: {len(hanzi)} Hanzi, {len(gold)} syllables"
        wrong = [(at, is_) for at, is_ in zip(hanzi, gold)
                 if is_ != (read[at][1] if at in read and is_.endswith("5") else read.get(at, (None,))[0])]
        syllables, right, whole = syllables + len(gold), right + len(gold) - len(wrong), whole + (not wrong)
        for at, is_ in wrong if misses else []:
            print(f"  {sentence[:at]}[{sentence[at]}]{sentence[at + 1:]} is {is_}, was read {read.get(at)}")
    print(f"{path}: {right} of {syllables} syllables, {100 * right / syllables:.2f} %; "
          f"{whole} of {len(rows)} sentences, {100 * whole / len(rows):.2f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", default=[])
    parser.add_argument("--running", nargs="+", default=[])
    parser.add_argument("--tingdu", default="build/release/tingdu")
    parser.add_argument("--worst", type=int, default=0, help="how many kinds of mistake to list")
    parser.add_argument("--misses", action="store_true", help="list every syllable of running text that was misread")
    options = parser.parse_args()
    if not options.data and not options.running:
        parser.error("nothing to score: give --data or --running")
    for path in options.data:
        score_polyphones(path, options.tingdu, options.worst)
    for path in options.running:
        score_running(path, options.tingdu, options.misses)


if __name__ == "__main__":
    main()
