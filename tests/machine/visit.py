"""A first visit to a kiosk as installed, on a machine: from the welcome to the first article that comes with it, which is heard.
Knows those articles, and nothing of where the machine came from.
"""
import subprocess

import hearing

article = "怎么用|台机器"  # in its title
sentences = ["您面前的这台机器会把文章放大给您看，也会念给您听。", "不用登录，不用扫码，谁都可以用，用多久都行。",
             "想听哪一篇，用手指点一下就可以。"]


def walk(machine):
    machine.shows("welcome", "我读给", "开始")
    machine.key("ret")
    machine.shows("subjects", "想听什么")
    machine.key("ret")
    machine.shows("articles", "怎么用")
    machine.key("ret")
    machine.shows("article", article)


def hear(machine, tingdu):
    """What is said there, and nothing that only another article has."""
    machine.is_heard()
    machine.says(sentences, rehearsed(tingdu, ["select", "select", "select"], machine.out / "visit"),
                 rehearsed(tingdu, ["select", "3", "select"], machine.out / "other"))


def rehearsed(tingdu, keys, out, more="wait 60s\n"):
    """What a visit of so many keys, and more steps, sounds like where there is no machine: the first two seconds of each sentence, by
    its words. The files of `tingdu rehearse` are left in `out`."""
    out.mkdir()
    script = out / "keys.visit"
    script.write_text("wait quiet\n" + "".join(f"key {key}\nwait 5s\n" for key in keys) + more)
    subprocess.run([tingdu, "rehearse", script, "--out", out], check=True)
    speech = hearing.pcm((out / "speech.wav").read_bytes())
    heard = {}
    for line in (out / "said.tsv").read_text().splitlines():
        begin_s, _, words, _ = line.split("\t")
        begin = int(float(begin_s) * hearing.rate_hz)
        heard.setdefault(words, speech[begin:begin + 2 * hearing.rate_hz])
    return heard
