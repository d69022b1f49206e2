// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QDir>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = PortalDriver::patience;
const QString smiling = u"/usr/lib/python3/dist-packages/imageio/resources/images/astronaut.png"_s;
const QString frontal = u"/usr/share/doc/facedetect/examples/grace_hopper_512x512.jpg"_s;
const QString faceless = u"/usr/share/doc/facedetect/examples/640px-IceBlockNearJoekullsarlon.jpg"_s;

/// Where scripts/install-models puts them.
QString installedModels()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return qEnvironmentVariable("WAYMARK_MODELS", data + u"/waymark/models"_s);
}

/// A JPEG whose EXIF part says how it is to be turned. Qt turns the pixels instead, so the part is put in here.
QByteArray turned(const QImage &pixels, char orientation)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    pixels.save(&buffer, "JPEG", 90);
    QByteArray exif = QByteArray::fromHex("ffe10022457869660000"
                                          "4d4d002a00000008"
                                          "0001011200030000000100000000"
                                          "00000000");
    exif[29] = orientation;
    return file.insert(2, exif);
}
}

#define STEP(what) QVERIFY(m_driver->what)

/// Pictures that are dropped into the portal, and what it shows of the faces in them.
class FacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_driver.reset(); }
    void nothingIsThereAtFirst();
    void aServerWithoutModelsSaysSo();
    void modelsThatComeLaterServe();
    void theEmotionsPoseAndPointsOfAFaceAreShown();
    void oneOfSeveralFacesIsPicked();
    void framesFitATurnedPicture_data();
    void framesFitATurnedPicture();
    void aPictureWithoutAFaceIsNoError();
    void whatIsNoPictureIsRefused_data();
    void whatIsNoPictureIsRefused();
    void looksRight_data();
    void looksRight();

private:
    void drop(const QString &file);
    bool dialogIsOpen() const;
    QImage both() const;
    QString write(const QString &name, const QByteArray &content) const;
    bool hasModels() const { return QFile::exists(installedModels() + u"/models.json"_s); }

    std::unique_ptr<TestServer> m_server;
    QTemporaryDir m_dir;
    std::unique_ptr<PortalDriver> m_driver;
};

void FacesTest::initTestCase()
{
    for (const QString &file : {smiling, frontal, faceless})
        QVERIFY2(QFile::exists(file), qPrintable(file + u" is missing: scripts/setup test"_s));
    m_server = std::make_unique<TestServer>(QStringList{u"--models"_s, m_dir.filePath(u"models"_s)});
    PortalArguments arguments;
    arguments.server = m_server->base().adjusted(QUrl::RemovePath);
    arguments.dataDir = m_dir.filePath(u"portal"_s);
    arguments.tokens = TokenStore::Place::File;
    m_driver = std::make_unique<PortalDriver>(arguments);
    QVERIFY(m_driver->start());
    m_driver->portal().setLanguage(u"en"_s);
    m_driver->portal().setDarkMode(Portal::ColorScheme::Light);
    m_driver->window()->resize(1200, 860);
    STEP(click(u"signInChoice"_s));
    STEP(type(u"emailField"_s, m_server->account(u"ada"_s).email()));
    STEP(type(u"passwordField"_s, TestAccount::password()));
    STEP(click(u"signInButton"_s));
    STEP(click(u"facesEntry"_s));
}

/// As a file manager does it.
void FacesTest::drop(const QString &file)
{
    QQuickItem *area = m_driver->waitFor(u"pictureDrop"_s);
    QVERIFY(area);
    const QPoint at = area->mapToScene(QPointF(area->width() / 2, area->height() / 2)).toPoint();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_driver->window(), &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_driver->window(), &move);
    QDropEvent let(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_driver->window(), &let);
    QVERIFY(let.isAccepted());
}

/// Qt's own dialog, in the portal's window or one of its own.
bool FacesTest::dialogIsOpen() const
{
    const auto *dialog = m_driver->window()->findChild<QObject *>(u"pictureDialog"_s);
    return dialog && dialog->property("visible").toBool();
}

QString FacesTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_dir.filePath(name));
    const bool written = file.open(QFile::WriteOnly) && file.write(content) == content.size();
    return written ? file.fileName() : QString();
}

void FacesTest::nothingIsThereAtFirst()
{
    STEP(waitFor(u"emptyActionButton"_s));
    QVERIFY(!m_driver->find(u"facePanel"_s));
    m_driver->keep(u"faces-empty"_s);
    STEP(click(u"emptyActionButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(dialogIsOpen(), patience);
    m_driver->keep(u"faces-dialog"_s);
    m_driver->press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialogIsOpen(), patience);
}

void FacesTest::aServerWithoutModelsSaysSo()
{
    drop(smiling);
    STEP(waitFor(u"modelsMissingNote"_s));
    QVERIFY(!m_driver->find(u"retryButton"_s));
    m_driver->keep(u"faces-no-models"_s);
}

void FacesTest::modelsThatComeLaterServe()
{
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    QVERIFY(QFile::link(installedModels(), m_dir.filePath(u"models"_s)));
    STEP(click(u"modelsRetryButton"_s));
    STEP(waitFor(u"faceBox0"_s));
    STEP(waitUntilGone(u"modelsMissingNote"_s));
}

void FacesTest::theEmotionsPoseAndPointsOfAFaceAreShown()
{
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    drop(smiling);
    STEP(waitFor(u"faceBox0"_s));
    QCOMPARE(m_driver->text(u"faceSummary"_s), u"Happy"_s);
    QVERIFY(m_driver->text(u"smileFact"_s).startsWith(u"Yes"_s));
    QVERIFY(m_driver->text(u"leftEyeFact"_s).startsWith(u"Open"_s));
    QVERIFY(m_driver->text(u"rightEyeFact"_s).startsWith(u"Open"_s));
    QVERIFY(m_driver->property(u"emotionBar_happy"_s, "share").toDouble() > 0.5);
    QVERIFY(m_driver->property(u"emotionBar_sad"_s, "share").toDouble() < 0.2);
    QVERIFY(m_driver->find(u"faceLandmark"_s));
    // Her face is above the middle, left of it, and a quarter as wide as the picture at most.
    const QQuickItem *box = m_driver->find(u"faceBox0"_s);
    const QQuickItem *ground = box->parentItem();
    const QPointF middle(box->x() + box->width() / 2, box->y() + box->height() / 2);
    QVERIFY(middle.x() > 0.3 * ground->width() && middle.x() < 0.55 * ground->width());
    QVERIFY(middle.y() > 0.1 * ground->height() && middle.y() < 0.4 * ground->height());
    QVERIFY(box->width() < 0.35 * ground->width());
    m_driver->keep(u"faces-one"_s);
}

/// Two faces side by side, the left one the larger.
QImage FacesTest::both() const
{
    QImage image(1024, 512, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.drawImage(QRect(0, 0, 512, 512), QImage(frontal));
    painter.drawImage(QRect(512, 0, 512, 512), QImage(smiling));
    return image;
}

void FacesTest::oneOfSeveralFacesIsPicked()
{
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    const QString file = m_dir.filePath(u"both.png"_s);
    QVERIFY(both().save(file));
    drop(file);
    STEP(waitFor(u"faceBox1"_s));
    QCOMPARE(m_driver->property(u"facePanel"_s, "title").toString(), u"Face 1 of 2"_s);
    const QString first = m_driver->text(u"poseFact"_s);
    STEP(click(u"faceBox1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"facePanel"_s, "title").toString(), u"Face 2 of 2"_s, patience);
    QVERIFY(m_driver->text(u"poseFact"_s) != first);
    m_driver->keep(u"faces-two"_s);
}

void FacesTest::framesFitATurnedPicture_data()
{
    QTest::addColumn<int>("degrees");
    QTest::addColumn<char>("orientation");
    QTest::addColumn<int>("enlarged");
    QTest::newRow("90") << 270 << char(6) << 1;
    QTest::newRow("180") << 180 << char(3) << 1;
    QTest::newRow("270") << 90 << char(8) << 1;
    // Larger than what the portal loads for drawing.
    QTest::newRow("large") << 270 << char(6) << 4;
}

void FacesTest::framesFitATurnedPicture()
{
    QFETCH(int, degrees);
    QFETCH(char, orientation);
    QFETCH(int, enlarged);
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    const QImage upright = both().scaledToWidth(1024 * enlarged, Qt::SmoothTransformation);
    const QString file = write(u"turned.jpg"_s, turned(upright.transformed(QTransform().rotate(degrees)), orientation));
    drop(file);
    STEP(waitFor(u"faceBox1"_s));
    const QQuickItem *larger = m_driver->find(u"faceBox0"_s);
    const QQuickItem *smaller = m_driver->find(u"faceBox1"_s);
    const QQuickItem *ground = larger->parentItem();
    QVERIFY(qAbs(ground->width() / ground->height() - 2) < 0.02);
    QVERIFY(larger->x() + larger->width() < ground->width() / 2);
    QVERIFY(smaller->x() > ground->width() / 2);
    QVERIFY(larger->y() + larger->height() < 0.75 * ground->height());
    m_driver->keep(u"faces-turned-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

void FacesTest::aPictureWithoutAFaceIsNoError()
{
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    drop(faceless);
    STEP(waitFor(u"noFaceCard"_s));
    QVERIFY(!m_driver->find(u"facePanel"_s));
    m_driver->keep(u"faces-none"_s);
}

void FacesTest::whatIsNoPictureIsRefused_data()
{
    QFile picture(frontal);
    QVERIFY(picture.open(QFile::ReadOnly));
    const QByteArray whole = picture.readAll();
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("problem");
    QTest::newRow("text") << write(u"text.jpg"_s, "This is a letter, not a picture.")
                          << u"This file is not a JPEG, PNG, WebP, or BMP image."_s;
    QTest::newRow("truncated") << write(u"half.jpg"_s, whole.first(whole.size() / 2)) << u"This image is damaged."_s;
    QTest::newRow("too large") << write(u"large.jpg"_s, whole + QByteArray(17 << 20, '\0'))
                               << u"This image is too large. The limit is 16 MB."_s;
    QTest::newRow("gone") << m_dir.filePath(u"nowhere.png"_s) << u"Can't read this file."_s;
}

void FacesTest::whatIsNoPictureIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QString, problem);
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    drop(file);
    STEP(waitFor(u"retryButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"facesState"_s, "errorText").toString(), problem, patience);
    QVERIFY(!m_driver->find(u"facePanel"_s));
    m_driver->keep(u"faces-refused"_s);
}

void FacesTest::looksRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Portal::ColorScheme>("colours");
    QTest::addColumn<QSize>("size");
    QTest::newRow("zh-dark-small") << u"zh_CN"_s << Portal::ColorScheme::Dark << QSize(800, 600);
    QTest::newRow("en-dark") << u"en"_s << Portal::ColorScheme::Dark << QSize(1200, 860);
}

void FacesTest::looksRight()
{
    QFETCH(QString, language);
    QFETCH(Portal::ColorScheme, colours);
    QFETCH(QSize, size);
    if (!hasModels())
        QSKIP("the models are not installed: scripts/install-models");
    m_driver->portal().setLanguage(language);
    m_driver->portal().setDarkMode(colours);
    m_driver->window()->resize(size);
    QTRY_COMPARE(m_driver->window()->size(), size);
    STEP(click(u"facesEntry"_s));
    STEP(waitFor(u"emptyActionButton"_s));
    drop(smiling);
    STEP(waitFor(u"faceBox0"_s));
    m_driver->keep(u"faces-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    FacesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_faces.moc"
