// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/datagramgate.h"

#include <QTest>

using namespace std::chrono_literals;
using Clock = DatagramGate::Clock;

namespace {
/// An encrypted report whose sender is readable.
QByteArray report(const QByteArray &type, int sender)
{
    return QByteArray::fromHex("80" + type + "0001" + QByteArray::number(0x10000000 + sender, 16)) + "encrypted";
}
}

/// Which datagrams of a viewer reach GStreamer.
class TestDatagramGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admitsByTheFirstBytes_data();
    void admitsByTheFirstBytes();
    void admitsFewSenders();
    void admitsSoManyASecond();
};

void TestDatagramGate::admitsByTheFirstBytes_data()
{
    QTest::addColumn<QByteArray>("datagram");
    QTest::addColumn<bool>("passes");
    const QByteArray handshake = QByteArray::fromHex("16fefd");
    QTest::newRow("a handshake") << handshake << true;
    QTest::newRow("a long handshake") << handshake + QByteArray(1500 - 3, '\0') << true;
    QTest::newRow("longer than a packet") << handshake + QByteArray(1501 - 3, '\0') << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("STUN, which ICE answers") << QByteArray::fromHex("000100002112a442") << false;
    QTest::newRow("media") << QByteArray::fromHex("8060000100000001000000015765") << false;
    QTest::newRow("media with a mark") << QByteArray::fromHex("80e0000100000001000000015765") << false;
    for (const char *type : {"c8", "c9", "cd", "ce"})
        QTest::addRow("a report of type %s", type) << report(type, 1) << true;
    for (const char *type : {"c0", "ca", "cb", "cc", "cf", "d0", "df"})
        QTest::addRow("a report of type %s", type) << report(type, 1) << false;
    QTest::newRow("a report without a sender") << QByteArray::fromHex("80c9000100000000") << false;
    QTest::newRow("a report that is cut off") << QByteArray::fromHex("80c90001100000") << false;
    QTest::newRow("another version") << QByteArray::fromHex("c0c9000110000001") << false;
}

void TestDatagramGate::admitsByTheFirstBytes()
{
    QFETCH(const QByteArray, datagram);
    QFETCH(const bool, passes);
    QCOMPARE(DatagramGate().admits(datagram, {}), passes);
}

void TestDatagramGate::admitsFewSenders()
{
    DatagramGate gate;
    Clock::time_point now(1h);
    int admitted = 0;
    for (int sender = 1; sender <= 1000; ++sender)
        admitted += gate.admits(report("c8", sender), now += 10ms) ? 1 : 0;
    QCOMPARE(admitted, FewSenders::most);
    QVERIFY(gate.admits(report("c9", 1), now));
}

void TestDatagramGate::admitsSoManyASecond()
{
    DatagramGate gate;
    const auto flood = [&](Clock::time_point now) {
        int admitted = 0;
        for (int i = 0; i < 10'000; ++i)
            admitted += gate.admits(i % 2 == 0 ? report("c9", 1) : QByteArray("\x16\xfe\xfd"), now) ? 1 : 0;
        return admitted;
    };
    QCOMPARE(flood(Clock::time_point(1h)), DatagramGate::perSecond);
    QCOMPARE(flood(Clock::time_point(1h + 500ms)), DatagramGate::perSecond / 2);
}

QTEST_GUILESS_MAIN(TestDatagramGate)
#include "tst_datagramgate.moc"
