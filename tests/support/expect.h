// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// The status of an answer; the answer's own words are shown when it is another one. The request is made once.
#define EXPECT_STATUS(answer, expected)                                                                                \
    do {                                                                                                               \
        const auto &statusAnswer = (answer);                                                                           \
        QVERIFY2(statusAnswer.status == (expected), statusAnswer.text().constData());                                  \
    } while (false)

/// A problem with this status and code.
#define EXPECT_PROBLEM(answer, expectedStatus, expectedCode)                                                           \
    do {                                                                                                               \
        const auto &problemAnswer = (answer);                                                                          \
        EXPECT_STATUS(problemAnswer, expectedStatus);                                                                  \
        QCOMPARE(problemAnswer.code(), QStringLiteral(expectedCode));                                                  \
    } while (false)

/// A 422 with exactly this error, `pointer code`.
#define EXPECT_INVALID(answer, expectedError)                                                                          \
    do {                                                                                                               \
        const auto &invalidAnswer = (answer);                                                                          \
        EXPECT_PROBLEM(invalidAnswer, 422, "invalid");                                                                 \
        QCOMPARE(invalidAnswer.errors(), QStringList(QStringLiteral(expectedError)));                                  \
    } while (false)
