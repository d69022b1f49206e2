// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// Checks the status of a response, and shows the response if the status differs. The request is sent once.
#define EXPECT_STATUS(answer, expected)                                                                                \
    do {                                                                                                               \
        const auto &statusAnswer = (answer);                                                                           \
        QVERIFY2(statusAnswer.status == (expected), statusAnswer.text().constData());                                  \
    } while (false)

/// Checks that a response is a problem with this status and code.
#define EXPECT_PROBLEM(answer, expectedStatus, expectedCode)                                                           \
    do {                                                                                                               \
        const auto &problemAnswer = (answer);                                                                          \
        EXPECT_STATUS(problemAnswer, expectedStatus);                                                                  \
        QCOMPARE(problemAnswer.code(), QStringLiteral(expectedCode));                                                  \
    } while (false)

/// Checks that a response is a 422 with exactly this error, `pointer code`.
#define EXPECT_INVALID(answer, expectedError)                                                                          \
    do {                                                                                                               \
        const auto &invalidAnswer = (answer);                                                                          \
        EXPECT_PROBLEM(invalidAnswer, 422, "invalid");                                                                 \
        QCOMPARE(invalidAnswer.errors(), QStringList(QStringLiteral(expectedError)));                                  \
    } while (false)
