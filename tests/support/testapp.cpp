// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testapp.h"

#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

TestApp::TestApp(const TestServer &server, const TestAccount &developer)
    : client(server.anybody())
{
    const QJsonObject made = developer.createApp(u"Viewer"_s);
    id = made[u"app_id"_s].toString();
    key = made[u"app_key"_s].toString();
    path = u"/apps/"_s + id;
    log = path + u"/requests"_s;
    client.setBasic(id, key);
}
