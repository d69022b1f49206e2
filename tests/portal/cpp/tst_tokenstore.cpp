// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tokenstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

class TokenStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsOverARestart_data();
    void keepsOverARestart();
    void restrictsTheFileToItsOwner();
    void clearsTheSecret();
    void doesNotCallBackAfterDestruction();

private:
    static QByteArray load(TokenStore &store);
};

void TokenStoreTest::initTestCase()
{
    // Without a session bus no keychain is found, and that of the developer is not touched.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

QByteArray TokenStoreTest::load(TokenStore &store)
{
    std::optional<QByteArray> got;
    store.load([&got](const QByteArray &secret) { got = secret; });
    if (got || !QTest::qWaitFor([&got] { return got.has_value(); }, 30'000))
        QTest::qFail("Answered at once, or never", __FILE__, __LINE__);
    return got.value_or(QByteArray());
}

void TokenStoreTest::keepsOverARestart_data()
{
    QTest::addColumn<TokenStore::Place>("place");
    QTest::newRow("no keychain wanted") << TokenStore::Place::File;
    QTest::newRow("no keychain there") << TokenStore::Place::Keychain;
}

void TokenStoreTest::keepsOverARestart()
{
    QFETCH(TokenStore::Place, place);
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"deep/session"_s);
    TokenStore first(u"test"_s, file, place);
    QCOMPARE(load(first), "");
    first.save("secret");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 30'000);

    TokenStore second(u"test"_s, file, place);
    QCOMPARE(load(second), "secret");
    second.save("another");
    QCOMPARE(load(second), "another");
}

void TokenStoreTest::restrictsTheFileToItsOwner()
{
    const QTemporaryDir dir;
    const QString name = dir.filePath(u"session"_s);
    QFile loose(name);
    QVERIFY(loose.open(QIODevice::WriteOnly));
    QVERIFY(loose.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    loose.close();

    TokenStore(u"test"_s, name, TokenStore::Place::File).save("secret");
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(name) & others, QFile::Permissions());
    QVERIFY(QFile::permissions(name) & QFile::ReadOwner);
}

void TokenStoreTest::clearsTheSecret()
{
    const QTemporaryDir dir;
    TokenStore store(u"test"_s, dir.filePath(u"session"_s), TokenStore::Place::File);
    store.save("secret");
    store.clear();
    QVERIFY(!QFile::exists(dir.filePath(u"session"_s)));
    QCOMPARE(load(store), "");
}

void TokenStoreTest::doesNotCallBackAfterDestruction()
{
    const QTemporaryDir dir;
    bool called = false;
    {
        TokenStore store(u"test"_s, dir.filePath(u"session"_s), TokenStore::Place::File);
        store.load([&called](const QByteArray &) { called = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TokenStoreTest)
#include "tst_tokenstore.moc"
