// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/sseparser.h"

#include <QTest>

using namespace std::chrono_literals;

class SseParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAsTheStandardRequires_data();
    void parsesAsTheStandardRequires();
    void parsesAnySplit();
    void keepsTheIdUntilTheNext();
    void dropsAPartialEventOnReset();
    void rejectsAnEndlessLine();
};

namespace {
/// Returns `type|data|id` for each event.
QList<QByteArray> told(const QList<SseEvent> &events)
{
    QList<QByteArray> texts;
    for (const auto &event : events)
        texts.append(event.type + '|' + event.data + '|' + event.lastId);
    return texts;
}
}

void SseParserTest::parsesAsTheStandardRequires_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<QByteArray>>("events");
    using Events = QList<QByteArray>;
    QTest::newRow("one") << QByteArray("event: mark.opened\nid: 7\ndata: {}\n\n") << Events{"mark.opened|{}|7"};
    QTest::newRow("no type") << QByteArray("data: a\n\n") << Events{"message|a|"};
    QTest::newRow("two lines of data") << QByteArray("data: a\ndata:b\n\n") << Events{"message|a\nb|"};
    QTest::newRow("one space goes") << QByteArray("data:  a\n\n") << Events{"message| a|"};
    QTest::newRow("comments") << QByteArray(": hello\n:\n\ndata: a\n\n") << Events{"message|a|"};
    QTest::newRow("no data, no event") << QByteArray("event: x\nid: 3\n\ndata: a\n\n") << Events{"message|a|3"};
    QTest::newRow("carriage returns") << QByteArray("data: a\r\rdata: b\r\r") << Events{"message|a|", "message|b|"};
    QTest::newRow("both") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << Events{"message|a|", "message|b|"};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: a\n\n")
                                     << Events{"message|a|"};
    QTest::newRow("empty data") << QByteArray("data\n\n") << Events{"message||"};
    QTest::newRow("unknown field") << QByteArray("colour: red\ndata: a\n\n") << Events{"message|a|"};
    QTest::newRow("NUL in id") << QByteArray("id: 1\n\nid: 2\0x\ndata: a\n\n", 25) << Events{"message|a|1"};
    QTest::newRow("unfinished") << QByteArray("data: a\n") << Events{};
}

void SseParserTest::parsesAsTheStandardRequires()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<QByteArray>, events);
    SseParser parser;
    QCOMPARE(told(parser.feed(stream)), events);
}

void SseParserTest::parsesAnySplit()
{
    const QByteArray stream =
        "\xEF\xBB\xBFretry: 250\r\nevent: mark.read\r\nid: 41\r\ndata: {\"a\":\r\ndata: \"\xE4\xBD\xA0\"}\r\n\r\n"
        ": heartbeat\r\n\r\nid: 42\rdata: b\r\rdata: c\n\n";
    const QList<QByteArray> whole = {"mark.read|{\"a\":\n\"\xE4\xBD\xA0\"}|41", "message|b|42", "message|c|42"};
    for (qsizetype first = 0; first <= stream.size(); ++first) {
        for (qsizetype second = first; second <= stream.size(); ++second) {
            SseParser parser;
            auto events = parser.feed(stream.left(first));
            events += parser.feed(stream.mid(first, second - first));
            events += parser.feed(stream.mid(second));
            QCOMPARE(told(events), whole);
            QCOMPARE(parser.retry(), 250ms);
        }
    }
}

void SseParserTest::keepsTheIdUntilTheNext()
{
    SseParser parser;
    parser.setLastId("5");
    QCOMPARE(told(parser.feed("data: a\n\n")), QList<QByteArray>{"message|a|5"});
    QCOMPARE(told(parser.feed("id\ndata: b\n\n")), QList<QByteArray>{"message|b|"});
}

void SseParserTest::dropsAPartialEventOnReset()
{
    SseParser parser;
    parser.feed("id: 9\ndata: first\n\nevent: x\ndata: half\nda");
    parser.reset();
    QCOMPARE(told(parser.feed("\ndata: b\n\n")), QList<QByteArray>{"message|b|9"});
}

void SseParserTest::rejectsAnEndlessLine()
{
    SseParser parser;
    const QByteArray piece(1 << 18, 'x');
    for (int i = 0; i < 5 && !parser.isBroken(); ++i)
        parser.feed(piece);
    QVERIFY(parser.isBroken());
    parser.reset();
    QVERIFY(!parser.isBroken());
}

QTEST_GUILESS_MAIN(SseParserTest)
#include "tst_sseparser.moc"
