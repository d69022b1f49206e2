// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/nodescript.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QString chromium = u"/usr/bin/chromium"_s;
const QString host = u"waymark.localhost"_s; // a browser trusts it without HTTPS
}

/// Security keys in a real browser. Screenshots are left in build/screenshots/oauth.
class TestKeyBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usersSignInWithKeys();

private:
    QJsonObject person(const QString &name);

    std::unique_ptr<TestServer> m_server;
};

void TestKeyBrowser::initTestCase()
{
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    m_server = std::make_unique<TestServer>(QStringList{u"--public-url"_s, u"http://"_s + host});
}

QJsonObject TestKeyBrowser::person(const QString &name)
{
    return {{u"email"_s, m_server->account(name).email()}, {u"password"_s, TestAccount::password()}};
}

void TestKeyBrowser::usersSignInWithKeys()
{
    QJsonObject people;
    for (const QString &look : {u"dark"_s, u"de"_s, u"zh"_s, u"ar-dark"_s, u"phone"_s})
        people.insert(look, person(u"user-"_s + look));
    const QString root = u"http://"_s + host;
    const QJsonObject result = NodeScript::run(u"securitykeys"_s,
                                               {{u"chromium"_s, chromium},
                                                {u"screenshots"_s, QStringLiteral(WAYMARK_SCREENSHOTS)},
                                                {u"host"_s, host},
                                                {u"port"_s, m_server->base().port()},
                                                {u"target"_s, root + Authorizing(*m_server).target()},
                                                {u"keysPage"_s, root + u"/oauth/security-keys"_s},
                                                {u"person"_s, person(u"ada"_s)},
                                                {u"other"_s, person(u"bea"_s)},
                                                {u"people"_s, people}});
    QCOMPARE(result[u"done"_s].toArray().size(), 5);
}

QTEST_GUILESS_MAIN(TestKeyBrowser)
#include "tst_keybrowser.moc"
