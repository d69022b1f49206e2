// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"

/// An app of a developer, with a client that has the app's own credential.
struct TestApp
{
    TestApp(const TestServer &server, const TestAccount &developer);

    QString id;
    QString key;
    QString path; ///< of the app
    QString log; ///< the path of its request log
    HttpClient client;
};
