// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/insight/marks/marksfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QString own = u"/device-modes/account/:account_id"_s;

/// Returns `keys` of each item of a list, joined.
QStringList read(const Answered &answer, const QStringList &keys)
{
    QStringList all;
    for (const QJsonValue &item : answer.items()) {
        QStringList values;
        for (const QString &key : keys)
            values += item[key].toVariant().toString();
        all += values.join(u' ');
    }
    return all;
}
}

/// Lists of modes and their versions. A page costs what it shows, however long the list is.
class ModeListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void modesArePaged();
    void versionsArePaged();
    void aPageReadsNoMore_data();
    void aPageReadsNoMore();
    void foreignCursorsAreRefused();

private:
    QString addVersions(int count);
    QStringList byCursor(const QString &path, const QStringList &keys);

    std::map<QString, std::unique_ptr<MarksFixture>> m_fixtures; ///< by engine, because a database takes time to create
    MarksFixture *m_fixture = nullptr;
};

void ModeListsTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    auto &fixture = m_fixtures[engine];
    if (!fixture)
        fixture = std::make_unique<MarksFixture>(engine);
    m_fixture = fixture.get();
    m_fixture->database.exec("DELETE FROM device_mode WHERE account_id IS NOT NULL");
}

/// Adds a mode with so many versions, and returns its path.
QString ModeListsTest::addVersions(int count)
{
    const Answered made =
        m_fixture->call(m_fixture->ada, Method::Post, u"/device-modes"_s,
                        {{u"name"_s, u"1"_s}, {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject()}}}});
    const QString path = u"/device-modes/"_s + made.json[u"devicemode_id"_s].toString();
    for (int i = 2; i <= count; ++i)
        m_fixture->put(path, {{u"name"_s, QString::number(i)}});
    return path;
}

/// Reads a list to its end.
QStringList ModeListsTest::byCursor(const QString &path, const QStringList &keys)
{
    QStringList all;
    QString cursor;
    do {
        const Answered answer = m_fixture->get(cursor.isEmpty() ? path : path + u"&cursor="_s + cursor);
        all += read(answer, keys);
        cursor = answer.json[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty() && all.size() < 1000);
    return all;
}

void ModeListsTest::modesArePaged()
{
    QStringList added;
    for (int i = 0; i < 5; ++i)
        added += m_fixture->addMode(m_fixture->ada).toString();
    m_fixture->addMode(m_fixture->bea);
    const QStringList ids{u"devicemode_id"_s};
    const Answered all = m_fixture->get(own + u"?pagesize=100&count=true"_s);
    QCOMPARE(all.status, 200);
    const QStringList expected = read(all, ids);
    QCOMPARE(all.json[u"total"_s].toInteger(), expected.size());
    QVERIFY(expected.contains(m_fixture->motion.toString())); // the built-in modes come first
    QStringList last = expected.mid(expected.size() - 5);
    QVERIFY(std::is_permutation(last.begin(), last.end(), added.begin(), added.end()));
    QCOMPARE(byCursor(own + u"?pagesize=2"_s, ids), expected);
    const Answered second = m_fixture->get(own + u"?pagesize=2&page=2"_s);
    QCOMPARE(read(second, ids), expected.mid(2, 2));
}

void ModeListsTest::versionsArePaged()
{
    const QString path = addVersions(7);
    const QStringList keys{u"version"_s, u"name"_s};
    const QStringList expected{u"7 7"_s, u"6 6"_s, u"5 5"_s, u"4 4"_s, u"3 3"_s, u"2 2"_s, u"1 1"_s};
    QCOMPARE(byCursor(path + u"/versions?pagesize=3"_s, keys), expected);
    const Answered first = m_fixture->get(path + u"/versions?pagesize=3&count=true"_s);
    QCOMPARE(first.json[u"total"_s], 7);
    m_fixture->put(path, {{u"name"_s, u"8"_s}}); // a version that comes in between moves no other
    const Answered second =
        m_fixture->get(path + u"/versions?pagesize=3&cursor="_s + first.json[u"next_cursor"_s].toString());
    QCOMPARE(read(second, keys), expected.mid(3, 3));
    static const QRegularExpression previous(u"cursor=([^&>]+)>; rel=\"prev\""_s);
    const auto link = previous.match(QString::fromLatin1(second.headers.value("Link")));
    QVERIFY(link.hasMatch());
    const Answered back = m_fixture->get(path + u"/versions?pagesize=3&cursor="_s + link.captured(1));
    QCOMPARE(read(back, keys), expected.mid(0, 3));
}

void ModeListsTest::aPageReadsNoMore_data()
{
    QTest::addColumn<bool>("versions");
    QTest::newRow("modes") << false;
    QTest::newRow("versions") << true;
}

void ModeListsTest::aPageReadsNoMore()
{
    QFETCH(const bool, versions);
    const QString path = addVersions(3);
    int lists = 0;
    bool limited = true;
    m_fixture->database.observe([&](QByteArrayView sql, const QVariantList &values) {
        if (!sql.contains(versions ? "FROM device_mode_version" : "FROM device_mode d"))
            return;
        ++lists;
        limited = limited && sql.contains(" LIMIT ? OFFSET ?") && values.mid(values.size() - 2) == QVariantList{2, 0};
    });
    m_fixture->get((versions ? path + u"/versions"_s : own) + u"?pagesize=1"_s);
    m_fixture->database.observe({});
    QCOMPARE(lists, 1);
    QVERIFY(limited);
}

void ModeListsTest::foreignCursorsAreRefused()
{
    const QString path = addVersions(3);
    const QString cursor = m_fixture->get(path + u"/versions?pagesize=1"_s).json[u"next_cursor"_s].toString();
    QVERIFY(!cursor.isEmpty());
    const Answered answer = m_fixture->get(own + u"?cursor="_s + cursor);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.errors(), QStringList(u"?cursor malformed"_s));
}

QTEST_GUILESS_MAIN(ModeListsTest)
#include "tst_modelists.moc"
