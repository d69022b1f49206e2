// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/facesmodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QImage>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class FacesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheRawPicture();
    void dropsTheAnswerForAnEarlierPicture();
    void explainsFailures_data();
    void explainsFailures();
    void doesNotSendOtherFiles();

private:
    static QJsonObject analysis(const QString &emotion);
    static QUrl picture(const PortalFixture &fixture, const QString &name);
};

QJsonObject FacesModelTest::analysis(const QString &emotion)
{
    return {{u"faces"_s, QJsonArray{QJsonObject{{u"emotion"_s, emotion}, {u"left_eye_open"_s, QJsonObject{}}}}},
            {u"models"_s, QJsonArray{QJsonObject{{u"name"_s, u"net"_s}, {u"version"_s, u"1.2"_s}}}},
            {u"elapsed_ms"_s, 12.5}};
}

/// Writes a PNG file under any name and returns its URL.
QUrl FacesModelTest::picture(const PortalFixture &fixture, const QString &name)
{
    const QString file = fixture.dataDir() + u'/' + name;
    QImage image(20, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image.save(file, "PNG") ? QUrl::fromLocalFile(file) : QUrl();
}

void FacesModelTest::sendsTheRawPicture()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("POST /v1/face/detect", analysis(u"happy"_s));
    FacesModel model;
    model.setPortal(&fixture.portal());
    QCOMPARE(model.loadState(), LoadState::Empty);
    const QUrl file = picture(fixture, u"photo.jpg"_s);
    model.look(file);
    QCOMPARE(model.loadState(), LoadState::Loading);
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QFile sent(file.toLocalFile());
    QVERIFY(sent.open(QFile::ReadOnly));
    const PeerRequest request = fixture.peer().requests("POST /v1/face/detect").last();
    QCOMPARE(request.body, sent.readAll());
    QCOMPARE(request.headers.value("content-type"), "image/png");
    QCOMPARE(request.headers.value("authorization"), "Bearer access1");
    const QVariantMap face = model.faces().value(0).toMap();
    QCOMPARE(face.value(u"emotion"_s).toString(), u"happy"_s);
    QVERIFY(face.contains(u"leftEyeOpen"_s));
    QCOMPARE(model.models(), u"net 1.2"_s);
    QCOMPARE(model.elapsedMs(), 12.5);
}

void FacesModelTest::dropsTheAnswerForAnEarlierPicture()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    QList<PeerExchange> asked;
    fixture.peer().on("POST /v1/face/detect", [&asked](const PeerExchange &exchange) { asked.append(exchange); });
    FacesModel model;
    model.setPortal(&fixture.portal());
    model.look(picture(fixture, u"first.png"_s));
    QTRY_COMPARE(asked.size(), 1);
    model.look(picture(fixture, u"second.png"_s));
    QTRY_COMPARE(asked.size(), 2);
    QSignalSpy heard(&model, &ViewModel::feedbackChanged);
    asked[0].answer(200, analysis(u"sad"_s));
    QVERIFY(heard.wait());
    QCOMPARE(model.loadState(), LoadState::Loading);
    asked[1].answer(200, analysis(u"happy"_s));
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QCOMPARE(model.faces().value(0).toMap().value(u"emotion"_s).toString(), u"happy"_s);
}

void FacesModelTest::explainsFailures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<bool>("missing");
    const QString busy = u"The server is busy analyzing other images. Try again in a moment."_s;
    QTest::newRow("too large") << 413 << u"body_too_large"_s << u"This image is too large. The limit is 16 MB."_s
                               << false;
    QTest::newRow("type") << 415 << u"image_type_unsupported"_s
                          << u"This file is not a JPEG, PNG, WebP, or BMP image."_s << false;
    QTest::newRow("damaged") << 422 << u"image_unreadable"_s << u"This image is damaged."_s << false;
    QTest::newRow("bomb") << 422 << u"image_too_large"_s
                          << u"This image has too many pixels. The limit is 40 million."_s << false;
    QTest::newRow("small") << 422 << u"image_too_small"_s
                           << u"This image is too small. The minimum is 16 × 16 pixels."_s << false;
    QTest::newRow("busy") << 503 << u"busy"_s << busy << false;
    QTest::newRow("no models") << 503 << u"models_not_installed"_s << busy << true;
    QTest::newRow("older server") << 501 << u"not_implemented"_s << u"This server does not support this feature."_s
                                  << true;
    QTest::newRow("scope") << 403 << u"insufficient_scope"_s << u"You don't have permission to do this."_s << false;
}

void FacesModelTest::explainsFailures()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, problem);
    QFETCH(bool, missing);
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("POST /v1/face/detect", [&](const PeerExchange &exchange) { exchange.problem(status, code); });
    FacesModel model;
    model.setPortal(&fixture.portal());
    model.look(picture(fixture, u"photo.png"_s));
    QTRY_COMPARE(model.loadState(), LoadState::Failed);
    QCOMPARE(model.problem(), problem);
    QCOMPARE(model.modelsMissing(), missing);
    // The next picture clears the error.
    fixture.peer().on("POST /v1/face/detect", analysis(u"happy"_s));
    model.lookAgain();
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QVERIFY(!model.modelsMissing());
    QVERIFY(model.problem().isEmpty());
}

void FacesModelTest::doesNotSendOtherFiles()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    FacesModel model;
    model.setPortal(&fixture.portal());
    QFile letter(fixture.dataDir() + u"/letter.png"_s);
    QVERIFY(letter.open(QFile::WriteOnly) && letter.write("Dear Ada") > 0);
    letter.close();
    for (const QUrl &url : {QUrl::fromLocalFile(letter.fileName()), QUrl(u"https://example.org/photo.png"_s), QUrl()}) {
        model.look(url);
        QCOMPARE(model.loadState(), LoadState::Failed);
        QVERIFY(!model.problem().isEmpty());
    }
    QCOMPARE(fixture.peer().count("POST /v1/face/detect"), 0);
}

QTEST_MAIN(FacesModelTest)
#include "tst_facesmodel.moc"
