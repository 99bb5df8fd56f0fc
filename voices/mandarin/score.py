#!/usr/bin/env python3
"""Measures how many marked polyphones `tingdu readings` reads right.

    voices/mandarin/score.py --data FILE.tsv… [--tingdu build/release/tingdu] [--worst 20]

A line of a data file: the sentence with the character marked, the character, its offset, its pinyin, the plain sentence,
separated by tabs.
"""
import argparse
import collections
import json
import subprocess


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--tingdu", default="build/release/tingdu")
    parser.add_argument("--worst", type=int, default=0, help="how many kinds of mistake to list")
    options = parser.parse_args()
    for path in options.data:
        rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
        rows = [row for row in rows if len(row) == 5]
        answer = subprocess.run([options.tingdu, "readings"], input="".join(row[4] + "\n" for row in rows), text=True,
                                capture_output=True, check=True).stdout.splitlines()
        assert len(answer) == len(rows), f"{len(rows)} sentences went in, {len(answer)} came back"
        right, wrong = 0, collections.Counter()
        for (_, char, offset, pinyin, _), line in zip(rows, answer):
            read = {token["start"]: token["lexical"] for token in json.loads(line)["tokens"]}.get(int(offset))
            gold = pinyin.replace("u:", "v")
            right += read == gold
            wrong[char, gold, read] += read != gold
        print(f"{path}: {right} of {len(rows)}, {100 * right / len(rows):.2f} %")
        for (char, gold, read), count in wrong.most_common(options.worst):
            if count:
                print(f"  {count:4} × {char} is {gold}, was read {read}")


if __name__ == "__main__":
    main()
