// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/http/routerfixture.h"

#include "server/core/http/contentcoding.h"

#include <QCryptographicHash>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {
/// Returns what a command makes of its input: independent implementations of the codings.
QByteArray through(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

QByteArray gzipped(const QByteArray &text) { return through(u"gzip"_s, {u"-c"_s}, text); }

Headers with(const QByteArray &name, const QByteArray &value)
{
    Headers headers;
    headers.append("Content-Type", "application/json");
    headers.append(name, value);
    return headers;
}
}

/// Bodies and answers that are compressed, without a socket.
class ContentCodingTest : public RouterFixture
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreDecoded();
    void refusesOtherBodies_data();
    void refusesOtherBodies();
    void decodedBodiesAreBounded();
    void onlySmallFilesAreDecoded();
    void digestsAreOfWhatIsSent_data();
    void digestsAreOfWhatIsSent();
    void answersAreCompressed_data();
    void answersAreCompressed();
    void smallAnswersAreNotCompressed();
    void tagsOfCompressedAnswersMatch();
    void pagesAreNotCompressed();
};

void ContentCodingTest::bodiesAreDecoded()
{
    const Reply reply = ask("/v1/people", Method::Post, with("Content-Encoding", "GZIP"), gzipped(R"({"name":"Ada"})"));
    QCOMPARE(reply.status, 201);
    QCOMPARE(json(reply)[u"name"_s].toString(), u"Ada"_s);
    const QByteArray members = gzipped(R"({"na)") + gzipped({}) + gzipped(R"(me":"Bea"})"); // RFC 1952, 2.2
    const Reply joined = ask("/v1/people", Method::Post, with("Content-Encoding", "gzip"), members);
    QCOMPARE(json(joined)[u"name"_s].toString(), u"Bea"_s);
    QCOMPARE(ask("/v1/people", Method::Post, with("Content-Encoding", "identity"), R"({"name":"Ada"})").status, 201);
}

void ContentCodingTest::refusesOtherBodies_data()
{
    const QByteArray good = gzipped(R"({"name":"Ada"})");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("another coding") << "br"_ba << good << 415;
    QTest::newRow("deflate") << "deflate"_ba << good << 415;
    QTest::newRow("two codings") << "gzip, gzip"_ba << gzipped(good) << 415;
    QTest::newRow("not gzip") << "gzip"_ba
                              << R"({"name":"Ada"})"_ba << 400;
    QTest::newRow("cut") << "gzip"_ba << good.chopped(9) << 400;
    QTest::newRow("wrong checksum") << "gzip"_ba << good.chopped(8) + QByteArray(8, '\0') << 400;
    QTest::newRow("something after it") << "gzip"_ba << good + "x" << 400;
    QTest::newRow("zeros after it") << "gzip"_ba << good + QByteArray(512, '\0') << 400;
    QTest::newRow("a cut second member") << "gzip"_ba << good + gzipped(" ").chopped(1) << 400;
    QTest::newRow("a damaged second member")
        << "gzip"_ba << good + gzipped(" ").chopped(8) + QByteArray(8, '\1') << 400;
    QTest::newRow("empty") << "gzip"_ba << QByteArray() << 400;
}

void ContentCodingTest::refusesOtherBodies()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    const Reply reply = ask("/v1/people", Method::Post, with("Content-Encoding", coding), body);
    QTEST(reply.status, "status");
    if (reply.status == 415)
        QCOMPARE(reply.headers.value("Accept-Encoding"), "gzip");
}

void ContentCodingTest::decodedBodiesAreBounded()
{
    const auto statusOf = [](qsizetype spaces) {
        const QByteArray body = R"({"name":"Ada"})" + QByteArray(spaces, ' ');
        return ask("/v1/people", Method::Post, with("Content-Encoding", "gzip"), gzipped(body)).status;
    };
    QCOMPARE(statusOf(1000 * 1000), 201);
    QCOMPARE(statusOf(1 << 20), 413); // although the route takes 64 MiB
    const QByteArray many = gzipped(QByteArray(1 << 16, ' ')).repeated(17); // the members count together
    QCOMPARE(ask("/v1/people", Method::Post, with("Content-Encoding", "gzip"), many).status, 413);
}

/// The memory for a file is reserved by the bytes that arrive. What they inflate to is small, as it is for JSON.
void ContentCodingTest::onlySmallFilesAreDecoded()
{
    Headers headers = with("Content-Encoding", "gzip");
    headers.set("Content-Type", "application/octet-stream");
    const Reply small = ask("/v1/people", Method::Post, headers, gzipped("a file"));
    QCOMPARE(json(small)[u"code"_s].toString(), u"unsupported_media_type"_s); // says the handler, which wants JSON
    QCOMPARE(ask("/v1/people", Method::Post, headers, gzipped(QByteArray((1 << 20) + 1, 'a'))).status, 413);
}

void ContentCodingTest::digestsAreOfWhatIsSent_data()
{
    const QByteArray text = R"({"name":"Ada"})";
    const auto digest = [](const QByteArray &body, auto algorithm) {
        return QCryptographicHash::hash(body, algorithm).toBase64();
    };
    const QByteArray sha256 = digest(text, QCryptographicHash::Sha256);
    const QByteArray sha512 = digest(text, QCryptographicHash::Sha512);
    const QByteArray other = digest("other", QCryptographicHash::Sha256);
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<int>("status");
    for (const QByteArray &field : {"Content-Digest"_ba, "repr-digest"_ba}) {
        QTest::addRow("%s", field.constData()) << field << "sha-256=:" + sha256 + ':' << "identity"_ba << 201;
        QTest::addRow("%s, wrong", field.constData()) << field << "sha-256=:" + other + ':' << "identity"_ba << 422;
        QTest::addRow("%s, no structure", field.constData()) << field << "sha-256=" + sha256 << "identity"_ba << 400;
        QTest::addRow("%s, of another coding", field.constData())
            << field << "sha-256=:" + sha256 + ':' << "gzip"_ba << 422;
        QTest::addRow("%s, unknown", field.constData()) << field << "crc32c=:AAAAAA==:"_ba
                                                        << "identity"_ba << 201;
    }
    QTest::newRow("Digest") << "Digest"_ba
                            << "SHA-256=" + sha256 + ",sha-512=" + sha512 << "identity"_ba << 201;
    QTest::newRow("Digest, wrong") << "Digest"_ba
                                   << "SHA-256=" + other << "identity"_ba << 422;
    QTest::newRow("Digest, one of two wrong") << "Digest"_ba
                                              << "SHA-512=" + sha512 + ", sha-256=" + other << "identity"_ba << 422;
    QTest::newRow("Digest, unknown") << "Digest"_ba
                                     << "MD5=HUXZLQLMuI/KZ5KDcJPcOA=="_ba
                                     << "identity"_ba << 201;
    QTest::newRow("Digest, malformed") << "Digest"_ba
                                       << "SHA-256"_ba
                                       << "identity"_ba << 400;
}

/// The digest of a compressed body is that of the compressed bytes (RFC 9530, 2 and 3).
void ContentCodingTest::digestsAreOfWhatIsSent()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, coding);
    Headers headers = with("Content-Encoding", coding);
    headers.append(field, value);
    const QByteArray text = R"({"name":"Ada"})";
    QTEST(ask("/v1/people", Method::Post, headers, coding == "gzip" ? gzipped(text) : text).status, "status");
    if (coding == "gzip") {
        const QByteArray sent = gzipped(text);
        headers.set(field, "sha-256=:" + QCryptographicHash::hash(sent, QCryptographicHash::Sha256).toBase64() + ':');
        QCOMPARE(ask("/v1/people", Method::Post, headers, sent).status, 201);
    }
}

void ContentCodingTest::answersAreCompressed_data()
{
    QTest::addColumn<QByteArray>("accepted");
    QTest::addColumn<QByteArray>("coding");
    QTest::newRow("nothing said") << QByteArray() << QByteArray();
    QTest::newRow("gzip") << "gzip, deflate"_ba
                          << "gzip"_ba;
    QTest::newRow("zstd") << "zstd"_ba
                          << "zstd"_ba;
    QTest::newRow("both") << "gzip, deflate, br, zstd"_ba
                          << "zstd"_ba;
    QTest::newRow("gzip rather") << "zstd;q=0.5, gzip"_ba
                                 << "gzip"_ba;
    QTest::newRow("not gzip") << "gzip;q=0"_ba << QByteArray();
    QTest::newRow("anything") << "*"_ba
                              << "gzip"_ba;
    QTest::newRow("anything but gzip") << "gzip;q=0, *"_ba << QByteArray();
    QTest::newRow("others") << "br, deflate"_ba << QByteArray();
}

void ContentCodingTest::answersAreCompressed()
{
    QFETCH(const QByteArray, accepted);
    const QByteArray plain = ask("/v1/people").body;
    const Reply reply = ask("/v1/people", Method::Get, with("Accept-Encoding", accepted));
    QTEST(reply.headers.value("Content-Encoding"), "coding");
    QCOMPARE(reply.headers.value("Vary"), "Accept-Encoding");
    QByteArray body = reply.body;
    if (reply.headers.value("Content-Encoding") == "gzip")
        body = through(u"gzip"_s, {u"-dc"_s}, body);
    else if (reply.headers.value("Content-Encoding") == "zstd")
        body = through(u"zstd"_s, {u"-dc"_s}, body);
    QCOMPARE(body, plain);
    QCOMPARE(reply.body.size() < plain.size() / 2, reply.headers.contains("Content-Encoding"));
}

void ContentCodingTest::smallAnswersAreNotCompressed()
{
    const Reply reply = ask("/v1/things/7", Method::Get, with("Accept-Encoding", "gzip"));
    QVERIFY(!reply.headers.contains("Content-Encoding"));
}

/// A client holds the tag of the compressed answer against an answer that may be coded in another way.
void ContentCodingTest::tagsOfCompressedAnswersMatch()
{
    const QByteArray path = "/v1/things/" + QByteArray(2000, 'a');
    const QByteArray plain = ask(path).headers.value("ETag");
    const QByteArray coded = ask(path, Method::Get, with("Accept-Encoding", "gzip")).headers.value("ETag");
    QVERIFY(coded.startsWith('"') && coded.endsWith('"') && coded != plain);
    for (const QByteArray &tag : {plain, coded, "W/" + plain, "W/" + coded, "\"other\", W/" + plain}) {
        const Reply same = ask(path, Method::Get, with("If-None-Match", tag));
        QCOMPARE(same.status, 304);
        QCOMPARE(same.headers.value("ETag"), plain);
        QCOMPARE(same.headers.value("Vary"), "Accept-Encoding");
    }
    Headers both = with("If-None-Match", plain);
    both.append("Accept-Encoding", "gzip");
    QCOMPARE(ask(path, Method::Get, both).headers.value("ETag"), coded); // as of a 200
    QVERIFY(!ask("/v1/things/7", Method::Get, with("If-None-Match", "*")).headers.contains("Vary")); // never coded
    QCOMPARE(ask(path, Method::Get, with("If-None-Match", "\"other\"")).status, 200);
    QVERIFY(matchesAnyTag(coded, plain));
    QVERIFY(!matchesAnyTag("W/" + plain, plain)); // If-Match compares strongly
}

void ContentCodingTest::pagesAreNotCompressed()
{
    Request request;
    request.headers = with("Accept-Encoding", "gzip");
    Reply page;
    page.contentType = "text/html; charset=utf-8";
    page.body = QByteArray(5000, 'a');
    ContentCoding::compress(request, page);
    QVERIFY(!page.headers.contains("Content-Encoding"));
}

QTEST_GUILESS_MAIN(ContentCodingTest)
#include "tst_contentcoding.moc"
