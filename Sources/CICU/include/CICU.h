// ICU behind opaque functions: no ICU header is visible to Swift, so that Foundation's own copy of ICU
// does not clash with it and ICU's versioned symbol names (ubrk_open_72) stay inside the C file.
// Lengths are bytes of UTF-8 unless a comment says otherwise. Functions that fill a buffer return the
// length needed, which may exceed `capacity` (then nothing useful was written), or -1 on failure.
#ifndef CICU_H
#define CICU_H
#include <stdint.h>

/// Version of ICU that the library was built with, such as "72.1".
const char *cicu_version(void);

/// Fills `out[c]` for the code points `c` below `count`: general category (UCharCategory, 0-29) in the
/// low five bits, script in the upper three (1 Latin, 2 Cyrillic, 3 Arabic, 0 any other).
void cicu_properties(uint8_t *out, int32_t count);

/// Fills `out[c]` with the full case folding of `c` where that is one code point below 0x10000 in NFC,
/// and with 0 where it is not.
void cicu_simple_folds(uint16_t *out, int32_t count);

/// Normalization Form C of case-folded text.
int32_t cicu_fold_nfc(const char *text, int32_t length, char *out, int32_t capacity);

/// Normalization Form C.
int32_t cicu_nfc(const char *text, int32_t length, char *out, int32_t capacity);

/// Ends (in UTF-16 units) of the segments that ICU's default word rules find, and their rule status
/// (0 neither word nor number, 100 number, 200 letters). Returns the number of segments or -1.
int32_t cicu_word_breaks(const uint16_t *text, int32_t length, int32_t *ends, int32_t *statuses, int32_t capacity);

/// A transliterator compiled from rules in ICU's syntax; NULL where they are wrong. Not thread-safe.
typedef struct CICUTransliterator CICUTransliterator;
CICUTransliterator *cicu_transliterator_open(const char *rules, int32_t length);
void cicu_transliterator_close(CICUTransliterator *transliterator);
int32_t cicu_transliterate(CICUTransliterator *transliterator, const char *text, int32_t length, char *out, int32_t capacity);

/// The order of a language's alphabet, such as "kk"; NULL where ICU has no data at all. Not thread-safe.
typedef struct CICUCollator CICUCollator;
CICUCollator *cicu_collator_open(const char *locale);
void cicu_collator_close(CICUCollator *collator);

/// Bytes that compare as the texts are ordered.
int32_t cicu_sort_key(CICUCollator *collator, const char *text, int32_t length, char *out, int32_t capacity);

#endif
