// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/mediastore.h"
#include "server/cameras/store/storesearch.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <barrier>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
const QString markName = u".waymark-store"_s;
const QString first = u"store:first"_s;
const QString second = u"store:second"_s;

QString opened(const QString &address, const QString &id)
{
    return MediaStore::at(address)->open(id, [] { return QStringList(); });
}

void writeMark(const QTemporaryDir &folder, const QByteArray &content)
{
    QFile mark(folder.filePath(markName));
    QVERIFY(mark.open(QFile::WriteOnly) && mark.write(content) == content.size());
}

QByteArray markOf(const QString &folder)
{
    QFile mark(folder + u'/' + markName);
    return mark.open(QFile::ReadOnly) ? mark.readAll() : QByteArray();
}
}

/// The IDs by which rows name media stores.
class TestStoreIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folderKeepsItsId();
    void markWithoutAnIdGetsOne_data();
    void markWithoutAnIdGetsOne();
    void serversAgree();
    void anotherFolderIsNotTouched();
    void folderWithoutAMarkIsFound_data();
    void folderWithoutAMarkIsFound();
    void newMarkNeedsAStart();
    void s3AddressesMeanOneStore_data();
    void s3AddressesMeanOneStore();
    void relativePathsBecomeAbsolute();
};

/// A server is started with other paths to the folder of its store.
void TestStoreIds::folderKeepsItsId()
{
    const QTemporaryDir home;
    const QString folder = home.filePath(u"store"_s);
    const QString link = home.filePath(u"link"_s);
    QVERIFY(QDir().mkdir(folder) && QFile::link(folder, link));
    QCOMPARE(opened(folder, first), first);
    for (const QString &path : {folder, folder + u'/', home.filePath(u"./store/../store"_s), link})
        QCOMPARE(opened(path, second), first);
    const QString moved = home.filePath(u"moved"_s);
    QVERIFY(QDir().rename(folder, moved));
    QCOMPARE(opened(moved, second), first);
}

void TestStoreIds::markWithoutAnIdGetsOne_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("of an earlier version") << QByteArray();
    QTest::newRow("made by an operator") << QByteArray("the store of the cameras");
    QTest::newRow("not written to its end") << QByteArray("store:");
}

void TestStoreIds::markWithoutAnIdGetsOne()
{
    QFETCH(const QByteArray, mark);
    const QTemporaryDir folder;
    writeMark(folder, mark);
    // The path that the server has now is that which the rows were named by.
    QCOMPARE(opened(folder.path(), first), first);
    QVERIFY(markOf(folder.path()).startsWith(mark));
    QCOMPARE(opened(folder.path(), second), first);
}

/// Servers with different paths to one new folder start at the same moment.
void TestStoreIds::serversAgree()
{
    constexpr int servers = 4;
    for (int round = 0; round < 20; ++round) {
        const QTemporaryDir folder;
        if (round % 2)
            writeMark(folder, {});
        std::vector<QString> ids(servers);
        std::barrier start(servers);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < servers; ++i)
                threads.emplace_back([&, i] {
                    start.arrive_and_wait();
                    ids[i] = opened(folder.path(), u"store:%1"_s.arg(i));
                });
        }
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 1);
        QCOMPARE(markOf(folder.path()).count("store:"), 1);
    }
}

/// The share was away at the start, and then another one is mounted.
void TestStoreIds::anotherFolderIsNotTouched()
{
    const QTemporaryDir folder;
    const QString key = u"archive/a"_s;
    const auto store = MediaStore::at(folder.path());
    QCOMPARE(store->open(first, [&] { return QStringList(key); }), first);
    writeMark(folder, "store:second\n");
    QVERIFY(QDir(folder.path()).mkdir(u"archive"_s));
    QFile object(folder.filePath(key));
    QVERIFY(object.open(QFile::WriteOnly));
    QVERIFY_EXCEPTION_THROWN(store->remove(key), StoreError);
    QVERIFY(object.exists());
    writeMark(folder, "store:first\n"); // the right one
    store->remove(key);
    QVERIFY(!object.exists());
}

void TestStoreIds::folderWithoutAMarkIsFound_data()
{
    QTest::addColumn<QStringList>("named"); // stores that rows name, each with an object that is called like it
    QTest::addColumn<QStringList>("here"); // objects in the folder
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QString>("id");
    const QByteArray none;
    const QString other = u"store:other"_s;
    QTest::newRow("new store") << QStringList() << QStringList() << none << first;
    QTest::newRow("folder at another path") << QStringList{other, second} << QStringList{second} << none << second;
    QTest::newRow("several stores in it") << QStringList{first, second} << QStringList{second, first} << none << first;
    QTest::newRow("mark of an earlier version")
        << QStringList{second} << QStringList{second} << QByteArray("\n") << second;
    QTest::newRow("share away") << QStringList{second, first} << QStringList() << none << first;
    QTest::newRow("share away from its new path") << QStringList{second, other} << QStringList() << none << second;
    QTest::newRow("new store on purpose") << QStringList{second} << QStringList() << QByteArray("\n") << first;
    QTest::newRow("another ID in the mark")
        << QStringList{second} << QStringList{second} << QByteArray("store:kept\n") << u"store:kept"_s;
}

/// The first store is that of the path.
void TestStoreIds::folderWithoutAMarkIsFound()
{
    QFETCH(const QStringList, named);
    QFETCH(const QStringList, here);
    QFETCH(const QByteArray, mark);
    QFETCH(const QString, id);
    const QTemporaryDir folder;
    QList<NamedStore> stores;
    for (const QString &store : named)
        stores += {store, {u"lost"_s, store}};
    for (const QString &key : here)
        QVERIFY(QFile(folder.filePath(key)).open(QFile::WriteOnly));
    if (!mark.isEmpty())
        writeMark(folder, mark);
    const bool isAway = !named.isEmpty() && here.isEmpty() && mark.isEmpty();
    if (isAway)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"neither the file .waymark-store nor the media"_s));
    QCOMPARE(StoreSearch::idIn(folder.path(), first, stores), id);
    QCOMPARE(markOf(folder.path()), mark); // looking changes nothing
}

/// An empty mark is made in a folder that was away at the start, and its objects may be those of any store.
void TestStoreIds::newMarkNeedsAStart()
{
    const QTemporaryDir folder;
    const QString key = u"archive/a"_s;
    const auto store = MediaStore::at(folder.path());
    QCOMPARE(store->open(first, [&] { return QStringList(key); }), first);
    writeMark(folder, "\n");
    QVERIFY_EXCEPTION_THROWN(store->remove(key), StoreError);
    QCOMPARE(store->open(first, [&] { return QStringList(key); }), first);
    store->remove(key);
}

void TestStoreIds::s3AddressesMeanOneStore_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("slash") << u"s3://media/site/?endpoint=https://s3.example.org&region=eu"_s;
    QTest::newRow("case") << u"s3://Media/site?endpoint=HTTPS://S3.Example.org&region=eu"_s;
    QTest::newRow("port") << u"s3://media/site?endpoint=https://s3.example.org:443/&region=eu"_s;
    QTest::newRow("order") << u"s3://media/site?direct=yes&region=eu&endpoint=https%3A%2F%2Fs3.example.org"_s;
    QTest::newRow("encoded") << u"s3://media/%73ite?endpoint=https://s3.example.org&region=eu"_s;
}

void TestStoreIds::s3AddressesMeanOneStore()
{
    QFETCH(const QString, address);
    // The ID of version 0.1, which rows have.
    QCOMPARE(MediaStore::idOf(u"s3://media/site?endpoint=https://s3.example.org&region=eu"_s),
             u"store:0adb30ceb3ba4662"_s);
    QCOMPARE(MediaStore::idOf(address), u"store:0adb30ceb3ba4662"_s);
    QVERIFY(MediaStore::idOf(u"s3://media/other?endpoint=https://s3.example.org"_s) != u"store:0adb30ceb3ba4662"_s);
}

void TestStoreIds::relativePathsBecomeAbsolute()
{
    QCOMPARE(MediaStore::absolute(u"a/../store"_s), QDir::current().absoluteFilePath(u"store"_s));
    for (const QString &address : {u"/srv/store/"_s, u"s3://media/site"_s, QString()})
        QCOMPARE(MediaStore::absolute(address), address);
}

QTEST_GUILESS_MAIN(TestStoreIds)
#include "tst_storeids.moc"
