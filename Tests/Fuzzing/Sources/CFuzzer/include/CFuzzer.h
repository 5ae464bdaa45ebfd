#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with its own options until it ends; it gives `test` one input after another.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
