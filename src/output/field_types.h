// SPDX-License-Identifier: GPL-3.0-or-later
/* Types of fields that analysis_fields.h and archive_fields.h share; like them without a guard. */
// clang-format off
TYPE(string, "string", "", "type": "string")
TYPE(text, "string", "", "type": "string", "minLength": 1)
TYPE(time, "string", "",
     "type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")
TYPE(period_id, "string", "A day, an ISO week (a week from Sunday on: its first day) or a month.",
     "type": "string", "pattern": "^[0-9]{4}-([0-9]{2}-[0-9]{2}|W[0-9]{2}|[0-9]{2})$")
TYPE(count, "number", "", "type": "integer", "minimum": 0)
TYPE(number, "number", "", "type": "integer", "minimum": 1)
TYPE(share, "number", "", "type": "number", "minimum": 0, "maximum": 1)
TYPE(real, "number", "", "type": "number")
TYPE(boolean, "boolean", "", "type": "boolean")
ONE_OF(version, 1)
ONE_OF(mute_kind, "term", "column", "source")
