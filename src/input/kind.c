// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/kind.h"

#include <string.h>
#include <strings.h>

/* Text may begin with a mark of a few letters, too: those count only where a control character
 * follows. */
static const struct {
    size_t at, length;
    const char *mark;
    bool binary;
    const char *kind;
} marks[] = {
    {0, 5, "%PDF-", false, "PDF files"},
    {0, 5, "{\\rtf", false, "RTF documents"},
    {0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", false, "Word and Excel files of before 2007"},
    {0, 8, "\x89PNG\r\n\x1a\n", false, "PNG images"},
    {0, 3, "\xff\xd8\xff", false, "JPEG images"},
    {0, 4, "GIF8", true, "GIF images"},
    {0, 4, "II*\0", false, "TIFF images"},
    {0, 4, "MM\0*", false, "TIFF images"},
    {0, 2, "BM", true, "BMP images"},
    {8, 4, "WEBP", true, "WebP images"},
    {0, 4, "\0\0\1\0", false, "icons"},
    {0, 16, "SQLite format 3\0", false, "SQLite databases"},
    {4, 15, "Standard Jet DB", false, "Access databases"},
    {4, 15, "Standard ACE DB", false, "Access databases"},
    {0, 4, "PAR1", true, "Parquet files"},
    {0, 6, "ARROW1", true, "Arrow files"},
    {0, 4, "FEA1", true, "Feather files"},
    {0, 3, "ORC", true, "ORC files"},
    {0, 4, "Obj\1", false, "Avro files"},
    {0, 8, "\x89HDF\r\n\x1a\n", false, "HDF5 files"},
    {0, 6, "\x93NUMPY", false, "NumPy arrays"},
    {0, 5, "RDX2\n", false, "R data files"},
    {0, 5, "RDX3\n", false, "R data files"},
    {0, 11, "<stata_dta>", false, "Stata files"},
    {0, 4, "$FL2", true, "SPSS files"},
    {0, 2, "\x80\2", false, "Python pickles"},
    {0, 2, "\x80\3", false, "Python pickles"},
    {0, 2, "\x80\4", false, "Python pickles"},
    {0, 2, "\x80\5", false, "Python pickles"},
    {0, 4, "\x7f\x45\x4c\x46", false, "programs"},
    {0, 2, "MZ", true, "programs"},
    {0, 4, "\xca\xfe\xba\xbe", false, "programs"},
    {0, 4, "\xcf\xfa\xed\xfe", false, "programs"},
    {0, 4, "\0asm", false, "programs"},
    {0, 3, "ID3", true, "sound files"},
    {0, 2, "\xff\xfb", false, "sound files"},
    {0, 4, "OggS", true, "sound files"},
    {0, 4, "fLaC", true, "sound files"},
    {8, 4, "WAVE", true, "sound files"},
    {8, 4, "AVI ", true, "videos"},
    {4, 4, "ftyp", true, "videos"},
    {0, 4, "\x1a\x45\xdf\xa3", false, "videos"},
    {0, 4, "wOFF", true, "fonts"},
    {0, 4, "wOF2", true, "fonts"},
    {0, 4, "OTTO", true, "fonts"},
    {0, 5, "\0\1\0\0\0", false, "fonts"},
    {0, 4, "Rar!", true, "RAR archives"},
    {60, 8, "BOOKMOBI", false, "Kindle books"},
    {0, 4, "%!PS", false, "PostScript files"},
    {0, 8, "AT&TFORM", true, "DjVu files"},
    {0, 27, "-----BEGIN PGP MESSAGE-----", false, "encrypted messages"},
};

static bool has_control(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] < ' ' && !(bytes[i] >= '\t' && bytes[i] <= '\r'))
            return true;
    return false;
}

const char *tdg_kind_of_bytes(const char *bytes, size_t length)
{
    if (length > TDG_KIND_BYTES)
        length = TDG_KIND_BYTES;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (length >= marks[i].at + marks[i].length &&
            memcmp(bytes + marks[i].at, marks[i].mark, marks[i].length) == 0 &&
            (!marks[i].binary || has_control(bytes, length)))
            return marks[i].kind;
    return NULL;
}

static const char *base_of(const char *name)
{
    for (const char *at = name; *at; at++)
        if (*at == '/' || *at == ':')
            name = at + 1;
    return name;
}

const char *tdg_kind_of_source(const char *name, const char *text, size_t length)
{
    static const struct {
        const char *ending, *kind;
    } endings[] = {
        {".py", "Python scripts"},   {".pyi", "Python scripts"},   {".ipynb", "notebooks"},
        {".r", "R scripts"},         {".rmd", "notebooks"},        {".qmd", "notebooks"},
        {".sh", "shell scripts"},    {".bash", "shell scripts"},   {".zsh", "shell scripts"},
        {".bat", "shell scripts"},   {".cmd", "shell scripts"},    {".ps1", "shell scripts"},
        {".js", "JavaScript files"}, {".mjs", "JavaScript files"}, {".ts", "TypeScript files"},
        {".c", "C sources"},         {".h", "C sources"},          {".cpp", "C++ sources"},
        {".hpp", "C++ sources"},     {".cc", "C++ sources"},       {".java", "Java sources"},
        {".go", "Go sources"},       {".rs", "Rust sources"},      {".rb", "Ruby scripts"},
        {".pl", "Perl scripts"},     {".php", "PHP scripts"},      {".jl", "Julia scripts"},
        {".do", "Stata scripts"},    {".sas", "SAS scripts"},      {".sps", "SPSS scripts"},
        {".sql", "SQL scripts"},     {".css", "style sheets"},     {".yaml", "YAML files"},
        {".yml", "YAML files"},      {".toml", "TOML files"},      {".ini", "settings"},
        {".cfg", "settings"},        {".lock", "lock files"},      {".bib", "bibliographies"},
        {".log", "log files"},       {".diff", "patches"},         {".patch", "patches"},
        {"makefile", "build files"}, {"dockerfile", "build files"}};
    const char *base = base_of(name);
    size_t size = strlen(base);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i].ending);
        bool whole = endings[i].ending[0] != '.';
        if (size >= ending && (!whole || size == ending) &&
            strcasecmp(base + size - ending, endings[i].ending) == 0)
            return endings[i].kind;
    }
    size_t at = 2;
    while (at < length && text[at] == ' ')
        at++;
    return at < length && memcmp(text, "#!", 2) == 0 && text[at] == '/' ? "scripts" : NULL;
}

/* The whole name, or the name up to something that is no letter: README.de.md, LICENSE-MIT. */
bool tdg_kind_explains(const char *name)
{
    static const char *const names[] = {"readme",
                                        "license",
                                        "licence",
                                        "copying",
                                        "copyright",
                                        "notice",
                                        "authors",
                                        "contributors",
                                        "contributing",
                                        "citation",
                                        "changelog",
                                        "changes",
                                        "news.md",
                                        "history.md",
                                        "todo",
                                        "install",
                                        "requirements",
                                        "codebook",
                                        "data_dictionary",
                                        "data-dictionary",
                                        "datadictionary",
                                        "data dictionary",
                                        "dictionary.",
                                        "variables.",
                                        "columns.",
                                        "schema.",
                                        "datasheet",
                                        "dataset_card",
                                        "datacard",
                                        "metadata.txt",
                                        "metadata.md",
                                        "datapackage.json",
                                        "dataset-metadata.json",
                                        "dataset_infos.json",
                                        "package.json",
                                        "md5sum",
                                        "sha256sum",
                                        "checksums",
                                        "manifest.txt",
                                        "robots.txt"};
    const char *base = base_of(name);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i]);
        if (strncasecmp(base, names[i], length) != 0)
            continue;
        char next = base[length];
        if (names[i][length - 1] == '.' || !((next | 0x20) >= 'a' && (next | 0x20) <= 'z'))
            return true;
    }
    return false;
}
