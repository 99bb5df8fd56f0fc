#!/usr/bin/env python3
"""Makes kiosk/mandarin/phonemes_table.inc: for each syllable the phoneme mnemonics that eSpeak NG says it with.

Run by hand when kiosk/mandarin/syllable_bases.h has changed: make_phonemes.py > kiosk/mandarin/phonemes_table.inc
It asks libespeak-ng 1.51 itself, by its voice cmn-latn-pinyin, which knows nearly every syllable; the few that it
spells out, breaks or colours are written here by analogy with their neighbours.
"""
import ctypes
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
BASES = re.findall(r'"([a-z]+)"', (HERE / "../../kiosk/mandarin/syllable_bases.h").read_text("utf-8").split("to_array")[1])

# % stands for the tone.
OURS = {
    "eh": "'E%",         # ê: spelled in English
    "m": "'@%m", "hm": "X'@%m", "n": "'@%n", "ng": "'@%N", "hng": "X'@%N",  # a tone needs a vowel to live on
    "yai": "j'ai%",      # falls into two syllables
    "r": "@r%",          # the suffix 儿 as a syllable of its own
    "qiong": "tS;h'yu%N", "jiong": "tS;'yu%N", "xiong": "S;'yu%N",  # as yong
    "qun": "tS;h'y@%n",  # as jun
    "shun": "s.'u@%n",   # as chun
    "chang": "ts.h'A%N",  # its fourth tone has another vowel
}


def main():
    espeak = ctypes.CDLL("libespeak-ng.so.1")
    espeak.espeak_Initialize(2, 0, None, 0x8000)
    espeak.espeak_SetVoiceByName(b"cmn-latn-pinyin")
    espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
    espeak.espeak_TextToPhonemes.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]

    def ask(pinyin):
        text = ctypes.c_char_p(pinyin.encode())
        where = ctypes.c_void_p(ctypes.cast(text, ctypes.c_void_p).value)
        return espeak.espeak_TextToPhonemes(ctypes.byref(where), 1, 0).decode().strip("_| ")

    print("// Made by voices/mandarin/make_phonemes.py from libespeak-ng's own answers: syllable, mnemonics before the tone,")
    print("// mnemonics after it.")
    for base in BASES:
        if base in OURS:
            pattern = OURS[base]
        else:
            first = ask(base + "1")
            assert first.count("55") == 1 and "(" not in first, (base, first)
            pattern = first.replace("55", "%")
            for tone, digits in ((2, "35"), (3, "214"), (4, "51")):
                assert ask(f"{base}{tone}") == pattern.replace("%", digits), (base, tone, ask(f"{base}{tone}"))
        before, after = pattern.split("%")
        print(f'{{"{base}", "{before}", "{after}"}},')


if __name__ == "__main__":
    main()
