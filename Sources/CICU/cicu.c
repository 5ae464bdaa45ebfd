#include "CICU.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

const char *cicu_version(void) { return U_ICU_VERSION; }

void cicu_properties(uint8_t *out, int32_t count) {
  for (int32_t c = 0; c < count; c++) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t category = u_charType(c), script = 0;
    switch (uscript_getScript(c, &error)) {
      case USCRIPT_LATIN: script = 1; break;
      case USCRIPT_CYRILLIC: script = 2; break;
      case USCRIPT_ARABIC: script = 3; break;
      default: break;
    }
    out[c] = (uint8_t)(category | script << 5);
  }
}

void cicu_simple_folds(uint16_t *out, int32_t count) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  for (int32_t c = 0; c < count; c++) {
    UChar source[2], folded[8];
    int32_t length = 0;
    out[c] = 0;
    if (c >= 0xD800 && c < 0xE000) continue;
    U16_APPEND_UNSAFE(source, length, c);
    error = U_ZERO_ERROR;
    int32_t n = u_strFoldCase(folded, 8, source, length, U_FOLD_CASE_DEFAULT, &error);
    if (U_SUCCESS(error) && n == 1 && unorm2_isNormalized(nfc, folded, 1, &error) && U_SUCCESS(error))
      out[c] = folded[0];
  }
}

// Scratch text of UTF-16 units: on the stack for words, on the heap for more.
typedef struct { UChar *units; int32_t capacity; UChar small[256]; } Units;
static int units_open(Units *u, int32_t capacity) {
  u->capacity = capacity <= 256 ? 256 : capacity;
  u->units = capacity <= 256 ? u->small : malloc(sizeof(UChar) * (size_t)capacity);
  return u->units != NULL;
}
static void units_close(Units *u) { if (u->units != u->small) free(u->units); }

static int32_t from_utf8(Units *u, const char *text, int32_t length) {
  int32_t n = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8WithSub(u->units, u->capacity, &n, text, length, 0xFFFD, NULL, &error);
  return U_FAILURE(error) ? -1 : n;
}

static int32_t to_utf8(char *out, int32_t capacity, const UChar *units, int32_t length) {
  int32_t n = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strToUTF8WithSub(out, capacity, &n, units, length, 0xFFFD, NULL, &error);
  return U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR ? -1 : n;
}

static int32_t normalized(const char *text, int32_t length, char *out, int32_t capacity, int fold) {
  if (length < 0 || length > 1 << 28) return -1;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  Units source, folded;
  int32_t result = -1, n;
  if (!units_open(&source, length + 1)) return -1;
  // Full case folding gives at most three units for one; NFC composes, and the few code points that it
  // expands give at most three units for one as well.
  if (units_open(&folded, length * 3 + 3)) {
    n = from_utf8(&source, text, length);
    if (n >= 0) {
      n = unorm2_normalize(nfc, source.units, n, folded.units, folded.capacity, &error);
      if (fold && U_SUCCESS(error)) {
        Units again;
        if (units_open(&again, n * 3 + 3)) {
          n = u_strFoldCase(again.units, again.capacity, folded.units, n, U_FOLD_CASE_DEFAULT, &error);
          if (U_SUCCESS(error)) n = unorm2_normalize(nfc, again.units, n, folded.units, folded.capacity, &error);
          units_close(&again);
        }
      }
      if (U_SUCCESS(error)) result = to_utf8(out, capacity, folded.units, n);
    }
    units_close(&folded);
  }
  units_close(&source);
  return result;
}

int32_t cicu_fold_nfc(const char *text, int32_t length, char *out, int32_t capacity) {
  return normalized(text, length, out, capacity, 1);
}

int32_t cicu_nfc(const char *text, int32_t length, char *out, int32_t capacity) {
  return normalized(text, length, out, capacity, 0);
}

int32_t cicu_word_breaks(const uint16_t *text, int32_t length, int32_t *ends, int32_t *statuses, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_WORD, "root", (const UChar *)text, length, &error);
  if (U_FAILURE(error)) return -1;
  int32_t count = 0, end;
  ubrk_first(breaks);
  while ((end = ubrk_next(breaks)) != UBRK_DONE) {
    if (count < capacity) {
      ends[count] = end;
      statuses[count] = ubrk_getRuleStatus(breaks);
    }
    count++;
  }
  ubrk_close(breaks);
  return count;
}

struct CICUTransliterator { UTransliterator *icu; };

CICUTransliterator *cicu_transliterator_open(const char *rules, int32_t length) {
  static const UChar identifier[] = {'H', 'a', 't', 't', 'a', 'm', 'a', 0};
  Units source;
  CICUTransliterator *result = NULL;
  if (length < 0 || !units_open(&source, length + 1)) return NULL;
  int32_t n = from_utf8(&source, rules, length);
  if (n >= 0) {
    UErrorCode error = U_ZERO_ERROR;
    UParseError parse;
    UTransliterator *icu = utrans_openU(identifier, -1, UTRANS_FORWARD, source.units, n, &parse, &error);
    if (U_SUCCESS(error)) {
      result = malloc(sizeof *result);
      if (result) result->icu = icu; else utrans_close(icu);
    }
  }
  units_close(&source);
  return result;
}

void cicu_transliterator_close(CICUTransliterator *transliterator) {
  if (!transliterator) return;
  utrans_close(transliterator->icu);
  free(transliterator);
}

int32_t cicu_transliterate(CICUTransliterator *transliterator, const char *text, int32_t length, char *out, int32_t capacity) {
  if (length < 0 || length > 1 << 28) return -1;
  Units buffer;
  int32_t result = -1;
  if (!units_open(&buffer, length * 4 + 16)) return -1;
  int32_t n = from_utf8(&buffer, text, length);
  if (n >= 0) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t limit = n;
    utrans_transUChars(transliterator->icu, buffer.units, &n, buffer.capacity, 0, &limit, &error);
    if (U_SUCCESS(error)) result = to_utf8(out, capacity, buffer.units, n);
  }
  units_close(&buffer);
  return result;
}

struct CICUCollator { UCollator *icu; };

CICUCollator *cicu_collator_open(const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator *icu = ucol_open(locale, &error);
  if (U_FAILURE(error)) return NULL;
  CICUCollator *result = malloc(sizeof *result);
  if (result) result->icu = icu; else ucol_close(icu);
  return result;
}

void cicu_collator_close(CICUCollator *collator) {
  if (!collator) return;
  ucol_close(collator->icu);
  free(collator);
}

int32_t cicu_sort_key(CICUCollator *collator, const char *text, int32_t length, char *out, int32_t capacity) {
  Units source;
  int32_t result = -1;
  if (length < 0 || length > 1 << 28 || !units_open(&source, length + 1)) return -1;
  int32_t n = from_utf8(&source, text, length);
  if (n >= 0) result = ucol_getSortKey(collator->icu, source.units, n, (uint8_t *)out, capacity);
  units_close(&source);
  return result > 0 ? result : -1;
}
