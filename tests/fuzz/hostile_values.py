"""Values that get through where somebody was not careful, and values that are well formed and mean trouble all the same."""

from __future__ import annotations

from typing import Any

NASTY = (
    "", " ", "0", "-1", "1e18", "-1e300", "1e999", "NaN", "inf", "9" * 18, "9" * 400, "9007199254740993", "0x10", "1_000", "true", "TRUE",
    "writing", "=1+1", "@SUM(1)", "<script>alert(1)</script>", "'; DROP TABLE claims; --", "$(id)", "`id`", "{actor}", "{0.__class__}",
    "[{stated}]", "%s%n", "\\", "a\nb", "a\r\nb", 'a"b', "a\u202eb", "\u200b", "e\u0301", "é", "Ａda", "Аda", "\ufeff", "\x1b[31m", "\x00",
    "\x85", "\u2028", "x" * 5000, "日本", "🦊" * 50, "javascript:alert(1)", "::error::x", "##[error]x", "-->", "]]>", "/etc/passwd",
    "../../outside.txt", "http://[::1", "https://user:pass@example.org", "2024", "2024-05", "2024-13", "2024-02-30", "2024?", "2024~",
    "2024%", "202X", "XXXX-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "-0001", "Y99999", "2024-21", "2024-33", "../2024", "2024/..",
    "2025/2024", "2024/", "/2024", "[2024,2025]", "{2024..2026}", "..2024", "P0D", "P9999Y", "P1Y1M1D", "-P1Y", "PT1H", "P", "art/writing",
    "art/meeting", "ada", "land", "land/minister", "1.5", "1,5", "½", "٣", "a" * 300_000,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 10**400, 1e308, "", "x", "../x", "data/said/claims.csv", [], {}, [[]], [{}], {"a": 1}, "integer",
    "string", "(a+)+$", "(?=a)", "\\d", "[", "claims", "https://example.org/x", "\u202e", "x" * 10_000,
)  # fmt: skip
TIMES = frozenset({"edtf", "start", "end", "used_from", "used_to", "superseded", "published", "written", "as_of", "day", "existed_from"})
SOUND_DATES = (
    "2024", "2023-05", "2023-05-31", "XXXX-02-29", "XXXX-12", "2024?", "2024-05~", "202X", "../2024", "2024/..", "2023-01/2023-12", "0001",
    "9999-12-31", "0001-01-01", "2024-22", "2000-02-29", "1900-02-28", "",
)  # fmt: skip
SOUND_DURATIONS = ("P1Y", "P1M", "P1D", "P30D", "P1W", "P9998Y", "P0D", "P18M", "P2Y6M", "")
