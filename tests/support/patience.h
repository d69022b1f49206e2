// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// How long a test waits for what must happen, in milliseconds. Every test reads this header before anything else (the
/// precompiled headers of tests/CMakeLists.txt name it).
///
/// QTRY_VERIFY and QTRY_COMPARE give up after 5 seconds. Tests run beside each other, and beside whatever else the
/// machine does, so that 5 seconds say more about the machine than about Waymark. A test that passes never waits this
/// long; a test that must be done sooner names its own limit with QTRY_VERIFY_WITH_TIMEOUT. A check that fails waits
/// for three times its limit, because QTest measures what would have sufficed: that must fit into the time of a test.
inline constexpr int generalPatience = 30'000;

#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, generalPatience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, messageExpression) QTRY_VERIFY2_WITH_TIMEOUT(expr, messageExpression, generalPatience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, generalPatience)
