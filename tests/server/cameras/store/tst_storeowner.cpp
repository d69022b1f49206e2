// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/core/cluster/databasename.h"
#include "server/core/db/migrations.h"
#include "tests/server/cameras/store/storesite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace StoreSite;
using namespace std::chrono_literals;

namespace {
const QString unknown = u"a-token-of-another-database"_s;

/// What is in the mark of a store.
struct Mark
{
    QString token;
    QString database;
    QDateTime writtenAt = Times::now();

    static Mark of(const Site &site)
    {
        const QStringList lines = QString::fromUtf8(site.object(StoreOwner::key)).split(u'\n');
        return {lines.value(0), lines.value(1), Times::parse(lines.value(2)).value_or(QDateTime())};
    }
    void writeTo(const Site &site) const
    {
        writeFile(site.objects.filePath(StoreOwner::key),
                  u"%1\n%2\n%3\n"_s.arg(token, database, QString::fromLatin1(Times::toText(writtenAt))).toUtf8());
    }
};

/// A database that was a copy of that of a site when it was made, and a server of it with the store of the site.
struct Copy
{
    Copy(const QString &engine, Site &site)
        : fixture(engine)
    {
        migrate(fixture.database);
        server = std::make_unique<Server>(fixture.address(), site.objects.path());
        know(Mark::of(site).token);
    }
    void know(const QString &token)
    {
        fixture.database.exec("INSERT INTO store_token (token, made_at) VALUES (?, ?)", token, Times::now());
    }
    /// Returns whether a server that starts now may write to the store.
    bool mayWrite()
    {
        try {
            StoreOwner(server->database, server->stored).require();
            return true;
        } catch (const StoreError &) {
            return false;
        }
    }

    DatabaseFixture fixture;
    std::unique_ptr<Server> server;
};
}

/// A media store has one running database. Other ones, above all copies of it, only read.
class TestStoreOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyLeavesTheStoreAsItIs_data() { DatabaseFixture::addEngines(); }
    void aCopyLeavesTheStoreAsItIs();
    void anotherDatabaseWaits_data();
    void anotherDatabaseWaits();
    void aWaitIsNotTimeWithoutTheStore();
    void aRefusedMarkIsNotAMissingOne();
    void theTokenIsReplaced();
    void serversOfOneDatabaseShareTheStore_data() { DatabaseFixture::addEngines(); }
    void serversOfOneDatabaseShareTheStore();
};

void TestStoreOwner::aCopyLeavesTheStoreAsItIs()
{
    QFETCH(const QString, engine);
    Site site(engine);
    const DeviceData photo = site.addPhoto();
    const StoreMove::File file = Site::fileOf(*site.first, photo);
    site.first->move.move({file}, [&] { return Site::name(*site.first, photo); });
    Copy copy(engine, site);
    Database &database = copy.fixture.database;
    database.exec("INSERT INTO store_deletion (storage_id, key, due_at, attempts) VALUES (?, ?, 0, 0)", storeId,
                  file.key);
    QVERIFY_THROWS_EXCEPTION(StoreError, copy.server->deleteUnnamed());
    QCOMPARE(site.objectKeys(), QStringList(file.key));
    // The note is kept as it is, for the time when the store belongs to the copy.
    QCOMPARE(database.value("SELECT attempts FROM store_deletion WHERE due_at = 0").toInt(), 0);
    const QString stays = copy.server->folder.filePath(u"photo"_s);
    writeFile(stays, "new");
    const auto name = [] { return true; };
    QVERIFY_THROWS_EXCEPTION(StoreError, copy.server->move.move({{u"archive/new"_s, stays}}, name));
    QCOMPARE(site.objectKeys(), QStringList(file.key));
    QCOMPARE(database.value("SELECT count(*) FROM store_deletion").toInt(), 1);

    QVERIFY(QFile::remove(site.objects.filePath(StoreOwner::key))); // an operator gives the store to the copy
    copy.server->deleteUnnamed();
    QCOMPARE(site.objectKeys(), QStringList());
    StoreOwner original(site.first->database, site.first->stored);
    QVERIFY_THROWS_EXCEPTION(StoreError, original.require());
}

void TestStoreOwner::anotherDatabaseWaits_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("isNamed");
    QTest::addColumn<qint64>("waited");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *name, bool isKnown, bool isNamed, std::chrono::milliseconds waited, bool isTaken) {
        QTest::newRow(name) << isKnown << isNamed << qint64(waited.count()) << isTaken;
    };
    row("a copy of a running database", true, false, 9min, false);
    row("a copy that replaces the original", true, false, 11min, true);
    row("an older copy", false, false, 23h, false);
    row("an older copy that replaces the original", false, false, 25h, true);
    row("the copy of a machine", false, true, 23h, false);
    row("the database itself", true, true, 0min, true);
}

/// The time in the mark is that of another machine, and the store may have been away: neither counts.
void TestStoreOwner::anotherDatabaseWaits()
{
    QFETCH(const bool, isKnown);
    QFETCH(const bool, isNamed);
    QFETCH(const qint64, waited);
    QFETCH(const bool, isTaken);
    Site site(u"sqlite"_s);
    Copy copy(u"sqlite"_s, site);
    const QString own = databaseName(copy.fixture.database);
    if (isKnown)
        copy.know(unknown);
    for (const int days : {0, -2, 2}) {
        Mark{unknown, isNamed ? own : databaseName(site.fixture.database), Times::now().addDays(days)}.writeTo(site);
        QCOMPARE(copy.mayWrite(), isKnown && isNamed);
        QCOMPARE(Mark::of(site).token, unknown);
    }
    Database &database = copy.fixture.database;
    database.exec("UPDATE store_wait SET since = since - ?", waited);
    QCOMPARE(copy.mayWrite(), isTaken);
    QCOMPARE(Mark::of(site).token != unknown, isTaken && !(isKnown && isNamed));
    QCOMPARE(Mark::of(site).database == own, isTaken || isNamed);
}

void TestStoreOwner::aWaitIsNotTimeWithoutTheStore()
{
    Site site(u"sqlite"_s);
    Copy copy(u"sqlite"_s, site);
    copy.know(unknown);
    const Mark mark{unknown, databaseName(site.fixture.database)};
    mark.writeTo(site);
    QVERIFY(!copy.mayWrite());
    copy.fixture.database.exec("UPDATE store_wait SET since = 1, seen_at = seen_at - 360000");
    QVERIFY(!copy.mayWrite()); // nobody could look for six minutes
    copy.fixture.database.exec("UPDATE store_wait SET since = 1");
    Mark{u"the-next-token"_s, mark.database}.writeTo(site);
    QVERIFY(!copy.mayWrite());
}

/// Amazon refuses to read what is missing, if the keys may not list objects.
void TestStoreOwner::aRefusedMarkIsNotAMissingOne()
{
    Site site(u"sqlite"_s);
    Copy copy(u"sqlite"_s, site);
    const Mark mark{unknown, databaseName(site.fixture.database)};
    mark.writeTo(site);
    for (const int refusals : {1, 2, 1000}) {
        copy.server->store->refusals = refusals;
        QVERIFY(!copy.mayWrite());
        QCOMPARE(Mark::of(site).token, unknown);
    }
}

void TestStoreOwner::theTokenIsReplaced()
{
    Site site(u"sqlite"_s);
    Copy copy(u"sqlite"_s, site);
    QVERIFY(copy.mayWrite()); // a new store
    Mark mark = Mark::of(site);
    QVERIFY(copy.mayWrite());
    QCOMPARE(Mark::of(site).token, mark.token);
    const QString before = mark.token;
    for (const qint64 ago : {61'000, -61'000}) { // its own clock was fast
        mark.token = Mark::of(site).token;
        copy.fixture.database.exec("UPDATE store_token SET made_at = ?", Times::now().addMSecs(-ago));
        QVERIFY(copy.mayWrite());
        QVERIFY(Mark::of(site).token != mark.token);
    }
    // Tokens of days ago are forgotten.
    copy.fixture.database.exec("UPDATE store_token SET made_at = 1 WHERE token = ?", before);
    for (const QByteArray &text : {QByteArrayLiteral(""), QByteArrayLiteral("something else\n")}) {
        writeFile(site.objects.filePath(StoreOwner::key), text);
        QVERIFY(copy.mayWrite());
        QVERIFY(Mark::of(site).writtenAt.isValid());
    }
    QCOMPARE(copy.fixture.database.value("SELECT count(*) FROM store_token WHERE token = ?", before).toInt(), 0);
}

void TestStoreOwner::serversOfOneDatabaseShareTheStore()
{
    QFETCH(const QString, engine);
    Site site(engine);
    for (Server *server : {site.first.get(), site.second.get(), site.first.get()}) {
        StoreOwner(server->database, server->stored).require();
        server->database.exec("UPDATE store_token SET made_at = made_at - 61000");
    }
    QCOMPARE(site.rows("store_token"), 3);
}

QTEST_GUILESS_MAIN(TestStoreOwner)
#include "tst_storeowner.moc"
