// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/problem.h"
#include "tests/server/cameras/store/storesite.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace StoreSite;

Q_DECLARE_METATYPE(WantedObject)

namespace {
const QString key = u"archive/a/b"_s;
const QByteArray content(200'000, 'x');

/// A store with one object, and the local copies of its parts.
struct Copies
{
    explicit Copies(qsizetype size) { store(size); }
    void store(qsizetype size) const { writeFile(objects.filePath(key), content.left(size)); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files); }

    QTemporaryDir objects;
    QTemporaryDir folder;
    StoredMedia stored{std::make_unique<WatchedStore>(objects.path()), storeId, folder.path(), 1 << 20};
};
}

/// Local copies of what a store has.
class TestStoredMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedObjectIsLost_data();
    void damagedObjectIsLost();
    void damagedCopyIsFetchedAnew();
    void storeIsRecognized();
};

void TestStoredMedia::damagedObjectIsLost_data()
{
    QTest::addColumn<WantedObject>("wanted");
    QTest::addColumn<int>("size");
    QTest::newRow("whole, cut") << WantedObject{key, 150'000} << 100'000;
    QTest::newRow("whole, grown") << WantedObject{key, 150'000} << 200'000;
    QTest::newRow("whole, empty") << WantedObject{key, 150'000} << 0;
    QTest::newRow("range that is there") << WantedObject{key, 150'000, {{10, 10}}} << 100'000;
    QTest::newRow("range that is not there") << WantedObject{key, 150'000, {{140'000, 10}}} << 100'000;
    QTest::newRow("recording, last part cut") << WantedObject{key, -1, {{0, 4}, {99'999, 2}}} << 100'000;
    QTest::newRow("recording, last part away") << WantedObject{key, -1, {{0, 4}, {140'000, 4}}} << 100'000;
}

void TestStoredMedia::damagedObjectIsLost()
{
    QFETCH(const WantedObject, wanted);
    QFETCH(const int, size);
    Copies copies(size);
    for (int i = 0; i < 2; ++i) {
        QVERIFY_EXCEPTION_THROWN(copies.stored.fetch(wanted), DamagedObject);
        try {
            copies.stored.local(wanted);
            QFAIL("a damaged object was served");
        } catch (const Problem &problem) {
            QCOMPARE(problem.status, 404);
        }
    }
    QCOMPARE(copies.files(), QStringList());
    copies.store(150'000); // from a backup
    const QByteArray copy = readFile(copies.stored.local(wanted));
    QCOMPARE(copy.size(), 150'000);
    for (const ByteSpan &span : wanted.spans)
        QCOMPARE(copy.mid(span.offset, span.bytes), content.left(span.bytes));
}

void TestStoredMedia::damagedCopyIsFetchedAnew()
{
    Copies copies(150'000);
    const QString path = copies.stored.local({key, 150'000});
    QVERIFY(QFile::resize(path, 100'000));
    QCOMPARE(readFile(copies.stored.local({key, 150'000})).size(), 150'000);
    QCOMPARE(copies.files().size(), 1);
}

/// A folder that has objects from a time before its mark, and one of another share.
void TestStoredMedia::storeIsRecognized()
{
    const QTemporaryDir folder;
    const auto store = MediaStore::at(folder.path());
    const auto known = [] { return QStringList{u"archive/a/lost"_s, key}; };
    store->open(storeId, known);
    QVERIFY_EXCEPTION_THROWN(store->put(u"archive/a/new"_s, folder.path()), StoreError);
    writeFile(folder.filePath(key), content);
    store->open(storeId, known);
    store->remove(key);
    store->open(storeId, known); // it has its mark
    store->remove(key);
}

QTEST_GUILESS_MAIN(TestStoredMedia)
#include "tst_storedmedia.moc"
