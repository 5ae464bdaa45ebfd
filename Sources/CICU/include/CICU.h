// ICU behind opaque functions: no ICU header is visible to Swift, so that Foundation's own copy of ICU
// does not clash with it and ICU's versioned symbol names (ubrk_open_72) stay inside the C file.
#ifndef CICU_H
#define CICU_H
#include <stdint.h>

/// Version of ICU that the library was built with, such as "72.1".
const char *cicu_version(void);

#endif
