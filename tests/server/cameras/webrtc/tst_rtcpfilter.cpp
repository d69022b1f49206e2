// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/rtcpfilter.h"

#include <QTest>

namespace {
const QByteArray viewer = "00000001";
const QByteArray pictures = "57617901";
const QByteArray sound = "57617902";
const QByteArray measures = "0000000000000000000000000000000000000000"; ///< of a block of a report
const QByteArray report = "81c90007" + viewer + pictures + measures;
const QByteArray lost = "81cd0003" + viewer + pictures + "00640003";
const QByteArray lostPicture = "81ce0002" + viewer + pictures;

QByteArray filtered(const QByteArray &hex) { return RtcpFilter().filtered(QByteArray::fromHex(hex), {}).toHex(); }
}

/// What remains of the reports of a viewer.
class TestRtcpFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheServerUses();
    void dropsTheRest_data();
    void dropsTheRest();
    void keepsTheRestOfACompound();
    void keepsWhatAReportSaysOfTheServer();
    void asksForFewPackets();
    void knowsFewSenders();
    void readsWithinThePacket();
};

void TestRtcpFilter::keepsWhatTheServerUses()
{
    for (const QByteArray &packet : {report, lost, lostPicture, report + lost + lostPicture})
        QCOMPARE(filtered(packet), packet);
}

void TestRtcpFilter::dropsTheRest_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a request that deadlocks GStreamer 1.22") << "85cd0002" + viewer + pictures;
    QTest::newRow("the server's own report") << "80c80006" + pictures + measures;
    QTest::newRow("a sender's report") << "80c80006" + viewer + measures;
    QTest::newRow("a name") << "81ca0003" + viewer + "0101780000000000";
    QTest::newRow("a farewell") << "81cb0001" + viewer;
    QTest::newRow("a farewell of nobody") << QByteArray("80cb0000");
    QTest::newRow("an app's own") << "80cc0002" + viewer + "61626364";
    QTest::newRow("an extended report") << "80cf0001" + viewer;
    QTest::newRow("congestion") << "8fcd0004" + viewer + pictures + "0000000000000000";
    QTest::newRow("a bandwidth") << "8fce0004" + viewer + "0000000052454d4201ffffff";
    QTest::newRow("a whole picture at once") << "84ce0004" + viewer + pictures + pictures + "01000000";
    QTest::newRow("losses of the sound") << "81cd0003" + viewer + sound + "00640003";
    QTest::newRow("losses of others") << "81cd0003" + viewer + viewer + "00640003";
    QTest::newRow("a sender of zero") << "81ce000200000000" + pictures;
    QTest::newRow("padding") << "a1ce0002" + viewer + pictures;
    QTest::newRow("another version") << "41ce0002" + viewer + pictures;
    QTest::newRow("a report that lacks its block") << "81c90001" + viewer;
    QTest::newRow("a part longer than the packet") << "81ceffff" + viewer + pictures;
}

void TestRtcpFilter::dropsTheRest()
{
    QFETCH(const QByteArray, packet);
    QCOMPARE(filtered(packet), QByteArray());
}

void TestRtcpFilter::keepsTheRestOfACompound()
{
    QCOMPARE(filtered(report + "85cd0002" + viewer + pictures + lost), report + lost);
    QCOMPARE(filtered(report + "81ceffff" + viewer + pictures), report);
}

void TestRtcpFilter::keepsWhatAReportSaysOfTheServer()
{
    const QByteArray other = "12345678" + measures;
    QCOMPARE(filtered("83c90013" + viewer + other + sound + measures + other), "81c90007" + viewer + sound + measures);
    QCOMPARE(filtered("80c90001" + viewer), "80c90001" + viewer); // nothing has arrived
    QCOMPARE(filtered("81c90007" + viewer + other), "80c90001" + viewer);
}

/// The third request for the same packets is dropped, and the rest of its packet is not.
void TestRtcpFilter::asksForFewPackets()
{
    RtcpFilter filter;
    const auto remains = [&](const QByteArray &hex) { return filter.filtered(QByteArray::fromHex(hex), {}).toHex(); };
    QCOMPARE(remains(lost), lost);
    QCOMPARE(remains(lost), lost);
    QCOMPARE(remains(report + lost), report);
    QCOMPARE(remains("81cd0004" + viewer + pictures + "0064000300660001"), "81cd0003" + viewer + pictures + "00670000");
}

void TestRtcpFilter::knowsFewSenders()
{
    RtcpFilter filter;
    const auto from = [](int sender) {
        return QByteArray::fromHex("81ce0002" + QByteArray::number(sender + 0x10000000, 16) + pictures);
    };
    int kept = 0;
    for (int sender = 1; sender <= 1000; ++sender)
        kept += filter.filtered(from(sender), {}).isEmpty() ? 0 : 1;
    QCOMPARE(kept, FewSenders::most);
    QCOMPARE(filter.filtered(from(1), {}), from(1));
}

/// Every beginning of a packet, and every value of each byte, in memory that ends with the packet.
void TestRtcpFilter::readsWithinThePacket()
{
    const QByteArray whole = QByteArray::fromHex(report + lost + lostPicture);
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const std::vector<char> bytes(whole.begin(), whole.begin() + size);
        QVERIFY(RtcpFilter().filtered(QByteArrayView(bytes.data(), size), {}).size() <= size);
    }
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int value = 0; value < 256; ++value) {
            std::vector<char> bytes(whole.begin(), whole.end());
            bytes[size_t(at)] = char(value);
            QVERIFY(RtcpFilter().filtered(QByteArrayView(bytes.data(), whole.size()), {}).size() <= whole.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestRtcpFilter)
#include "tst_rtcpfilter.moc"
