// SPDX-License-Identifier: GPL-3.0-or-later
/* What articles call their language. */
#include "clean/codes.h"

#include <string.h>

#include <utf8proc.h>

/* ISO 639-1. The two Norwegians are one to us: see the names. */
// clang-format off
static const char codes[][3] = {
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az",
    "ba", "be", "bg", "bh", "bi", "bm", "bn", "bo", "br", "bs", "ca", "ce",
    "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee",
    "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr",
    "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr",
    "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is",
    "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn",
    "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln",
    "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms",
    "mt", "my", "na", "nd", "ne", "ng", "nl", "no", "nr", "nv", "ny", "oc",
    "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn",
    "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si", "sk", "sl", "sm",
    "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg",
    "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug",
    "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za",
    "zh", "zu",
};
// clang-format on

/* Other names: ISO 639-2 (both of its sets), English, native; case-folded. */
static const struct {
    char code[3];
    char three[4];
    const char *english;
    const char *native;
} names[] = {
    {"af", "afr", "afrikaans", "afrikaans"},
    {"ar", "ara", "arabic", "العربية"},
    {"bg", "bul", "bulgarian", "български"},
    {"bn", "ben", "bengali", "বাংলা"},
    {"ca", "cat", "catalan", "català"},
    {"cs", "ces", "czech", "čeština"},
    {"cs", "cze", "czech", "česky"},
    {"da", "dan", "danish", "dansk"},
    {"de", "deu", "german", "deutsch"},
    {"de", "ger", "german", "deutsch"},
    {"el", "ell", "greek", "ελληνικά"},
    {"el", "gre", "greek", "ελληνικά"},
    {"en", "eng", "english", "english"},
    {"es", "spa", "spanish", "español"},
    {"et", "est", "estonian", "eesti"},
    {"eu", "eus", "basque", "euskara"},
    {"fa", "fas", "persian", "فارسی"},
    {"fa", "per", "farsi", "فارسی"},
    {"fi", "fin", "finnish", "suomi"},
    {"fr", "fra", "french", "français"},
    {"fr", "fre", "french", "français"},
    {"ga", "gle", "irish", "gaeilge"},
    {"gl", "glg", "galician", "galego"},
    {"he", "heb", "hebrew", "עברית"},
    {"hi", "hin", "hindi", "हिन्दी"},
    {"hr", "hrv", "croatian", "hrvatski"},
    {"hu", "hun", "hungarian", "magyar"},
    {"hy", "hye", "armenian", "հայերեն"},
    {"id", "ind", "indonesian", "indonesia"},
    {"is", "isl", "icelandic", "íslenska"},
    {"it", "ita", "italian", "italiano"},
    {"ja", "jpn", "japanese", "日本語"},
    {"ka", "kat", "georgian", "ქართული"},
    {"ko", "kor", "korean", "한국어"},
    {"lt", "lit", "lithuanian", "lietuvių"},
    {"lv", "lav", "latvian", "latviešu"},
    {"ms", "msa", "malay", "melayu"},
    {"nl", "nld", "dutch", "nederlands"},
    {"nl", "dut", "dutch", "nederlands"},
    {"no", "nor", "norwegian", "norsk"},
    {"no", "nob", "nb", "bokmål"},
    {"no", "nno", "nn", "nynorsk"},
    {"pl", "pol", "polish", "polski"},
    {"pt", "por", "portuguese", "português"},
    {"ro", "ron", "romanian", "română"},
    {"ru", "rus", "russian", "русский"},
    {"sk", "slk", "slovak", "slovenčina"},
    {"sl", "slv", "slovenian", "slovenščina"},
    {"sq", "sqi", "albanian", "shqip"},
    {"sr", "srp", "serbian", "српски"},
    {"sv", "swe", "swedish", "svenska"},
    {"sw", "swa", "swahili", "kiswahili"},
    {"ta", "tam", "tamil", "தமிழ்"},
    {"th", "tha", "thai", "ไทย"},
    {"tl", "tgl", "tagalog", "filipino"},
    {"tr", "tur", "turkish", "türkçe"},
    {"uk", "ukr", "ukrainian", "українська"},
    {"ur", "urd", "urdu", "اردو"},
    {"vi", "vie", "vietnamese", "tiếng"},
    {"zh", "zho", "chinese", "中文"},
    {"zh", "chi", "chinese", "中文"},
};

enum { NAMES = sizeof names / sizeof *names, LONGEST = 32 };

/* The first word of a name, case-folded; "en" of "en-GB", "en_US.UTF-8" and "en;q=0.9". */
static void fold_first_word(const char *name, char word[LONGEST])
{
    size_t length = 0;
    size_t left = strlen(name);
    while (left) {
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t size =
            utf8proc_iterate((const utf8proc_uint8_t *)name, (utf8proc_ssize_t)left, &point);
        if (size <= 0 || strchr("-_.,;( ", point < 0x80 ? point : 0x7F) || length + 5 > LONGEST)
            break;
        length += (size_t)utf8proc_encode_char(utf8proc_tolower(point),
                                               (utf8proc_uint8_t *)word + length);
        name += size;
        left -= (size_t)size;
    }
    word[length] = '\0';
}

const char *tdg_language_code(const char *name)
{
    char word[LONGEST];
    if (!name[0])
        return "";
    fold_first_word(name, word);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], word) == 0)
            return codes[i];
    for (size_t i = 0; i < NAMES; i++)
        if (strcmp(names[i].three, word) == 0 || strcmp(names[i].english, word) == 0 ||
            strcmp(names[i].native, word) == 0)
            return names[i].code;
    return "";
}
