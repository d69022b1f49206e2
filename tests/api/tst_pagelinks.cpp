// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// The links of a page by which a client reads a list on, and back again.
class TestPageLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void leadOnAndBack_data();
    void leadOnAndBack();
    void leadBackAfterARowHasGone();
    void leadOnWhereAllRowsBeforeHaveGone();
    void leadBackWhereAllRowsBehindHaveGone_data();
    void leadBackWhereAllRowsBehindHaveGone();
    void cursorsFitEachSpellingOfTheirList();
    void deliveriesAreCounted();

private:
    QString pathOf(QString path) const
    {
        return path.replace(u"ACCOUNT"_s, m_ada->accountId()).replace(u"DEVICE"_s, m_device);
    }
    static void addMark(const TestAccount &account, const QString &device, int second);
    void addMore() const;

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
    QString m_other;
};

namespace {
constexpr int rows = 5;

/// Returns the address with a relation from the Link header, or an empty text.
QString linkIn(const Answer &answer, const QString &relation)
{
    const QRegularExpression link(u"<([^>]*)>; rel=\"%1\""_s.arg(relation));
    return link.match(QString::fromLatin1(answer.header("Link"))).captured(1);
}
}

void TestPageLinks::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s});
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_other = m_ada->addDevice(u"Gate"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(m_ada->post(u"/notifications/channels"_s,
                              {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, m_ada->email()}}),
                  201);
    for (int i = 0; i < rows; ++i) {
        const int second = i / 2; // two marks of each second, so that the second key of the sort counts
        addMark(*m_ada, second % 2 == 0 ? m_device : m_other, second);
        m_ada->addGroup(u"Group %1"_s.arg(i));
    }
    addMore();
}

void TestPageLinks::addMark(const TestAccount &account, const QString &device, int second)
{
    EXPECT_STATUS(account.post(u"/device-marks"_s,
                               {{u"device_id"_s, device},
                                {u"label"_s, u"parcel"_s},
                                {u"started_at"_s, u"2026-11-23T08:00:%1Z"_s.arg(second, 2, 10, QChar(u'0'))}}),
                  201);
}

void TestPageLinks::addMore() const
{
    const QByteArray photo = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mNo"
                                                    "QAMMI1sAAAUMgAHjM1mKAAAAAElFTkSuQmCC");
    for (int i = 0; i < 2 * rows; ++i) {
        const Answer stored =
            m_ada->send("POST", u"/device-data?device_id=%1&taken_at=2026-11-23T08:00:%2Z"_s.arg(m_device).arg(10 + i),
                        photo, {{"Content-Type", "image/png"}});
        EXPECT_STATUS(stored, 201);
        if (i >= rows)
            EXPECT_STATUS(m_ada->del(u"/device-data/"_s + stored.json[u"data_id"_s].toString()), 204);
    }
    const QString plan = u"/retentions/plan_00000000000000000000000001/account/"_s + m_ada->accountId();
    for (int i = 0; i < rows; ++i) {
        EXPECT_STATUS(m_ada->post(u"/actions"_s, {{u"type"_s, u"door.opened"_s}}), 201);
        EXPECT_STATUS(m_ada->post(plan, {}), 201);
        EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                                  {{u"device_id"_s, m_device}, {u"user"_s, u"guest%1@example.org"_s.arg(i)}}),
                      201);
    }
}

void TestPageLinks::leadOnAndBack_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QString &path) { QTest::newRow(name) << path; };
    row("groups", u"/device-groups/account/ACCOUNT?"_s);
    row("actions", u"/actions?"_s);
    row("marks", u"/device-marks/account/ACCOUNT?"_s);
    row("marks, the oldest first", u"/device-marks/account/ACCOUNT?sort=date&"_s);
    row("marks by device and date", u"/device-marks/account/ACCOUNT?sort=device,-date&"_s);
    row("notifications", u"/notifications?"_s);
    row("deliveries", u"/notifications/deliveries?"_s);
    row("data", u"/device-data?device_id=DEVICE&"_s);
    row("data, the oldest first", u"/device-data?device_id=DEVICE&sort=date&"_s);
    row("bin", u"/trash?"_s);
    row("shares", u"/shares/account/ACCOUNT?"_s);
    row("orders", u"/retentions/orders/account/ACCOUNT?"_s);
    row("audit log", u"/audit-log?"_s);
}

void TestPageLinks::leadOnAndBack()
{
    QFETCH(QString, path);
    QList<QJsonArray> pages;
    Answer page;
    QString cursor;
    do {
        page = m_ada->get(pathOf(path) + u"pagesize=2"_s + (cursor.isEmpty() ? cursor : u"&cursor="_s + cursor));
        EXPECT_STATUS(page, 200);
        pages += page.items();
        cursor = page.json[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty());
    QVERIFY(pages.size() >= 3);
    QCOMPARE(linkIn(page, u"next"_s), QString());
    for (qsizetype i = pages.size() - 2; i >= 0; --i) {
        const QString back = linkIn(page, u"prev"_s);
        QVERIFY2(!back.isEmpty(), page.header("Link").constData());
        page = m_ada->get(back);
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.items(), pages[i]);
        QCOMPARE(m_ada->get(linkIn(page, u"next"_s)).items(), pages[i + 1]);
    }
    QCOMPARE(linkIn(page, u"prev"_s), QString());
}

/// The cursor is a place in the list, and not a row.
void TestPageLinks::leadBackAfterARowHasGone()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids += bea.addGroup(u"Group %1"_s.arg(i))[u"devgroup_id"_s].toString();
    const QString groups = u"/device-groups/account/%1?pagesize=2"_s.arg(bea.accountId());
    const QString cursor = bea.get(groups).json[u"next_cursor"_s].toString();
    const QString back = linkIn(bea.get(groups + u"&cursor="_s + cursor), u"prev"_s);
    for (const QString &id : {ids[2], ids[0]})
        EXPECT_STATUS(bea.del(u"/device-groups/%1/account/%2"_s.arg(id, bea.accountId())), 204);
    const QJsonArray left = bea.get(back).items();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0][u"devgroup_id"_s].toString(), ids[1]);
    EXPECT_INVALID(bea.get(u"/actions?cursor="_s + back.section(u"cursor="_s, 1)), "?cursor malformed");
}

void TestPageLinks::leadOnWhereAllRowsBeforeHaveGone()
{
    const TestAccount &cid = m_server->account(u"cid"_s);
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids += cid.addGroup(u"Group %1"_s.arg(i))[u"devgroup_id"_s].toString();
    const QString groups = u"/device-groups/account/%1?pagesize=2"_s.arg(cid.accountId());
    const QString cursor = cid.get(groups).json[u"next_cursor"_s].toString();
    const QString back = linkIn(cid.get(groups + u"&cursor="_s + cursor), u"prev"_s);
    for (const QString &id : ids.first(2))
        EXPECT_STATUS(cid.del(u"/device-groups/%1/account/%2"_s.arg(id, cid.accountId())), 204);
    const Answer nothing = cid.get(back);
    QCOMPARE(nothing.items().size(), 0);
    QCOMPARE(linkIn(nothing, u"prev"_s), QString());
    QCOMPARE(cid.get(linkIn(nothing, u"next"_s)).items()[0][u"devgroup_id"_s].toString(), ids[2]);
}

void TestPageLinks::leadBackWhereAllRowsBehindHaveGone_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("id");
    QTest::newRow("a list that is read as a whole") << u"/device-groups/account/%1?pagesize=2"_s << u"devgroup_id"_s;
    QTest::newRow("a list that is read by keys")
        << u"/device-marks/account/%1?pagesize=2&sort=date"_s << u"devicemark_id"_s;
}

/// An emptied page leads to those that are the last ones by now.
void TestPageLinks::leadBackWhereAllRowsBehindHaveGone()
{
    QFETCH(const QString, list);
    QFETCH(const QString, id);
    const TestAccount &dan = m_server->account(u"dan"_s);
    const bool isOfMarks = id == u"devicemark_id"_s;
    const QString device = isOfMarks ? dan.addDevice(u"Door"_s)[u"device_id"_s].toString() : QString();
    for (int i = 0; i < 6; ++i) {
        if (isOfMarks)
            addMark(dan, device, i);
        else
            dan.addGroup(u"Group %1"_s.arg(i));
    }
    const Answer first = dan.get(list.arg(dan.accountId()));
    const QJsonArray second = dan.get(linkIn(first, u"next"_s)).items();
    const auto after = [&](const Answer &page) {
        return list.arg(dan.accountId()) + u"&cursor="_s + page.json[u"next_cursor"_s].toString();
    };
    const QString next = after(dan.get(after(first)));
    const auto remove = [&](const QJsonArray &rows) {
        QJsonArray marks;
        for (const QJsonValue &each : rows) {
            if (isOfMarks)
                marks += each[id];
            else
                EXPECT_STATUS(dan.del(u"/device-groups/%1/account/%2"_s.arg(each[id].toString(), dan.accountId())),
                              204);
        }
        if (isOfMarks)
            EXPECT_STATUS(
                dan.del(u"/device-marks/triggered/account/%1/detail"_s.arg(dan.accountId()), {{u"mark_ids"_s, marks}}),
                200);
    };
    const QJsonArray third = dan.get(next).items();
    QCOMPARE(third.size(), 2);
    remove(third);
    const Answer nothing = dan.get(next);
    QCOMPARE(nothing.items().size(), 0);
    QCOMPARE(linkIn(nothing, u"next"_s), QString());
    const Answer back = dan.get(linkIn(nothing, u"prev"_s));
    EXPECT_STATUS(back, 200);
    QCOMPARE(back.items(), second);
    QCOMPARE(linkIn(back, u"next"_s), QString()); // it is the last one
    QVERIFY(!back.json.contains(u"page"_s));
    QCOMPARE(dan.get(linkIn(back, u"prev"_s)).items(), first.items());

    remove(second);
    remove(first.items());
    const Answer emptied = dan.get(linkIn(nothing, u"prev"_s));
    QCOMPARE(emptied.items().size(), 0);
    const Answer start = dan.get(linkIn(emptied, u"next"_s));
    QCOMPARE(start.items().size(), 0);
    QCOMPARE(start.header("Link"), QByteArray());
}

/// A trailing slash is tolerated, any character may be encoded, and an ID may be written in upper case.
void TestPageLinks::cursorsFitEachSpellingOfTheirList()
{
    const QString shares = u"/shares/account/%1%2?pagesize=2%3"_s;
    const QString account = m_ada->accountId();
    const Answer first = m_ada->get(shares.arg(account, QString(), QString()));
    const QString cursor = u"&cursor="_s + first.json[u"next_cursor"_s].toString();
    const Answer next = m_ada->get(shares.arg(account, QString(), cursor));
    EXPECT_STATUS(next, 200);
    QCOMPARE(m_ada->get(shares.arg(account, u"/"_s, cursor)).items(), next.items());
    QCOMPARE(m_ada->get(shares.arg(account.toUpper(), QString(), cursor)).items(), next.items());
    const QString coded = QString(shares).replace(u"shares"_s, u"%73hares"_s);
    QCOMPARE(m_ada->get(coded.arg(account, QString(), cursor)).items(), next.items());
    const QString codedId = QString(account).replace(u"acc_"_s, u"%61cc%5F"_s);
    QCOMPARE(m_ada->get(shares.arg(codedId, QString(), cursor)).items(), next.items());
    QCOMPARE(m_ada->get(shares.arg(account, QString(), u"&sort="_s + cursor)).items(), next.items());
    const QString data = u"/device-data?pagesize=2&device_id="_s;
    const QString mine = u"&cursor="_s + m_ada->get(data + m_device).json[u"next_cursor"_s].toString();
    QCOMPARE(m_ada->get(data + m_device.toUpper() + mine).items(), m_ada->get(data + m_device + mine).items());
    EXPECT_INVALID(m_ada->get(data + m_other + mine), "?cursor malformed");
}

void TestPageLinks::deliveriesAreCounted()
{
    const QString path = u"/notifications/deliveries?pagesize=1&count=true"_s;
    const qint64 all = m_ada->get(path).json[u"total"_s].toInteger();
    QVERIFY(all >= rows);
    qint64 byState = 0;
    for (const QString &state : {u"pending"_s, u"delivered"_s, u"failed"_s, u"digested"_s})
        byState += m_ada->get(path + u"&state="_s + state).json[u"total"_s].toInteger();
    QCOMPARE(byState, all);
}

QTEST_GUILESS_MAIN(TestPageLinks)
#include "tst_pagelinks.moc"
