// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// The status of an answer; the answer's own words are shown when it is another one.
#define EXPECT_STATUS(answer, expected) QVERIFY2((answer).status == (expected), (answer).text().constData())

/// A problem with this status and code.
#define EXPECT_PROBLEM(answer, expectedStatus, expectedCode)                                                           \
    do {                                                                                                               \
        EXPECT_STATUS(answer, expectedStatus);                                                                         \
        QCOMPARE((answer).code(), QStringLiteral(expectedCode));                                                       \
    } while (false)

/// A 422 with exactly this error, `pointer code`.
#define EXPECT_INVALID(answer, expectedError)                                                                          \
    do {                                                                                                               \
        EXPECT_PROBLEM(answer, 422, "invalid");                                                                        \
        QCOMPARE((answer).errors(), QStringList(QStringLiteral(expectedError)));                                       \
    } while (false)
