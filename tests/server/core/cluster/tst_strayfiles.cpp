// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/strayfiles.h"
#include "server/core/db/migrations.h"
#include "server/core/jobs/job.h"
#include "tests/server/core/db/databasefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Files that no row names stay for a day, counted from the moment at which their rows were missed.
class TestStrayFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { DatabaseFixture::addEngines(); }
    void init();
    void aFileIsRemovedADayAfterItsRowWasMissed();
    void aFileThatGetsItsRowStays();
    void aYoungFileIsNotNoted();
    void serversShareAFolder();
    void foldersHaveNotesOfTheirOwn();
    void theLookBreaksOff();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void add(const QString &name) const;
    /// Looks for files some time from now. The rows of these are missed.
    void look(std::chrono::seconds later, const QStringList &missed);
    qint64 noted() const { return m_fixture->database.value("SELECT count(*) FROM stray_file").toLongLong(); }

    std::unique_ptr<DatabaseFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    const std::atomic_bool m_goesOn = false;
};

void TestStrayFiles::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<DatabaseFixture>(engine);
    m_folder = std::make_unique<QTemporaryDir>();
    QFile table(u":/waymark/migrations/0093_stray_files.sql"_s);
    QVERIFY(table.open(QFile::ReadOnly));
    for (const QString &statement : splitSqlScript(QString::fromUtf8(table.readAll())))
        m_fixture->database.script(statement);
}

void TestStrayFiles::add(const QString &name) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QFile::WriteOnly))
        throw std::runtime_error("the file cannot be written");
}

void TestStrayFiles::look(std::chrono::seconds later, const QStringList &missed)
{
    StrayFiles strays(m_fixture->database, {u"disk"_s, u"archive"_s, m_folder->path()},
                      Times::now().addSecs(later.count()));
    for (const QString &name : missed)
        strays.add(QFileInfo(path(name)));
    strays.settle(m_goesOn);
}

void TestStrayFiles::aFileIsRemovedADayAfterItsRowWasMissed()
{
    const QString name = u"camera/photo"_s;
    add(name);
    look(240h, {name}); // a file of ten days: its database was restored just now
    QCOMPARE(noted(), 1);
    look(263h, {name});
    QVERIFY(QFile::exists(path(name)));
    look(264h, {name});
    QVERIFY(!QFile::exists(path(name)));
    QCOMPARE(noted(), 0);
}

/// People bring back the newer database for a while, or the folder of the file is away.
void TestStrayFiles::aFileThatGetsItsRowStays()
{
    add(u"photo"_s);
    look(2h, {u"photo"_s});
    look(20h, {});
    QCOMPARE(noted(), 0);
    look(40h, {u"photo"_s});
    QVERIFY(QFile::exists(path(u"photo"_s)));
    look(64h, {u"photo"_s});
    QVERIFY(!QFile::exists(path(u"photo"_s)));
}

void TestStrayFiles::aYoungFileIsNotNoted()
{
    add(u"photo"_s);
    look(59min, {u"photo"_s});
    QCOMPARE(noted(), 0);
    look(61min, {u"photo"_s});
    QCOMPARE(noted(), 1);
}

void TestStrayFiles::serversShareAFolder()
{
    Database second(m_fixture->address());
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        add(name);
    const auto lookAtAll = [&](Database &database, std::chrono::seconds later) {
        StrayFiles strays(database, {u"disk"_s, u"archive"_s, m_folder->path()}, Times::now().addSecs(later.count()));
        for (const QFileInfo &file : QDir(m_folder->path()).entryInfoList(QDir::Files))
            strays.add(file);
        strays.settle(m_goesOn);
    };
    lookAtAll(m_fixture->database, 2h);
    lookAtAll(second, 3h);
    QCOMPARE(noted(), 3);
    lookAtAll(second, 26h); // since the first of the two has missed the rows
    QVERIFY(!QFile::exists(path(u"a"_s)));
    lookAtAll(m_fixture->database, 27h);
    QCOMPARE(noted(), 0);
}

void TestStrayFiles::foldersHaveNotesOfTheirOwn()
{
    add(u"photo"_s);
    look(2h, {u"photo"_s});
    StrayFiles(m_fixture->database, {u"disk"_s, u"marks"_s, path(u"marks"_s)}).settle(m_goesOn);
    StrayFiles(m_fixture->database, {u"another disk"_s, u"archive"_s, m_folder->path()}).settle(m_goesOn);
    QCOMPARE(noted(), 1);
}

void TestStrayFiles::theLookBreaksOff()
{
    add(u"photo"_s);
    look(2h, {u"photo"_s});
    const std::atomic_bool stopping = true;
    StrayFiles strays(m_fixture->database, {u"disk"_s, u"archive"_s, m_folder->path()}, Times::now().addDays(3));
    strays.add(QFileInfo(path(u"photo"_s)));
    QVERIFY_EXCEPTION_THROWN(strays.settle(stopping), JobBrokenOff);
    QVERIFY(QFile::exists(path(u"photo"_s)));
    QCOMPARE(noted(), 1);
}

QTEST_GUILESS_MAIN(TestStrayFiles)
#include "tst_strayfiles.moc"
