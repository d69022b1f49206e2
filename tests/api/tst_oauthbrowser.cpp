// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/nodescript.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QString chromium = u"/usr/bin/chromium"_s;
}

/// The sign-in pages in a real browser. Screenshots are left in build/screenshots/oauth.
class TestOAuthBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usersCompleteThePages();

private:
    QJsonObject person(const QString &name);
    QJsonObject targets() const;

    std::unique_ptr<TestServer> m_server;
};

void TestOAuthBrowser::initTestCase()
{
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    m_server = std::make_unique<TestServer>();
}

QJsonObject TestOAuthBrowser::person(const QString &name)
{
    return {{u"email"_s, m_server->account(name).email()}, {u"password"_s, TestAccount::password()}};
}

QJsonObject TestOAuthBrowser::targets() const
{
    const Authorizing app(*m_server);
    const Authorizing held(*m_server, u"Slow Starter"_s,
                           {{u"redirect_uris"_s, QJsonArray{u"https://held.example/"_s}}});
    const Authorizing longName(*m_server,
                               u"The Extraordinarily Thorough Garden, Garage, Cellar and Driveway "
                               "Watching Companion Professional"_s);
    const Authorizing rtl(*m_server, u"حارس الحديقة example.org"_s);
    const Authorizing html(*m_server, u"<b>Bold</b> & \"Partners\"<script>alert(1)</script>"_s);
    const auto url = [](const Authorizing &of, const FormBrowser::Fields &fields = {}) {
        return of.issuer() + of.target(fields);
    };
    return {
        {u"plain"_s, url(app)},
        {u"other"_s, url(app, {{u"scope"_s, u"account"_s}})},
        {u"native"_s, url(app, {{u"redirect_uri"_s, u"com.example.garden:/cb"_s}, {u"scope"_s, u"marks"_s}})},
        {u"many"_s,
         url(app,
             {{u"scope"_s,
               u"openid profile email offline_access account devices devices.share streams data marks "
               "modes:read retention notifications vision"_s}})},
        {u"held"_s, url(held, {{u"redirect_uri"_s, u"https://held.example/"_s}})},
        {u"long"_s, url(longName)},
        {u"rtl"_s, url(rtl)},
        {u"html"_s, url(html)},
        {u"error"_s, url(app, {{u"redirect_uri"_s, u"https://elsewhere.example/cb"_s}})},
    };
}

void TestOAuthBrowser::usersCompleteThePages()
{
    const QJsonObject people{
        {u"ada"_s, person(u"ada"_s)}, {u"bea"_s, person(u"bea"_s)}, {u"cleo"_s, person(u"cleo"_s)}};
    const QJsonObject result = NodeScript::run(u"oauthpages"_s,
                                               {{u"chromium"_s, chromium},
                                                {u"screenshots"_s, QStringLiteral(WAYMARK_SCREENSHOTS)},
                                                {u"people"_s, people},
                                                {u"targets"_s, targets()}});
    QCOMPARE(result[u"done"_s].toArray().size(), 8);
}

QTEST_GUILESS_MAIN(TestOAuthBrowser)
#include "tst_oauthbrowser.moc"
