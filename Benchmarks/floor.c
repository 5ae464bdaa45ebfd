// What the plain count costs at least with the libraries that this project builds on: libxml2's SAX parser gives the main
// text, ICU its words; each is folded, looked up in a hash table and matched, the longest form first. No structure, no
// places, no sentences, no languages.
//
//   floor LEXICON GROUPS FOLDER     prints group, category, hits
//
// cc -O2 floor.c -o floor $(pkg-config --cflags --libs libxml-2.0 icu-uc icu-i18n)
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

typedef struct { char *bytes; size_t count, room; } Buffer;

static void append(Buffer *buffer, const char *bytes, size_t count) {
  if (buffer->count + count > buffer->room) {
    buffer->room = 2 * (buffer->count + count) + 4096;
    buffer->bytes = realloc(buffer->bytes, buffer->room);
  }
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
}

// ---- strings to numbers, by open addressing

typedef struct { const UChar *key; int32_t length; uint32_t hash; int32_t value; } Slot;
typedef struct { Slot *slots; uint32_t mask, count; } Table;

static uint32_t hash_of(const UChar *key, int32_t length) {
  uint32_t hash = 2166136261u;
  for (int32_t i = 0; i < length; i++) hash = (hash ^ key[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static Slot *slot_of(const Table *table, const UChar *key, int32_t length, uint32_t hash) {
  uint32_t i = hash & table->mask;
  for (;; i = (i + 1) & table->mask) {
    Slot *slot = &table->slots[i];
    if (!slot->key || (slot->hash == hash && slot->length == length && !memcmp(slot->key, key, (size_t)length * 2))) return slot;
  }
}

static int32_t number(Table *table, const UChar *key, int32_t length) {
  if (!table->slots || table->count * 2 > table->mask) {
    Table grown = {calloc(((size_t)table->mask + 1) * 2, sizeof(Slot)), (table->mask + 1) * 2 - 1, table->count};
    for (uint32_t i = 0; table->slots && i <= table->mask; i++)
      if (table->slots[i].key) *slot_of(&grown, table->slots[i].key, table->slots[i].length, table->slots[i].hash) = table->slots[i];
    free(table->slots);
    *table = grown;
  }
  uint32_t hash = hash_of(key, length);
  Slot *slot = slot_of(table, key, length, hash);
  if (!slot->key) {
    UChar *copy = malloc((size_t)length * 2 + 2);
    memcpy(copy, key, (size_t)length * 2);
    *slot = (Slot){copy, length, hash, (int32_t)table->count++};
  }
  return slot->value;
}

// ---- the lexicon: words have numbers, forms are paths of words, a step is (state, word)

static Table words = {NULL, 4095, 0};
static Table categories = {NULL, 255, 0}, groups = {NULL, 255, 0};
static char names[2][512][96];

typedef struct { uint64_t key; int32_t next; } Step;
static Step *steps;
static uint32_t step_mask;
static int32_t *category_at, states = 1;

static Step *step(int32_t state, int32_t word) {
  uint64_t key = (uint64_t)state << 32 | (uint32_t)(word + 1), hash = key * 0x9E3779B97F4A7C15u;
  uint32_t i = (uint32_t)(hash >> 40) & step_mask;
  while (steps[i].key && steps[i].key != key) i = (i + 1) & step_mask;
  return &steps[i];
}

static int32_t name(Table *table, int kind, const char *text) {
  UChar wide[96];
  int32_t length;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8(wide, 96, &length, text, -1, &error);
  int32_t value = number(table, wide, length);
  snprintf(names[kind][value], sizeof names[kind][value], "%s", text);
  return value;
}

static void read_lexicon(const char *path) {
  FILE *file = fopen(path, "r");
  char line[1024];
  if (!file) exit(2);
  size_t room = 1 << 17;
  steps = calloc(room, sizeof(Step));
  step_mask = (uint32_t)room - 1;
  category_at = malloc(room * sizeof(int32_t));
  category_at[0] = -1;
  while (fgets(line, sizeof line, file)) {
    char *save, *category = strtok_r(line, "\t", &save);
    strtok_r(NULL, "\t", &save);
    char *form = strtok_r(NULL, "\t\n", &save);
    int32_t state = 0;
    for (char *word = strtok_r(form, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
      UChar wide[256], folded[256];
      int32_t length;
      UErrorCode error = U_ZERO_ERROR;
      u_strFromUTF8(wide, 256, &length, word, -1, &error);
      length = u_strFoldCase(folded, 256, wide, length, U_FOLD_CASE_DEFAULT, &error);
      int32_t id = number(&words, folded, length);
      Step *to = step(state, id);
      if (!to->key) {
        *to = (Step){(uint64_t)state << 32 | (uint32_t)(id + 1), states};
        category_at[states++] = -1;
      }
      state = to->next;
    }
    if (category_at[state] < 0) category_at[state] = name(&categories, 0, category);
  }
  fclose(file);
}

static int64_t hits[512][512];

static void match(const int32_t *line, int32_t count, int32_t group) {
  for (int32_t i = 0; i < count;) {
    int32_t state = 0, best = -1, end = i;
    for (int32_t j = i; j < count && line[j] >= 0; j++) {
      Step *to = step(state, line[j]);
      if (!to->key) break;
      state = to->next;
      if (category_at[state] >= 0) best = category_at[state], end = j;
    }
    if (best >= 0) hits[group][best]++;
    i = end + 1;
  }
}

// ---- the main text

typedef struct { Buffer text; int skipped; } Reading;

static int is_one_of(const char *name, const char *const *list) {
  for (; *list; list++)
    if (!strcmp(name, *list)) return 1;
  return 0;
}

static int is_left_out(const char *name) {
  static const char *const list[] = {"head", "header", "nav", "aside", "footer", "script", "style", "meta", NULL};
  return strchr("hnafsm", name[0]) && is_one_of(name, list);
}

static int is_block(const char *name) {
  static const char *const list[] = {"p", "li", "td", "tr", "h1", "div", "br", "article", "ul", "table", "preface", NULL};
  return strchr("pltdhbau", name[0]) && is_one_of(name, list);
}

static void start(void *context, const xmlChar *element, const xmlChar **attributes) {
  (void)attributes;
  Reading *reading = context;
  if (is_left_out((const char *)element)) reading->skipped++;
  else if (is_block((const char *)element)) append(&reading->text, "\n", 1);
}

static void end(void *context, const xmlChar *element) {
  Reading *reading = context;
  if (is_left_out((const char *)element)) reading->skipped--;
  else if (is_block((const char *)element)) append(&reading->text, "\n", 1);
}

static void characters(void *context, const xmlChar *text, int count) {
  Reading *reading = context;
  if (!reading->skipped) append(&reading->text, (const char *)text, (size_t)count);
}

static void parse(const Buffer *file, int is_xml, Reading *reading) {
  static xmlSAXHandler handler;
  handler.startElement = start;
  handler.endElement = end;
  handler.characters = handler.cdataBlock = handler.ignorableWhitespace = characters;
  handler.getEntity = NULL;
  reading->text.count = 0;
  reading->skipped = 0;
  if (is_xml) {
    xmlSAXUserParseMemory(&handler, reading, file->bytes, (int)file->count);
    return;
  }
  htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(&handler, reading, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlParseChunk(parser, file->bytes, (int)file->count, 0);
  htmlParseChunk(parser, NULL, 0, 1);
  htmlFreeParserCtxt(parser);
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  read_lexicon(arguments[1]);
  FILE *list = fopen(arguments[2], "r");
  if (!list) return 2;
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_WORD, "ru", NULL, 0, &error);
  Reading reading = {0};
  Buffer file = {0};
  UChar *wide = NULL, folded[512];
  int32_t *line = NULL;
  size_t room = 0;
  char path[8192], row[4096];
  while (fgets(row, sizeof row, list)) {
    char *group = strchr(row, '\t');
    if (!group) continue;
    *group++ = 0;
    group[strcspn(group, "\n")] = 0;
    int32_t group_number = name(&groups, 1, group);
    if (snprintf(path, sizeof path, "%s/%s", arguments[3], row) >= (int)sizeof path) return 2;
    FILE *page = fopen(path, "rb");
    if (!page) return 2;
    file.count = 0;
    char part[65536];
    for (size_t n; (n = fread(part, 1, sizeof part, page)) > 0;) append(&file, part, n);
    fclose(page);
    parse(&file, strstr(row, ".xml") != NULL, &reading);
    if (reading.text.count + 1 > room) {
      room = 2 * reading.text.count + 1;
      wide = realloc(wide, room * sizeof(UChar));
      line = realloc(line, room * sizeof(int32_t));
    }
    int32_t length, words_in_line = 0;
    u_strFromUTF8(wide, (int32_t)room, &length, reading.text.bytes, (int32_t)reading.text.count, &error);
    ubrk_setText(breaks, wide, length, &error);
    int32_t from = 0;
    for (int32_t to; (to = ubrk_next(breaks)) != UBRK_DONE; from = to) {
      if (wide[from] == '\n') {
        match(line, words_in_line, group_number);
        words_in_line = 0;
      } else if (ubrk_getRuleStatus(breaks) >= UBRK_WORD_NUMBER && to - from < 256) {
        int32_t n = 0;
        for (int32_t i = from; i < to; i++) folded[n++] = (UChar)u_foldCase(wide[i], U_FOLD_CASE_DEFAULT);
        Slot *slot = slot_of(&words, folded, n, hash_of(folded, n));
        line[words_in_line++] = slot->key ? slot->value : -1;
      }
    }
    match(line, words_in_line, group_number);
  }
  for (int g = 0; g < 512; g++)
    for (int c = 0; c < 512; c++)
      if (hits[g][c]) printf("%s\t%s\t%lld\n", names[1][g], names[0][c], (long long)hits[g][c]);
  return 0;
}
