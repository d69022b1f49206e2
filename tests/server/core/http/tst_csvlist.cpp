// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/user.h"
#include "server/core/http/csvlist.h"
#include "server/core/http/gate.h"
#include "server/core/http/heldstream.h"
#include "server/core/http/paging.h"
#include "server/core/http/router.h"

#include <QDir>
#include <QIODevice>
#include <QProcess>
#include <QQueue>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int longList = 5000; // rows, more than a megabyte

QList<User> people(int count)
{
    QList<User> people;
    for (int i = 0; i < count; ++i) {
        User user;
        user.name = u"%1 Ada %2"_s.arg(i, 5, 10, QLatin1Char('0')).arg(QString(200, u'a'));
        people += user;
    }
    return people;
}

/// Threads of lists that the test runs itself.
class TestThreads : public ListThreads
{
public:
    void start(AccountId, std::function<void()> run) override { runs.enqueue(std::move(run)); }
    const Router &router() override { return *own; }

    QQueue<std::function<void()>> runs;
    const Router *own = nullptr;
};
}

/// Whole lists as CSV: when they are made, where they are kept, and how they fail.
class CsvListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isChosenByWeight_data();
    void isChosenByWeight();
    void isMadeOnThreadsOfItsOwn();
    void endsWithItsClient();
    void leavesItsPlaceBeforeTheAnswer();
    void doomedListsDoNotWait();
    void checksItsPage_data();
    void checksItsPage();
    void aShortListIsABody();
    void aLongListIsAFileWithoutAName();
    void aLongListIsCompressed();
    void aLaterPageMayFail();
    void aListWithoutRoomIsRefused();
    void anUnreadListGivesWay();
    void endsWithTheRightOfItsCaller();

private:
    Reply read(const QByteArray &target, const QByteArray &accept = "text/csv") const
    {
        const Router router = made();
        return router.handle(request(target, accept));
    }
    static Request request(const QByteArray &target, const QByteArray &accept)
    {
        Request request;
        request.path = before(target, '?');
        request.query = QUrlQuery(QString::fromLatin1(target.mid(request.path.size() + 1)));
        request.headers.append("Accept", accept);
        request.id = "test";
        return request;
    }
    Router made() const;

    QTemporaryDir m_folder;
    SpoolSpace m_spool;
    int m_goodPages = 0; ///< those that the handler answers before it fails
    int m_allowedPages = 0; ///< those after which the caller may call no more
    std::weak_ptr<void> m_making; ///< a place
    std::weak_ptr<void> m_place; ///< of the reader
    bool m_hasPlaces = true;
    Caller m_caller;
    TestThreads *m_threads = nullptr;
};

void CsvListTest::init()
{
    m_spool = {m_folder.path()};
    m_threads = nullptr;
    m_hasPlaces = true;
    m_caller = {};
    m_goodPages = m_allowedPages = longList;
}

Router CsvListTest::made() const
{
    auto *self = const_cast<CsvListTest *>(this);
    const auto list = [self](int count) {
        return [self, people = people(count)](const Call &call) {
            if (self->m_goodPages-- <= 0)
                throw std::runtime_error("the database is gone");
            return pageOf(call, people, &User::name);
        };
    };
    const auto route = [](const QString &path, std::function<Reply(const Call &)> handle) {
        return Route{.method = Method::Get,
                     .path = path,
                     .caller = Callers::anyone(),
                     .reply = &User::staticMetaObject,
                     .list = true,
                     .handle = std::move(handle),
                     .atRoot = true};
    };
    Route single = route(u"/person"_s, [](const Call &) { return Reply::json("{}"); });
    single.list = false;
    return {{route(u"/few"_s, list(3)), route(u"/many"_s, list(longList)), single},
            {.authenticate =
                 [self](const Request &, const Route &) {
                     if (self->m_allowedPages-- <= 0)
                         throw Problem::unauthorized(u"token_expired"_s, u"The token has expired."_s);
                     return self->m_caller;
                 },
             .listPlaces =
                 [self](const Caller &) {
                     if (!self->m_hasPlaces)
                         throw Problem::tooManyRequests(u"too_many_lists"_s, u"Wait."_s, std::chrono::seconds(1));
                     const CsvList::Places places{std::make_shared<int>(), std::make_shared<int>()};
                     self->m_making = places.making;
                     self->m_place = places.reading;
                     return places;
                 },
             .listThreads = m_threads,
             .spool = m_spool}};
}

void CsvListTest::isChosenByWeight_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("csv");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("anything") << "*/*"_ba << false;
    QTest::newRow("any text") << "text/*"_ba << false;
    QTest::newRow("CSV") << "text/csv"_ba << true;
    QTest::newRow("parameter") << "Text/CSV; charset=utf-8"_ba << true;
    QTest::newRow("not at all") << "text/csv;q=0"_ba << false;
    QTest::newRow("CSV first") << "text/csv, application/json"_ba << true;
    QTest::newRow("JSON first") << "application/json, text/csv"_ba << false;
    QTest::newRow("JSON is better") << "text/csv;q=0.5, application/json"_ba << false;
    QTest::newRow("CSV is better") << "application/json;q=0.5, text/csv;q=0.9"_ba << true;
    QTest::newRow("or anything") << "text/csv, */*;q=0.1"_ba << true;
    QTest::newRow("the exact range counts") << "*/*, application/json;q=0.2, text/csv;q=0.5"_ba << true;
    QTest::newRow("a broken weight") << "text/csv;q=much"_ba << false;
}

void CsvListTest::isChosenByWeight()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const bool, csv);
    QCOMPARE(read("/few", accept).contentType.startsWith("text/csv"), csv);
}

/// A list is made in parts, so that those of other accounts get their turns.
void CsvListTest::isMadeOnThreadsOfItsOwn()
{
    TestThreads threads;
    m_threads = &threads;
    m_caller.accountId = AccountId::generate();
    const Router router = made();
    threads.own = &router;
    const Reply begun = router.handle(request("/many", "text/csv"));
    QVERIFY(begun.later);
    QVERIFY(!m_place.expired());
    QCOMPARE(m_allowedPages, longList - 1); // no page has been read yet
    std::optional<Reply> made;
    begun.later([&made](Reply reply) { made = std::move(reply); });
    while (!threads.runs.isEmpty()) {
        QVERIFY(!made);
        QCOMPARE(threads.runs.size(), 1);
        threads.runs.dequeue()();
    }
    QCOMPARE(made->status, 200);
    QCOMPARE(made->stream->readAll().count("\r\n"), longList + 1);
    QVERIFY(!router.handle(request("/few", "application/json")).later);
}

void CsvListTest::endsWithItsClient()
{
    TestThreads threads;
    m_threads = &threads;
    m_caller.accountId = AccountId::generate();
    const Router router = made();
    threads.own = &router;
    Reply begun = router.handle(request("/many", "text/csv"));
    begun.later([](const Reply &) { QFAIL("Nobody waits for the answer."); });
    begun = {};
    QVERIFY(m_place.expired()); // although the list has not had its turn yet
    threads.runs.dequeue()();
    QVERIFY(threads.runs.isEmpty());
    QCOMPARE(m_goodPages, longList);
}

/// A client may ask for the next list as soon as it has this one.
void CsvListTest::leavesItsPlaceBeforeTheAnswer()
{
    TestThreads threads;
    m_threads = &threads;
    m_caller.accountId = AccountId::generate();
    const Router router = made();
    threads.own = &router;
    const Reply begun = router.handle(request("/few", "text/csv"));
    QVERIFY(!m_place.expired());
    bool isFree = false;
    begun.later([&](const Reply &) { isFree = m_place.expired(); });
    threads.runs.dequeue()();
    QVERIFY(isFree);
}

void CsvListTest::doomedListsDoNotWait()
{
    TestThreads threads;
    m_threads = &threads;
    m_caller.accountId = AccountId::generate();
    m_hasPlaces = false;
    QCOMPARE(read("/few").status, 429);
    QCOMPARE(read("/few?page=0").status, 422);
    m_allowedPages = 0;
    QCOMPARE(read("/few").status, 401);
    QVERIFY(threads.runs.isEmpty());
}

void CsvListTest::checksItsPage_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("page") << "page=2"_ba << 200;
    QTest::newRow("no such page") << "page=0"_ba << 422;
    QTest::newRow("too large") << "pagesize=1000"_ba << 422;
    QTest::newRow("count") << "count=maybe"_ba << 422;
    QTest::newRow("cursor") << "cursor=xx"_ba << 422;
}

/// A mistake is one in both formats.
void CsvListTest::checksItsPage()
{
    QFETCH(const QByteArray, query);
    QFETCH(const int, status);
    QCOMPARE(read("/few?" + query, "application/json").status, status);
    QCOMPARE(read("/few?" + query).status, status);
}

void CsvListTest::aShortListIsABody()
{
    const Reply reply = read("/few");
    QVERIFY(!reply.stream);
    QCOMPARE(reply.body.count("\r\n"), 4);
    QVERIFY(reply.body.contains("00002 Ada"));
    QVERIFY(m_place.expired());
}

void CsvListTest::aLongListIsAFileWithoutAName()
{
    Reply reply = read("/many");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.stream);
    QVERIFY(!reply.stream->thread()); // the connection takes it to its own
    QVERIFY(QDir(m_folder.path()).isEmpty());
    const QByteArray text = reply.stream->readAll();
    QCOMPARE(text.size(), reply.length);
    QCOMPARE(text.count("\r\n"), longList + 1);
    QVERIFY(text.indexOf("00000 Ada") < text.indexOf("04999 Ada"));
    QVERIFY(!m_place.expired());
    QVERIFY(m_making.expired()); // other accounts do not wait for this client
    reply = {};
    QVERIFY(m_place.expired());
}

void CsvListTest::aLongListIsCompressed()
{
    const QByteArray plain = read("/many").stream->readAll();
    const Router router = made();
    Request asked = request("/many", "text/csv");
    asked.headers.append("Accept-Encoding", "br, gzip");
    const Reply reply = router.handle(asked);
    QCOMPARE(reply.headers.value("Content-Encoding"), "gzip"_ba);
    const QByteArray coded = reply.stream->readAll();
    QCOMPARE(coded.size(), reply.length);
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-dc"_s});
    gzip.write(coded);
    gzip.closeWriteChannel();
    QVERIFY(gzip.waitForFinished());
    QVERIFY(gzip.readAllStandardOutput() == plain);
}

/// The client learns of it by the status, because nothing has been sent yet.
void CsvListTest::aLaterPageMayFail()
{
    m_goodPages = 10;
    const Reply reply = read("/many");
    QCOMPARE(reply.status, 500);
    QVERIFY(!reply.stream);
    QVERIFY(m_place.expired());
}

void CsvListTest::aListWithoutRoomIsRefused()
{
    m_spool.budget = std::make_shared<ByteBudget>(1 << 20);
    const Reply busy = read("/many");
    QCOMPARE(busy.status, 503);
    QVERIFY(busy.body.contains("\"busy\""));
    QVERIFY(busy.headers.value("Retry-After").toInt() > 0);
    m_spool = {};
    m_spool.folder = u"/dev/null/nowhere"_s;
    const Reply full = read("/many");
    QCOMPARE(full.status, 503);
    QVERIFY(full.body.contains("storage_full"));
    QCOMPARE(read("/few").status, 200);
}

/// It holds its part of the budget until another list needs that.
void CsvListTest::anUnreadListGivesWay()
{
    m_spool.budget = std::make_shared<ByteBudget>(2 << 20, 2 << 20, ByteBudget::Patience{0ms, 0ms});
    const Reply unread = read("/many");
    const auto *held = dynamic_cast<const HeldStream *>(unread.stream.get());
    QVERIFY(held);
    QVERIFY(!held->mustGiveWay());
    QCOMPARE(read("/many").status, 503);
    QVERIFY(held->mustGiveWay());
}

void CsvListTest::endsWithTheRightOfItsCaller()
{
    m_allowedPages = 10;
    QCOMPARE(read("/many").status, 401);
    QVERIFY(m_place.expired());
}

QTEST_GUILESS_MAIN(CsvListTest)
#include "tst_csvlist.moc"
