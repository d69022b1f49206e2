// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/providers.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reading the operator's file of identity providers, and the errors for invalid files.
class TestProviderFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInValuesAreFilledIn();
    void addressesCanBeOverridden();
    void theExampleInTheManualIsValid();
    void invalidFilesAreRefused_data();
    void invalidFilesAreRefused();
    void aFileThatEveryUserCanReadIsRefused();
};

void TestProviderFile::builtInValuesAreFilledIn()
{
    const auto providers = ProviderFile::parse(R"([
        {"id": "google", "title": "Google", "kind": "openid", "issuer": "https://accounts.google.com",
         "client_id": "c1", "client_secret": "s1"},
        {"id": "facebook", "title": "Facebook", "kind": "facebook", "client_id": "c2", "client_secret": "s2"},
        {"id": "wechat", "title": "WeChat", "kind": "wechat", "client_id": "c3", "client_secret": "s3"}])");
    QCOMPARE(providers.size(), 3);
    QCOMPARE(providers[0].kind, IdentityProvider::Kind::Openid);
    QCOMPARE(providers[0].scopes, QStringList({u"openid"_s, u"email"_s, u"profile"_s}));
    QVERIFY(providers[0].linkByEmail);
    QCOMPARE(providers[1].tokenUrl.host(), u"graph.facebook.com"_s);
    QCOMPARE(providers[1].debugTokenUrl.host(), u"graph.facebook.com"_s);
    QCOMPARE(providers[2].userInfoUrl.host(), u"api.weixin.qq.com"_s);
    QCOMPARE(providers[2].scopes, QStringList(u"snsapi_login"_s));
}

void TestProviderFile::addressesCanBeOverridden()
{
    const auto providers = ProviderFile::parse(R"([
        {"id": "wechat", "title": "WeChat", "kind": "wechat", "client_id": "c", "client_secret": "s",
         "token_url": "http://127.0.0.1:8000/token", "scopes": ["snsapi_userinfo"]},
        {"id": "house", "title": "House", "kind": "openid", "issuer": "http://localhost:9", "client_id": "c",
         "scopes": ["groups"], "authorized_parties": ["phone"], "link_by_email": false}])");
    QCOMPARE(providers[0].tokenUrl, QUrl(u"http://127.0.0.1:8000/token"_s));
    QCOMPARE(providers[0].scopes, QStringList(u"snsapi_userinfo"_s));
    QCOMPARE(providers[1].scopes, QStringList({u"openid"_s, u"groups"_s}));
    QCOMPARE(providers[1].authorizedParties, QStringList(u"phone"_s));
    QVERIFY(!providers[1].linkByEmail);
}

void TestProviderFile::theExampleInTheManualIsValid()
{
    QFile manual(QStringLiteral(WAYMARK_SOURCE_DIR "/docs/operation.md"));
    QVERIFY(manual.open(QFile::ReadOnly));
    const QByteArray text = manual.readAll();
    const qsizetype begin = text.indexOf("```json\n[");
    const qsizetype end = text.indexOf("```", begin + 3);
    QVERIFY(begin > 0 && end > begin);
    const auto providers = ProviderFile::parse(text.mid(begin + 8, end - begin - 8));
    QCOMPARE(providers.size(), 5);
    QVERIFY(providers[1].trustEmail);
}

void TestProviderFile::invalidFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("place");
    const QByteArray good =
        R"({"id": "a", "title": "A", "kind": "openid", "issuer": "https://a.org", "client_id": "c"})";
    const auto changed = [&good](const QByteArray &from, const QByteArray &to) {
        return '[' + QByteArray(good).replace(from, to) + ']';
    };
    QTest::newRow("no JSON") << QByteArray("[{") << QByteArray("not valid JSON");
    QTest::newRow("an object") << good << QByteArray("a list of providers");
    QTest::newRow("a text in the list") << QByteArray("[\"google\"]") << QByteArray("/0: ");
    QTest::newRow("no id") << changed("\"id\": \"a\", ", "") << QByteArray("/0/id: ");
    QTest::newRow("an id that fits no address") << changed("\"a\"", "\"A b\"") << QByteArray("/0/id: ");
    QTest::newRow("the second has the same id") << '[' + good + ',' + good + ']' << QByteArray("/1/id: ");
    QTest::newRow("no title") << changed("\"title\": \"A\", ", "") << QByteArray("/0/title: ");
    QTest::newRow("an unknown kind") << changed("\"openid\"", "\"saml\"") << QByteArray("/0/kind: ");
    QTest::newRow("no client") << changed(", \"client_id\": \"c\"", "") << QByteArray("/0/client_id: ");
    QTest::newRow("an unknown member") << changed("\"title\"", "\"tittle\"") << QByteArray("/0/");
    QTest::newRow("no issuer") << changed("\"issuer\": \"https://a.org\", ", "") << QByteArray("/0/issuer: ");
    QTest::newRow("an issuer in the clear") << changed("https://a.org", "http://a.org") << QByteArray("/0/issuer: ");
    QTest::newRow("an issuer that is none") << changed("https://a.org", "a.org") << QByteArray("/0/issuer: ");
    QTest::newRow("Facebook without a secret")
        << changed("\"openid\"", "\"facebook\"") << QByteArray("/0/client_secret: ");
    QTest::newRow("an address in the clear")
        << changed("\"openid\"", "\"wechat\", \"client_secret\": \"hush\", \"token_url\": \"http://a.org\"")
        << QByteArray("/0/token_url: ");
}

void TestProviderFile::invalidFilesAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, place);
    QByteArray error;
    try {
        ProviderFile::parse(json);
    } catch (const std::exception &caught) {
        error = caught.what();
    }
    QVERIFY2(error.contains(place), error.constData());
    QVERIFY(!error.contains("hush"));
}

void TestProviderFile::aFileThatEveryUserCanReadIsRefused()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"providers.json"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("[]") == 2);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY_EXCEPTION_THROWN(ProviderFile::read(file.fileName()), std::runtime_error);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadGroup));
    QCOMPARE(ProviderFile::read(file.fileName()).size(), 0);
    QVERIFY_EXCEPTION_THROWN(ProviderFile::read(folder.filePath(u"none.json"_s)), std::runtime_error);
}

QTEST_GUILESS_MAIN(TestProviderFile)
#include "tst_providerfile.moc"
