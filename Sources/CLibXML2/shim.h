// Debian builds libxml2 with ICU: <libxml/encoding.h> would pull in <unicode/ucnv.h>, whose types clash
// with those of Foundation's private ICU. Undefining the macro drops that include and changes only the
// tail of xmlCharEncodingHandler, which Swift never touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
